package dev.ferrite.offheap.bindgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documentation comments of a header become Javadoc. */
class HeaderCommentsTest {
    private static final String HEADER = """
            /**
             * struct thing - one of many <things>
             * @first: the first, see &struct other
             *   and more of it
             * @second: has %LIMIT at most
             *
             * A longer text about @first & thing_call().
             */
            struct thing {
            	int first;
            	int second;
            	/** @third: on the spot */
            	int third;
            	/** not about this member */
            	int fourth;
            };

            /** struct other - a comment for something else */

            struct bare {
            	int x;
            };

            /**
             * LIMIT
             *
             * As far as it goes. Ends with a star slash.
             */
            #define LIMIT 5

            /**
             * enum kind - kinds
             * @KIND_ONE: the only one
             */
            enum kind { KIND_ONE };
            """;

    @TempDir
    Path folder;

    private String java(String file, String... more) throws IOException {
        Path header = Files.writeString(folder.resolve("doc.h"), HEADER);
        Path out = folder.resolve("out");
        String[] args = new String[5 + more.length];
        System.arraycopy(new String[] {header.toString(), "--package", "p", "--out", out.toString()}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        assertThat(CTools.bindgen(args)).startsWith("0").endsWith("");
        return Files.readString(out.resolve("p").resolve(file));
    }

    @BeforeEach
    void needsGcc() {
        CTools.require("gcc");
    }

    @Test
    void structTextComesBeforeItsSize() throws IOException {
        assertThat(java("Thing.java"))
                .contains(
                        "/**\n * One of many &lt;things&gt;.\n *\n",
                        " * <p>A longer text about {@code first} &amp; {@code thing_call()}.\n *\n",
                        " * <p>{@code struct thing}: 16 bytes, alignment 4.");
    }

    @Test
    void memberTextComesFromTheBlockOrFromTheSpot() throws IOException {
        assertThat(java("Thing.java"))
                .contains(
                        "     * The first, see {@code struct other} and more of it.\n     *\n     * <p>{@code int first}, offset 0.")
                .contains("     * Has {@code LIMIT} at most.\n     *\n     * <p>{@code int second}, offset 4.")
                .contains("     * On the spot.\n     *\n     * <p>{@code int third}, offset 8.")
                .contains("    /**\n     * {@code int fourth}, offset 12.");
    }

    @Test
    void commentAboutSomethingElseIsNotTaken() throws IOException {
        assertThat(java("Bare.java")).contains("/**\n * {@code struct bare}: 4 bytes, alignment 4.");
    }

    @Test
    void macroAndEnumeratorTextIsTaken() throws IOException {
        assertThat(java("DocH.java"))
                .contains(
                        "    /** As far as it goes. Ends with a star slash. */\n    public static final int LIMIT = 5;")
                .contains("    /** The only one. */\n    public static final int KIND_ONE = 0;");
    }

    @Test
    void commentsStayOutWithNoDocs() throws IOException {
        assertThat(java("Thing.java", "--no-docs")).doesNotContain("One of many", "On the spot");
        assertThat(java("DocH.java", "--no-docs")).doesNotContain("As far as");
    }
}
