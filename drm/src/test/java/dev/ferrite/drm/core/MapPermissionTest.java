package dev.ferrite.drm.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.testing.Bench;
import dev.ferrite.offheap.linux.Linux;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
}
