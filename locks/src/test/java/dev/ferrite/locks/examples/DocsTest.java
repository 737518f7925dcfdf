package dev.ferrite.locks.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What documents and Javadoc show is the text of sources that are compiled and run. */
class DocsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SHOWN =
            Pattern.compile("<!-- (\\S+\\.java) -->\\s*```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("^(?:public )?(?:final )?class (\\w+)", Pattern.MULTILINE);
    private static final Pattern SNIPPET = Pattern.compile("\\{@snippet :\\n(.*?)\\n \\* }", Pattern.DOTALL);

    @Test
    void embeddingGuideShowsTheExamplesAsTheyAre() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/embedding.md"));
        List<String> shown = new ArrayList<>();
        Matcher block = SHOWN.matcher(guide);
        while (block.find()) {
            shown.add(Path.of(block.group(1)).getFileName().toString());
            String source = Files.readString(ROOT.resolve(block.group(1)));
            assertThat(block.group(2))
                    .as(block.group(1))
                    .isEqualTo(source.substring(source.indexOf(";\n\n") + 3)); // all but the package
        }
        assertThat(shown).containsExactly("Account.java", "OrderRing.java", "SharedSamples.java", "TicketBackend.java");
    }

    @ParameterizedTest
    @CsvSource({
        "Mutex, Account.java",
        "CondVar, OrderRing.java",
        "ref/Arc, SharedSamples.java",
    })
    void javadocShowsLinesOfAnExample(String type, String example) throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/ferrite/locks/" + type + ".java"));
        List<String> code = lines(Files.readString(Path.of("src/test/java/dev/ferrite/locks/examples/" + example)));
        Matcher snippet = SNIPPET.matcher(source);
        assertThat(snippet.find()).as("%s has a snippet", type).isTrue();
        List<String> shown = lines(snippet.group(1).replaceAll("(?m)^ \\* ?", ""));
        assertThat(code).containsSequence(shown);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** A program in the README compiles as it stands. */
    @Test
    void codeOfTheReadmeCompiles(@TempDir Path classes) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve("README.md")));
        int compiled = 0;
        while (block.find()) {
            compile(block.group(1), classes);
            compiled++;
        }
        assertThat(compiled).isPositive();
    }

    private static void compile(String code, Path classes) {
        Matcher name = CLASS.matcher(code);
        assertThat(name.find()).as("a class in%n%s", code).isTrue();
        URI uri = URI.create("string:///" + name.group(1) + ".java");
        JavaFileObject source = new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
        StringWriter messages = new StringWriter();
        JavaCompiler javac = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        List<String> options = List.of(
                "-cp", System.getProperty("java.class.path"), "-d", classes.toString(), "-proc:none", "-Xlint:all");
        assertThat(javac.getTask(messages, null, null, options, null, List.of(source))
                        .call())
                .as(messages::toString)
                .isTrue();
    }
}
