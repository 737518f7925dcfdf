package dev.ferrite.offheap.bindgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says when it cannot do its work. */
class BadInputTest {
    @TempDir
    Path folder;

    @BeforeEach
    void needsGcc() {
        CTools.require("gcc");
    }

    private Path header(String text) throws IOException {
        return Files.writeString(folder.resolve("some.h"), text);
    }

    private List<String> bindgen(Path header, String... more) {
        List<String> args = new ArrayList<>(List.of(
                header.toString(),
                "--package",
                "p",
                "--out",
                folder.resolve("out").toString()));
        args.addAll(List.of(more));
        return CTools.bindgen(args.toArray(String[]::new));
    }

    @Test
    void headerWithAnErrorShowsTheCompilersOwnMessage() throws IOException {
        List<String> result = bindgen(header("struct a { int x; };\nstruct b { no_such_type y; };\n"));
        assertThat(result).startsWith("1", "");
        assertThat(result.get(2))
                .contains("some.h:2:12: error: unknown type name")
                .contains("no_such_type");
    }

    @Test
    void missingIncludeShowsTheCompilersOwnMessage() throws IOException {
        assertThat(bindgen(header("#include \"not_here.h\"\n")).get(2))
                .contains("some.h:1:10: fatal error: not_here.h: No such file");
    }

    @Test
    void missingHeaderIsOneSentence() {
        assertThat(bindgen(folder.resolve("none.h")))
                .containsExactly("1", "", "bindgen: header cannot be read: " + folder.resolve("none.h") + "\n");
    }

    @Test
    void missingCompilerIsOneSentence() throws IOException {
        assertThat(bindgen(header("struct a { int x; };"), "--cc", "no-such-gcc"))
                .containsExactly(
                        "1",
                        "",
                        "bindgen: the C compiler was not found: install gcc (a package such as gcc), or name another"
                                + " with --cc: no-such-gcc\n");
    }

    @Test
    void macroAskedForThatIsNoConstantIsNamed() throws IOException {
        Path header = header("#define GOOD 1\n#define CALL some_function()\n");
        assertThat(bindgen(header, "--constants", "GOOD|CALL").get(2))
                .startsWith("bindgen: macro CALL cannot be evaluated: ")
                .endsWith(": some_function()\n");
    }

    @Test
    void macroThatIsAnAddressIsNamed() throws IOException {
        assertThat(bindgen(header("#define WHERE \"abc\" + 1\n"), "--constants", "WHERE")
                        .get(2))
                .isEqualTo("bindgen: macro WHERE cannot be evaluated: its value is an address: \"abc\" + 1\n");
    }

    @Test
    void macroThatDoesNotExistIsNamed() throws IOException {
        assertThat(bindgen(header("#define GOOD 1\n"), "--constants", "GOOD|BAD")
                        .get(2))
                .isEqualTo("bindgen: no macro or enumerator of this name: BAD\n");
    }

    @Test
    void macroWithParametersIsNamed() throws IOException {
        assertThat(bindgen(header("#define TWICE(x) (2 * (x))\n"), "--constants", "TWICE")
                        .get(2))
                .contains("macro TWICE takes parameters");
    }

    @Test
    void macrosChosenByPatternAreSkippedIfTheyAreNoConstants() throws IOException {
        List<String> result = bindgen(
                header("#define M_A 1\n#define M_B (\n#define M_C int\n#define M_D f()\n"), "--constants", "M_.*");
        assertThat(result.get(0)).isEqualTo("0");
        assertThat(result.get(1)).contains("0 structs and unions, 1 constants");
    }

    @Test
    void structAskedForThatDoesNotExistIsNamed() throws IOException {
        assertThat(bindgen(header("struct a { int x; };"), "--include", "a|b").get(2))
                .isEqualTo("bindgen: no struct or union of this name: b\n");
    }

    @Test
    void headerWithoutAnythingToSelectIsAnError() throws IOException {
        assertThat(bindgen(header("int f(void);\n")).get(2)).contains("nothing selected");
    }

    @Test
    void wrongUsageIsOneSentenceAndExitsWithTwo() throws IOException {
        Path header = header("struct a { int x; };");
        assertThat(CTools.bindgen(header.toString()))
                .startsWith("2", "")
                .last()
                .asString()
                .contains("no package given");
        assertThat(CTools.bindgen("--package", "p", "--out", "o").get(2)).contains("no header given");
        assertThat(CTools.bindgen(header.toString(), "--package", "p").get(2)).contains("no folder given");
        assertThat(CTools.bindgen(header.toString(), "--package", "1p", "--out", "o")
                        .get(2))
                .contains("not a package name: 1p");
        assertThat(bindgen(header, "--nonsense").get(2)).contains("unknown option: --nonsense");
        assertThat(bindgen(header, "--include", "(").get(2)).contains("not a regular expression: (");
        assertThat(bindgen(header, "--include").get(2)).contains("option --include needs a value");
        assertThat(bindgen(header, "other.h").get(2)).contains("more than one header");
        assertThat(bindgen(header, "@nowhere").get(2)).contains("options file cannot be read");
    }

    @Test
    void helpIsNoError() {
        assertThat(CTools.bindgen("--help")).containsExactly("0", Bindgen.USAGE, "");
    }

    @Test
    void checkNamesFilesThatDifferAreMissingOrStale() throws IOException {
        Path header = header("struct a { int x; };\nstruct b { int y; };\n");
        assertThat(bindgen(header).getFirst()).isEqualTo("0");
        assertThat(bindgen(header, "--check").getFirst()).isEqualTo("0");
        Files.delete(folder.resolve("out/p/A.java"));
        Files.writeString(folder.resolve("out/p/B.java"), "// Generated from elsewhere\n");
        Files.writeString(folder.resolve("out/p/C.java"), "// Generated from some.h\n");
        Files.writeString(folder.resolve("out/p/Handwritten.java"), "class Handwritten {}\n");
        assertThat(bindgen(header, "--check"))
                .startsWith("1", "")
                .last()
                .asString()
                .contains("missing: ", "A.java", "differs: ", "B.java", "no longer generated: ", "C.java")
                .doesNotContain("Handwritten");
    }

    @Test
    void checkTellsOtherHeadersFromOtherOutput() throws IOException {
        String check = folder.resolve("check.c").toString();
        Path other = Files.createDirectories(folder.resolve("system")).resolve("other.h");
        Files.writeString(other, "struct a { int x; };");
        Path header = header("#include \"system/other.h\"\nstruct own { int x; };\n");
        assertThat(bindgen(header, "--check-file", check).getFirst()).isEqualTo("0");

        header("#include \"system/other.h\"\nstruct own { long x; };\n");
        assertThat(bindgen(header, "--check-file", check, "--check").getFirst()).isEqualTo("1");

        Files.writeString(other, "struct a { long x; };");
        List<String> result = bindgen(header, "--check-file", check, "--check");
        assertThat(result).startsWith("3", "");
        assertThat(result.get(2)).contains("not those the bindings were made from: other.h");
    }

    @Test
    void nothingStaysInTheTemporaryFolder() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long before = count(temporary);
        bindgen(header("struct a { int x; };"));
        bindgen(header("struct a { broken"));
        assertThat(count(temporary)).isEqualTo(before);
    }

    private static long count(Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(f -> String.valueOf(f.getFileName()).startsWith("ferrite-bindgen"))
                    .count();
        }
    }
}
