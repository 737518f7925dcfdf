package dev.ferrite.nova;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else's named module uses the built jars, with native access for the ground floor and no other flag. */
class NamedModuleIT {
    private static final String MODULE = """
            module embedder {
                requires dev.ferrite.nova;
            }
            """;

    private static final String MAIN = """
            package embedder;

            import dev.ferrite.drm.client.*;
            import dev.ferrite.nova.*;
            import dev.ferrite.nova.client.NovaClient;
            import dev.ferrite.offheap.linux.Linux;
            import dev.ferrite.runtime.module.ModuleLoader;

            public class Main {
                public static void main(String[] args) {
                    NovaModule nova = new NovaModule(NovaConfig.memfd(1 << 20));
                    ModuleLoader.system().load(nova);
                    try (DrmNode node = EmulatedNode.open(nova.renderNode(), Linux.O_RDWR);
                            GemBuffer buffer = new NovaClient(node).createBuffer(5000);
                            GemMapping map = buffer.map();
                            GemMapping again = buffer.mapConfined()) {
                        map.asByteBuffer().putInt(0, 42);
                        System.out.println(map.size() + " " + again.asByteBuffer().getInt(0));
                    }
                    ModuleLoader.system().remove(NovaModule.NAME);
                }
            }
            """;

    @TempDir
    Path folder;

    private static String modules() {
        return Path.of(System.getProperty("test.modules", "target/modules"))
                .toAbsolutePath()
                .toString();
    }

    private static Path tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        String text = Files.readString(output, StandardCharsets.UTF_8);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as(text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    @Test
    void anEmbedderNeedsNativeAccessForTheGroundFloorAndNothingElse() throws Exception {
        Path sources = Files.createDirectories(folder.resolve("src/embedder"));
        Path module = Files.writeString(folder.resolve("src/module-info.java"), MODULE);
        Path main = Files.writeString(sources.resolve("Main.java"), MAIN);
        Path classes = folder.resolve("classes");
        run(List.of(
                tool("javac").toString(),
                "--module-path",
                modules(),
                "-d",
                classes.toString(),
                module.toString(),
                main.toString()));
        String output = run(List.of(
                tool("java").toString(),
                "--module-path",
                modules() + System.getProperty("path.separator") + classes,
                "--enable-native-access=dev.ferrite.offheap",
                "--illegal-native-access=deny",
                "--sun-misc-unsafe-memory-access=deny",
                "--module",
                "embedder/embedder.Main"));
        assertThat(output.strip()).isEqualTo("8192 42");
    }
}
