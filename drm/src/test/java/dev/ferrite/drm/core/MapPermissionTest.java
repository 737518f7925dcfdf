package dev.ferrite.drm.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.testing.Bench;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.linux.Linux;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapPermissionTest {
    private static DrmFile<?> open(Bench bench) {
        return DrmNodes.open(bench.render, Linux.O_RDWR, Caller.unprivileged());
    }

    @Test
    void oneHandleOfOneFileIsAlwaysTheSameObject() {
        try (Bench bench = new Bench()) {
            DrmFile<?> first = open(bench);
            DrmFile<?> second = open(bench);
            MapPermission once = MapPermission.allow(null, first);
            assertThat(MapPermission.allow(null, first)).isSameAs(once);
            assertThat(MapPermission.revoke(MapPermission.allow(once, first), first))
                    .isSameAs(once);
            assertThat(MapPermission.revoke(MapPermission.allow(once, second), second))
                    .isSameAs(once);
            assertThat(MapPermission.revoke(once, first)).isNull();
            assertThat(MapPermission.revoke(once, second)).isSameAs(once);
            assertThat(MapPermission.revoke(null, first)).isNull();
            first.close();
            second.close();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void filesAreAllowedByCount(long seed) {
        Random random = new Random(seed);
        try (Bench bench = new Bench()) {
            List<DrmFile<?>> files = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                files.add(open(bench));
            }
            int[] counts = new int[files.size()];
            MapPermission chain = null;
            for (int i = 0; i < 5_000; i++) {
                int which = random.nextInt(counts.length);
                if (random.nextBoolean()) {
                    chain = MapPermission.allow(chain, files.get(which));
                    counts[which]++;
                } else {
                    chain = MapPermission.revoke(chain, files.get(which));
                    counts[which] = Math.max(0, counts[which] - 1);
                }
                for (int file = 0; file < counts.length; file++) {
                    assertThat(MapPermission.allows(chain, files.get(file))).isEqualTo(counts[file] > 0);
                }
            }
            files.forEach(DrmFile::close);
        }
    }

    /** The chain is replaced by CAS: what one file is allowed is neither lost nor left by what the other does meanwhile. */
    @Test
    void twoFilesThatRenewHandlesOnOneObjectDoNotDisturbEachOther() {
        try (Bench bench = new Bench();
                ARef<? extends GemObject<String>> reference =
                        bench.test.newObject(bench.device.get(), Bench.PAGE, false)) {
            GemObject<String> object = reference.get();
            DrmFile<?> first = open(bench);
            DrmFile<?> second = open(bench);
            CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> wrongAnswers(object, second));
            assertThat(wrongAnswers(object, first)).isZero();
            assertThat(other.join()).isZero();
            assertThat(object.mayBeMappedBy(first)).isFalse();
            assertThat(object.mayBeMappedBy(second)).isFalse();
            first.close();
            second.close();
        }
    }

    private static int wrongAnswers(GemObject<?> object, DrmFile<?> file) {
        int wrong = 0;
        for (int i = 0; i < 3_000; i++) { // the driver notes each of them in a list that it copies
            int one = object.createHandle(file);
            int two = object.createHandle(file);
            wrong += file.closeHandle(one) == 0 && object.mayBeMappedBy(file) ? 0 : 1;
            wrong += file.closeHandle(two) == 0 && !object.mayBeMappedBy(file) ? 0 : 1;
        }
        return wrong;
    }
}
