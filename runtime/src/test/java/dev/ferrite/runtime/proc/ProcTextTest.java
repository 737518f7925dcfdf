package dev.ferrite.runtime.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.ref.RefCount;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcTextTest {
    private static ProcText text(String content) {
        return new ProcText("test", content.getBytes(StandardCharsets.UTF_8));
    }

    private static final String STAT_TAIL = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 987654 20 21\n";

    @Test
    void statIsParsedWhateverTheName() {
        for (String name : new String[] {"x", "", ")", ") R 1 2 3 4 5 6 7 8 9 (", "a\nb) Z", "((", "\u00fc"}) {
            TaskStat stat = TaskStat.parse(text("12 (" + name + ") S -" + STAT_TAIL));
            assertThat(stat).isEqualTo(new TaskStat('S', 987654));
        }
    }

    @Test
    void linesAreFoundByKeyAtTheStartOfALineOnly() {
        ProcText status = text("Name:\tUid:\t7\nTracer:\t-3\nUid:\t1 2\t3 4\nCapEff:\t000001ffffffffff\nLast:\t9");
        assertThat(status.line("Uid").number()).isEqualTo(1);
        assertThat(status.number()).isEqualTo(2);
        assertThat(status.line("Tracer").number()).isEqualTo(-3);
        assertThat(status.line("CapEff").hex()).isEqualTo(0x1ffffffffffL);
        assertThat(status.line("Last").number()).isEqualTo(9);
        assertThat(status.seek("acer")).isFalse();
        assertThat(status.seek("Uid:")).isFalse();
        assertThatThrownBy(() -> status.line("Gid"))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EINVAL));
    }

    @Test
    void textThatIsCutAnywhereIsEinvalAndNothingElse() {
        String whole = "12 (a) b) S -" + STAT_TAIL;
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            try {
                TaskStat.parse(text(cut));
            } catch (ErrnoException e) {
                assertThat(e.errno()).isEqualTo(Errno.EINVAL);
            }
        }
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            ProcText text = new ProcText("noise", noise);
            try {
                TaskStat.parse(text);
            } catch (ErrnoException e) {
                assertThat(e.errno()).isEqualTo(Errno.EINVAL);
            }
            text.seek("x");
            text.rest();
        }
    }

    @Test
    void filesOfAnyLengthAreReadWhole(@TempDir Path folder) throws Exception {
        for (int length : new int[] {0, 1, 8191, 8192, 8193, 65_535, 65_536, 65_537, 1_000_000}) {
            byte[] content = new byte[length];
            new Random(length).nextBytes(content);
            Path file = folder.resolve("f" + length);
            Files.write(file, content);
            ProcText read = ProcText.read(file.toString());
            assertThat(read.length()).isEqualTo(length);
            assertThat(read.sameText(new ProcText("same", content))).isTrue();
        }
    }

    @Test
    void aCountThatGoesWrongSaturatesAndWarns() {
        WarnSink before = Warn.sink((category, message, site) -> {});
        try {
            Counted counted = new Counted();
            counted.inc();
            assertThat(counted.decAndTest()).isFalse();
            assertThat(counted.decAndTest()).isTrue();
            long underflows = Warn.countOf(RefCount.WARN_SUB_UAF);
            assertThat(counted.decAndTest()).isFalse();
            assertThat(Warn.countOf(RefCount.WARN_SUB_UAF)).isEqualTo(underflows + 1);
            assertThat(counted.read()).isEqualTo(RefCount.SATURATED);
            Counted dead = new Counted();
            assertThat(dead.decAndTest()).isTrue();
            dead.inc();
            assertThat(dead.decAndTest()).as("never freed twice").isFalse();
        } finally {
            Warn.sink(before);
        }
    }
}
