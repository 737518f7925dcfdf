package dev.ferrite.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTextTest {
    private static final String[] PARTS = {"a", "\0", "é", "漢", "\uD83D\uDC27", "\uD83D", "\u007f", "ÿ"};

    /** Each with a fresh text, so that it goes the JDK's way first; and once more, the other way if it is not ASCII. */
    @Test
    void shortTextsOfEveryMixtureAreEncodedAsTheJdkDoes() {
        for (String text : mixtures(4)) {
            LogText fresh = new LogText();
            for (int way = 0; way < 2; way++) {
                fresh.set("t", text, LogRing.MAX_TEXT_BYTES);
                assertThat(bytes(fresh))
                        .as("%s, way %d", escaped(text), way)
                        .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
                assertThat(fresh.cut).isFalse();
            }
        }
    }

    @Test
    void whatStoodThereBeforeIsNotInTheLastWord() {
        for (int length = 1; length < 40; length++) {
            LogText text = new LogText();
            text.set("t", "x".repeat(48), LogRing.MAX_TEXT_BYTES);
            text.set("t", "y".repeat(length), LogRing.MAX_TEXT_BYTES);
            int words = LogSlot.words(length);
            long last = Words.getLongPlain(text.address + (long) words * Long.BYTES);
            String behind = "%016x".formatted(last).substring(0, 2 * (7 - (length - 1) % 8));
            assertThat(behind).as("length %d", length).matches("(00)*(ff)?(00)?"); // the mark and the zero, no x
        }
    }

    private static List<String> mixtures(int longest) {
        List<String> texts = new ArrayList<>(List.of(""));
        for (int from = 0, length = 1; length <= longest; length++) {
            for (int end = texts.size(); from < end; from++) {
                for (String part : PARTS) {
                    texts.add(texts.get(from) + part);
                }
            }
        }
        return texts;
    }

    /** The message, which begins at the word after the subsystem's one. */
    private static byte[] bytes(LogText text) {
        byte[] bytes = new byte[text.messageBytes];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (Words.getLongPlain(text.address + Long.BYTES + (i & -8)) >>> (i << 3));
        }
        return bytes;
    }

    private static String escaped(String text) {
        return text.chars().mapToObj(Integer::toHexString).toList().toString();
    }
}
