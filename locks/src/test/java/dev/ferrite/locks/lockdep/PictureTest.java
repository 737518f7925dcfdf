package dev.ferrite.locks.lockdep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The listings and the pictures: of a driver's locks with one cycle, and of random graphs. */
class PictureTest {
    private final Scene scene = new Scene();

    private static final String[] NAMES = {
        "prime.lock", "object_name_lock", "table_lock", "vm_lock", "resv<ww>", "event_lock", "a&b"
    };

    private GraphSnapshot driver() {
        LockdepMap[] locks = new LockdepMap[NAMES.length];
        for (int i = 0; i < locks.length; i++) {
            locks[i] = scene.lock(NAMES[i], i == 2 || i == 5 ? WaitType.SPIN : WaitType.SLEEP);
        }
        scene.nest(locks[0], locks[1], locks[2]);
        scene.nest(locks[1], locks[3]);
        scene.nest(locks[3], locks[4], locks[5]);
        scene.nest(locks[4], locks[6]);
        scene.nest(locks[4], locks[0]);
        return scene.graph.snapshot();
    }

    @Test
    void offendingCycleIsRedAndTheRestIsNot() throws Exception {
        GraphSnapshot graph = driver();
        assertThat(scene.reports).hasSize(1);
        String svg = LockdepPicture.svg(graph, scene.reports);
        String dot = LockdepPicture.dot(graph, scene.reports);

        int links = scene.reports.getFirst().cycle().size();
        assertThat(links).isEqualTo(4);
        assertThat(svg.split("class=\"edge bad\"", -1)).hasSize(links + 1);
        assertThat(svg.split("<g class=\"bad\">", -1)).hasSize(links + 1);
        assertThat(dot.split("penwidth=2", -1)).hasSize(links + 1);
        assertThat(dot).contains("label=\"resv<ww>\\nObject\"");
        assertThat(svg).contains("resv&lt;ww&gt;").contains("a&amp;b");
        assertThat(svg.split("<g", -1)).hasSameSizeAs(svg.split("</g>", -1));
        assertThat(svg.split("<text", -1)).hasSameSizeAs(svg.split("</text>", -1));
        String file = System.getProperty("test.svg");
        if (file != null) {
            java.nio.file.Files.writeString(java.nio.file.Path.of(file), svg);
        }
    }

    @Test
    void listingsNameClassesDependenciesAndChains() {
        GraphSnapshot graph = driver();

        assertThat(LockdepText.classes(graph))
                .contains("FD:    6 BD:    0 p...s sleep   Object: prime.lock")
                .contains(" -> [2] object_name_lock\n")
                .contains(" -> [1] prime.lock   closes a cycle\n");
        assertThat(LockdepText.chains(graph)).contains("  prime.lock -> object_name_lock -> table_lock\n");
        assertThat(LockdepText.statistics(graph, scene.reports).replaceAll(" +", " "))
                .contains("lock classes: 7 [max: 8191]")
                .contains("deepest chain: 3 [max: 48]")
                .contains("lockdep-circular-dependency: 1");
    }

    @Test
    void boxesNeverOverlapAndNothingLeavesThePicture() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            Scene any = new Scene();
            LockdepMap[] locks = any.locks(1 + random.nextInt(20));
            for (int i = 0; i < 40; i++) {
                int a = random.nextInt(locks.length);
                int b = random.nextInt(locks.length);
                if (a != b) {
                    any.nest(locks[a], locks[b]);
                }
            }
            PictureLayout layout = PictureLayout.of(any.graph.snapshot());
            List<PictureLayout.Box> boxes = layout.boxes();
            for (PictureLayout.Box box : boxes) {
                assertThat(box.x()).isNotNegative();
                assertThat(box.x() + box.width()).isLessThanOrEqualTo(layout.width());
                assertThat(box.y() + PictureLayout.BOX_HEIGHT).isLessThanOrEqualTo(layout.height());
                for (PictureLayout.Box other : boxes) {
                    assertThat(other.equals(box)
                                    || other.row() != box.row()
                                    || other.x() >= box.x() + box.width()
                                    || box.x() >= other.x() + other.width())
                            .isTrue();
                }
            }
            assertThat(layout.lines()).hasSameSizeAs(any.graph.snapshot().edges());
        }
    }

    @Test
    void pictureOfNothingIsAPicture() {
        GraphSnapshot empty = scene.graph.snapshot();

        assertThat(LockdepPicture.svg(empty, List.of())).contains("0 classes").endsWith("</svg>\n");
        assertThat(LockdepText.classes(empty)).hasLineCount(1);
    }
}
