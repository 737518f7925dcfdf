package dev.ferrite.offheap.alloc;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.diag.Warn;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the KASAN twin must find; prints one line a finding. */
final class KasanScenarios {
    private static final List<String> REPORTS = new ArrayList<>();

    private KasanScenarios() {}

    public static void main(String[] arguments) throws Exception {
        Warn.sink((category, message, site) -> REPORTS.add(message));
        Kmalloc kmalloc = Kmalloc.create(PoolConfig.of("watched").withBudget(128 << 20));

        say("right", () -> {
            long block = kmalloc.alloc(100, Gfp.GFP_KERNEL);
            Words.setBytePlain(block + 100, (byte) 1);
            kmalloc.free(block);
        });
        say("left", () -> {
            long block = kmalloc.alloc(100, Gfp.GFP_KERNEL);
            Words.setBytePlain(block - 1, (byte) 1);
            Kasan.sweep();
            kmalloc.free(block);
        });
        say("after free", () -> {
            long block = kmalloc.alloc(100, Gfp.GFP_KERNEL);
            kmalloc.free(block);
            Words.setBytePlain(block + 50, (byte) 1);
            Kasan.sweep();
        });
        say("after free, by the quarantine", () -> {
            long block = kmalloc.alloc(2000, Gfp.GFP_KERNEL);
            freeHere(kmalloc, block);
            Words.setBytePlain(block, (byte) 1);
            for (int i = 0; i < 1000; i++) {
                kmalloc.free(kmalloc.alloc(60_000, Gfp.GFP_KERNEL));
            }
        });
        say("twice", () -> {
            long block = kmalloc.alloc(100, Gfp.GFP_KERNEL);
            freeHere(kmalloc, block);
            for (int i = 0; i < 100; i++) {
                kmalloc.alloc(100, Gfp.GFP_KERNEL); // without the quarantine one of them would be that block
            }
            expectBug(() -> kmalloc.free(block));
        });
        say("no block", () -> expectBug(() -> kmalloc.free(kmalloc.alloc(100, Gfp.GFP_KERNEL) + 16)));
        say("asked, beyond", () -> {
            long block = kmalloc.alloc(100, Gfp.GFP_KERNEL);
            Kasan.check(block, 100);
            Kasan.check(block + 92, 8);
            expectBug(() -> Kasan.check(block + 93, 8));
        });
        say("asked, before", () -> {
            long block = kmalloc.alloc(100, Gfp.GFP_KERNEL);
            expectBug(() -> Kasan.check(block - 4, 8));
        });
        say("asked, freed", () -> {
            long block = kmalloc.alloc(100, Gfp.GFP_KERNEL);
            kmalloc.free(block);
            expectBug(() -> Kasan.check(block, 1));
        });
        say("pages", () -> {
            long block = Vmalloc.system().alloc(10_000, 8, Gfp.GFP_KERNEL);
            Words.setBytePlain(block + 10_000, (byte) 1);
            Vmalloc.system().free(block, 10_000, 8);
        });
        say("cache", () -> {
            KmemCache cache = KmemCache.create("watched-objects", 40, 8);
            long object = cache.alloc();
            cache.free(object);
            expectBug(() -> cache.free(object));
        });
        say("stale segment", () -> {
            KBox<RawBytes> box = KBox.zeroed(RawBytes.type(64, 8), Gfp.GFP_KERNEL);
            MemorySegment segment = box.segment();
            box.close();
            try {
                segment.get(ValueLayout.JAVA_LONG, 0);
                System.out.println("MISSED");
            } catch (IllegalStateException closed) {
                System.out.println("stale segment threw");
            }
            try {
                box.segment();
                System.out.println("MISSED");
            } catch (IllegalStateException closed) {
                System.out.println("stacks " + String.valueOf(closed.getCause()).contains("Freed by thread main"));
            }
        });
        say("stale vector segment", () -> {
            try (KVec<RawBytes> vec = KVec.create(RawBytes.type(8, 8))) {
                vec.push(MemorySegment.ofArray(new long[] {1}), Gfp.GFP_KERNEL);
                MemorySegment first = vec.get(0);
                vec.push(MemorySegment.ofArray(new long[] {2}), Gfp.GFP_KERNEL);
                try {
                    first.get(ValueLayout.JAVA_LONG, 0);
                    System.out.println("MISSED");
                } catch (IllegalStateException closed) {
                    System.out.println("stale vector segment threw");
                }
            }
        });

        long leakedBefore = Kasan.leaks().size();
        leakHere(kmalloc);
        List<KasanReport> leaks = Kasan.leaks();
        System.out.println("leaks " + (leaks.size() - leakedBefore));
        System.out.println("leak site "
                + leaks.stream()
                        .anyMatch(leak -> leak.kind() == KasanReport.Kind.LEAK
                                && leak.size() == 777
                                && leak.text().contains("leakHere")));

        REPORTS.clear();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            KmallocModelTest.run(kmalloc, threads, 2, 25_000, 4096);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            KmallocModelTest.run(KVmalloc.of(kmalloc, Vmalloc.system()), threads, 8, 2_000, 100_000);
        }
        System.out.println("model reports " + REPORTS);
        System.out.println("sweep " + Kasan.sweep().size());
        System.out.println("the end");
    }

    private static void freeHere(Kmalloc kmalloc, long block) {
        kmalloc.free(block);
    }

    private static void leakHere(Kmalloc kmalloc) {
        kmalloc.alloc(777, Gfp.GFP_KERNEL);
    }

    private interface Body {
        void run() throws Exception;
    }

    private static void say(String what, Body body) throws Exception {
        REPORTS.clear();
        body.run();
        System.out.println(what + ": " + REPORTS.size() + " report(s): "
                + REPORTS.stream().map(KasanScenarios::summary).toList());
    }

    private static String summary(String report) {
        String first = report.lines().findFirst().orElse("");
        String kind = first.replaceAll("^BUG: KASAN: ([a-z-]+) in (\\S+) at .*", "$1 in $2");
        return kind
                + (report.contains("Allocated by thread main") ? " +alloc" : "")
                + (report.contains("Freed by thread main") ? " +free" : "")
                + (report.contains("freeHere") ? " freeHere" : "");
    }

    private static void expectBug(Runnable misuse) {
        try {
            misuse.run();
            System.out.println("MISSED");
        } catch (KernelBug found) {
            if (!String.valueOf(found.getMessage()).startsWith("BUG: KASAN: ")) {
                System.out.println("MISSED, but " + found.getMessage());
            }
        }
    }
}
