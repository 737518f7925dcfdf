package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.uapi.Pollfd;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.Callable;

/** Everything a caller can do wrong, one after the other: each is an exception or a negative result, and the JVM goes on. */
final class Misuse {
    private static final int QUIET = Gfp.GFP_KERNEL | Gfp.__GFP_NOWARN;
    private static int wrong;

    private Misuse() {}

    public static void main(String[] arguments) throws Exception {
        Warn.sink((category, message, site) -> System.out.println("WARN " + category));
        Kmalloc kmalloc = Kmalloc.system();
        Vmalloc vmalloc = Vmalloc.system();
        KVmalloc kvmalloc = KVmalloc.system();
        KmemCache cache = KmemCache.create("misuse", 64, 8);

        for (Allocator allocator : new Allocator[] {kmalloc, vmalloc, kvmalloc}) {
            String name = allocator.getClass().getSimpleName() + " ";
            long freed = allocator.alloc(100, 8, QUIET);
            allocator.free(freed, 100, 8);
            expect(name + "freed twice", KernelBug.class, () -> free(allocator, freed, 100));
            expect(name + "size of a freed block", KernelBug.class, () -> allocator.usableSize(freed));
            expect(
                    name + "realloc of a freed block",
                    KernelBug.class,
                    () -> allocator.realloc(freed, 200, 8, 100, 8, QUIET));
            long block = allocator.alloc(100, 8, QUIET);
            expect(name + "inside", KernelBug.class, () -> free(allocator, block + 8, 100));
            expect(name + "odd", KernelBug.class, () -> free(allocator, block + 1, 100));
            expect(name + "null", KernelBug.class, () -> free(allocator, 0, 100));
            expect(name + "negative address", KernelBug.class, () -> free(allocator, -100, 100));
            expect(name + "wild", KernelBug.class, () -> free(allocator, 0x7777_7777_7000L, 100));
            expect(name + "negative size", IllegalArgumentException.class, () -> allocator.alloc(-1, 8, QUIET));
            expect(
                    name + "smallest size",
                    IllegalArgumentException.class,
                    () -> allocator.alloc(Long.MIN_VALUE, 8, QUIET));
            expect(name + "align 0", IllegalArgumentException.class, () -> allocator.alloc(8, 0, QUIET));
            expect(name + "align 12", IllegalArgumentException.class, () -> allocator.alloc(8, 12, QUIET));
            expect(name + "align -8", IllegalArgumentException.class, () -> allocator.alloc(8, -8, QUIET));
            expect(
                    name + "realloc to a negative size",
                    IllegalArgumentException.class,
                    () -> allocator.realloc(block, -1, 8, 100, 8, QUIET));
            expectError(name + "overflowing size", allocator.alloc(Long.MAX_VALUE, 8, QUIET));
            expectError(name + "overflowing padding", allocator.alloc(Long.MAX_VALUE - 3, 4096, QUIET));
            expectError(name + "realloc to too much", allocator.realloc(block, Long.MAX_VALUE, 8, 100, 8, QUIET));
            Pattern.write(block, 100, 1);
            Pattern.verify(block, 100, 1);
            allocator.free(block, 100, 8);
        }
        long slab = kmalloc.alloc(64, QUIET);
        long pages = vmalloc.alloc(64, 8, QUIET);
        long object = cache.alloc();
        expect("slab block to vmalloc", KernelBug.class, () -> free(vmalloc, slab, 64));
        expect("pages to kmalloc", KernelBug.class, () -> free(kmalloc, pages, 64));
        expect("object to kmalloc", KernelBug.class, () -> free(kmalloc, object, 64));
        expect("slab block to a cache", KernelBug.class, () -> {
            cache.free(slab);
            return 0;
        });
        kmalloc.free(slab);
        vmalloc.free(pages, 64, 8);
        cache.free(object);
        expect("object freed twice", KernelBug.class, () -> {
            cache.free(object);
            return 0;
        });

        MemorySegment small = MemorySegment.ofArray(new long[8]);
        expect(
                "struct over too small a segment",
                IllegalArgumentException.class,
                () -> Pollfd.TYPE.check(small.asSlice(0, Pollfd.SIZEOF - 1)));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment odd = arena.allocate(64, 8).asSlice(1);
            expect("struct over a misaligned address", IllegalArgumentException.class, () -> Pollfd.TYPE.check(odd));
            expect("member at a misaligned address", IllegalArgumentException.class, () -> Pollfd.fd(odd));
        }
        expect("word at a misaligned address", IllegalArgumentException.class, () -> Words.getIntAcquire(slab + 2));
        expect("word at a negative address", IndexOutOfBoundsException.class, () -> Words.getLongPlain(-8));

        KBox<RawBytes> box = KBox.zeroed(RawBytes.type(64, 8), QUIET);
        expect(
                "out of bounds",
                IndexOutOfBoundsException.class,
                () -> box.segment().get(ValueLayout.JAVA_LONG, 64));
        expect("misaligned", IllegalArgumentException.class, () -> box.segment().get(ValueLayout.JAVA_LONG, 4));
        MemorySegment stale = box.segment();
        box.close();
        expect("closed box used", IllegalStateException.class, box::segment);
        expect("box closed twice", IllegalStateException.class, () -> {
            box.close();
            return 0;
        });
        if (Kasan.ENABLED) {
            expect("stale segment", IllegalStateException.class, () -> stale.get(ValueLayout.JAVA_LONG, 0));
        } else {
            stale.set(ValueLayout.JAVA_LONG, 0, -1);
            Words.setLongPlain(slab, -1);
        }
        Words.setLongPlain(slab, -1);
        Words.getLongPlain(pages);
        for (int i = 0; i < 1000; i++) {
            kmalloc.free(kmalloc.alloc(64, QUIET));
        }
        System.out.println("wrong " + wrong);
        System.out.println("the end");
    }

    private static long free(Allocator allocator, long address, long size) {
        allocator.free(address, size, 8);
        return 0;
    }

    private static void expect(String what, Class<? extends Throwable> exception, Callable<?> misuse) {
        String result;
        try {
            result = "returned " + misuse.call();
        } catch (Throwable thrown) {
            result = exception.isInstance(thrown) ? null : "threw " + thrown;
        }
        if (result != null) {
            wrong++;
            System.out.println("WRONG " + what + ": " + result);
        }
    }

    private static void expectError(String what, long result) {
        if (result != -12) {
            wrong++;
            System.out.println("WRONG " + what + ": returned " + result);
        }
    }
}
