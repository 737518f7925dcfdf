package dev.ferrite.nova.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.nova.boot.scene.Scene;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PiecesTest {
    @Test
    void tilesCoverEveryPixelOnce() {
        TileGrid grid = new TileGrid(150, 70);
        BitSet covered = new BitSet();
        for (int tile = 0; tile < grid.tiles(); tile++) {
            for (int y = 0; y < grid.heightOf(tile); y++) {
                for (int x = 0; x < grid.widthOf(tile); x++) {
                    int pixel = (grid.top(tile) + y) * 150 + grid.left(tile) + x;
                    assertThat(covered.get(pixel)).isFalse();
                    covered.set(pixel);
                }
            }
        }
        assertThat(covered.cardinality()).isEqualTo(150 * 70);
    }

    @Test
    void theQueueHandsOutEachTileOnceAndNoneOfAnotherFrame() {
        try (RunMemory memory = new RunMemory(3)) {
            try (var guard = memory.queue().lock()) {
                TileQueue queue = guard.get();
                queue.fill(1, 2);
                assertThat(queue.take(0)).isEqualTo(TileQueue.EMPTY);
                assertThat(queue.take(1)).isZero();
                assertThat(queue.take(1)).isEqualTo(1);
                assertThat(queue.take(1)).isEqualTo(TileQueue.EMPTY);
            }
        }
    }

    @Test
    void theLedgerKnowsATileOnlyInItsFrame() {
        try (RunMemory memory = new RunMemory(3)) {
            TileLedger ledger = memory.ledger();
            assertThat(ledger.isPublished(2, 0)).isFalse();
            ledger.publish(2, 0, 0xCAFE);
            assertThat(ledger.isPublished(2, 0)).isTrue();
            assertThat(ledger.isPublished(2, 1)).isFalse();
            assertThat(ledger.isPublished(1, 0)).isFalse();
            assertThat(ledger.checksum(2)).isEqualTo(0xCAFE);
        }
    }

    @Test
    void theFirstFailureWinsAndWakesWhoWaits() throws Exception {
        Stage stage = new Stage();
        CompletableFuture<Frame> waiting = CompletableFuture.supplyAsync(() -> stage.next(0));
        stage.fail(new BootFailure("first"));
        stage.fail(new BootFailure("second"));
        assertThat(waiting.get(60, TimeUnit.SECONDS)).isNull();
        assertThatThrownBy(stage::check).isInstanceOf(BootFailure.class).hasMessage("first");
        assertThatThrownBy(() -> stage.awaitVerified(0)).hasMessage("first");
    }

    @Test
    void aLateClientSkipsFramesThatAreOver() {
        Stage stage = new Stage();
        Scene scene = Scene.of(1, 4, 4, 0);
        stage.show(new Frame(0, scene, 0));
        stage.show(new Frame(1, scene, 1));
        assertThat(stage.next(0)).extracting(Frame::index).isEqualTo(1);
        stage.finish();
        assertThat(stage.next(2)).isNull();
    }

    @Test
    void everythingIsClosedWhateverFails() {
        StringBuilder order = new StringBuilder();
        Closers closers = new Closers();
        closers.add(() -> order.append('a'));
        closers.add(() -> {
            throw new IllegalStateException("b");
        });
        closers.add(() -> order.append('c'));
        assertThatThrownBy(closers::close).isInstanceOf(BootFailure.class).hasMessageContaining("(b)");
        assertThat(order).hasToString("ca");
    }

    @Test
    void whatIsThrownBecomesOneSentence() {
        assertThat(BootFailure.of(new ErrnoException(Errno.ENOSPC, "write")).getMessage())
                .contains("write")
                .contains("ENOSPC");
        assertThat(BootFailure.of(new NoSuchFileException("/x")).getMessage()).isEqualTo("/x does not exist");
        assertThat(BootFailure.of(new IllegalStateException("odd")).getMessage())
                .contains("IllegalStateException")
                .contains("odd");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, width",
        "1, 0, 1, 1, height",
        "7681, 1, 1, 1, width",
        "1, 4321, 1, 1, height",
        "1, 1, 0, 1, frames",
        "1, 1, 1, 0, threads",
        "1, 1, 1, 257, threads"
    })
    void optionsOutOfRangeAreNamedWithTheirValue(int width, int height, int frames, int threads, String what) {
        assertThatThrownBy(() ->
                        new BootOptions(null, 0, width, height, frames, threads, Path.of("."), false, 1, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(what + " must be ");
    }

    @Test
    void vramIsEnoughForTheLargestRun() {
        BootOptions options = new BootOptions(
                null,
                0,
                BootOptions.MAX_WIDTH,
                BootOptions.MAX_HEIGHT,
                2,
                BootOptions.MAX_THREADS,
                Path.of("."),
                false,
                1,
                null,
                null);
        assertThat(options.enoughVram()).isGreaterThan(2 * options.pictureBytes());
        assertThat(Long.bitCount(options.enoughVram())).isEqualTo(1);
    }
}
