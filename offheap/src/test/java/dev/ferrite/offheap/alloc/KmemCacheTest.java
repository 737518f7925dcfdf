package dev.ferrite.offheap.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.diag.KernelBug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KmemCacheTest {
    @Test
    void freshObjectsAreZeroAndAligned() {
        // Dirty slabs of other classes must not shine through.
        List<Long> dirty = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            long block = Kmalloc.system().alloc(4096, Gfp.GFP_KERNEL);
            Words.fill(block, 4096, (byte) 0xEE);
            dirty.add(block);
        }
        dirty.forEach(Kmalloc.system()::free);
        Kmalloc.system().stats();
        KmemCache cache = KmemCache.create("zero", 100, 64);
        List<Long> objects = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            long object = cache.alloc();
            long bits = object % 64;
            for (int at = 0; at < 96; at += 8) {
                bits |= Words.getLongPlain(object + at);
            }
            assertThat(bits).isZero();
            objects.add(object);
        }
        assertThat(new HashSet<>(objects)).hasSize(5000);
        assertThat(cache.live()).isEqualTo(5000);
        objects.forEach(cache::free);
        assertThat(cache.live()).isZero();
    }

    @Test
    void objectsKeepTheirContentOverFreeAndAlloc() {
        KmemCache cache = KmemCache.create("stable", 24, 8);
        long object = cache.alloc();
        Words.setLongPlain(object, 1);
        Words.setLongPlain(object + 16, 3);
        cache.free(object);
        assertThat(Words.getLongPlain(object)).as("free writes nothing into it").isEqualTo(1);
        assertThat(cache.alloc()).isEqualTo(object);
        assertThat(Words.getLongPlain(object + 16)).isEqualTo(3);
        cache.free(object);
    }

    @Test
    void memoryIsNeverHandedToAnotherCache() {
        KmemCache one = KmemCache.create("one", 64, 64);
        Set<Long> objects = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            objects.add(one.alloc());
        }
        objects.forEach(one::free);
        Kmalloc.system().shrink();
        KmemCache two = KmemCache.create("two", 64, 64);
        Set<Long> others = new HashSet<>();
        Set<Long> blocks = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            others.add(two.alloc());
            long block = Kmalloc.system().alloc(64, Gfp.GFP_KERNEL);
            blocks.add(block);
            others.add(block);
        }
        Set<Long> both = new HashSet<>(others);
        both.retainAll(objects);
        assertThat(both).isEmpty();
        for (long object : others) {
            if (blocks.contains(object)) {
                Kmalloc.system().free(object);
            } else {
                two.free(object);
            }
        }
    }

    @Test
    void wrongFreesAreRefused() {
        KmemCache one = KmemCache.create("locks", 16, 8);
        KmemCache two = KmemCache.create("waiters", 16, 8);
        long object = one.alloc();
        assertThatThrownBy(() -> two.free(object))
                .isInstanceOf(KernelBug.class)
                .hasMessageContaining("locks")
                .hasMessageContaining("waiters");
        assertThatThrownBy(() -> Kmalloc.system().free(object)).isInstanceOf(KernelBug.class);
        assertThatThrownBy(() -> one.free(object + 8)).isInstanceOf(KernelBug.class);
        one.free(object);
        assertThatThrownBy(() -> one.free(object)).isInstanceOf(KernelBug.class).hasMessageContaining("double free");
        assertThatThrownBy(() -> KmemCache.create("bad", 0, 8)).hasMessageContaining("objectSize=0");
        assertThatThrownBy(() -> KmemCache.create("bad", 8, 24)).hasMessageContaining("align=24");
        assertThatThrownBy(() -> one.alloc(Gfp.GFP_KERNEL | Gfp.__GFP_ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everySizeAndAlignmentWorks() {
        for (int size : new int[] {1, 4, 8, 9, 24, 40, 100, 1000, 5000, 65536}) {
            for (int align = 4; align <= 4096; align *= 4) {
                KmemCache cache = KmemCache.create("sizes", size, align);
                List<Long> objects = new ArrayList<>();
                for (int i = 0; i < 9; i++) {
                    long object = cache.alloc();
                    assertThat(object % align).isZero();
                    Pattern.write(object, size, object);
                    objects.add(object);
                }
                objects.forEach(object -> Pattern.verify(object, size, object));
                objects.forEach(cache::free);
            }
        }
    }

    @Test
    void moreCachesThanOnePoolHolds() {
        List<KmemCache> caches = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            caches.add(KmemCache.create("many" + i, 32, 8));
        }
        for (KmemCache cache : caches) {
            long object = cache.alloc();
            cache.free(object);
            assertThat(cache.live()).isZero();
        }
    }
}
