package dev.ferrite.runtime.panic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.locks.Mutex;
import dev.ferrite.locks.RwLock;
import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.module.Module;
import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ModuleLoader;
import dev.ferrite.runtime.module.ModuleType;
import dev.ferrite.runtime.module.ThisModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a panic says of the state of the process: modules and held locks. In processes of their own. */
@Timeout(120)
class PanicStateTest {
    @TempDir
    Path folder;

    /** A module that panics in its init, or when told to. */
    private record Sample(String name, Runnable init) implements ModuleType {
        @Override
        public ModuleInfo info() {
            return ModuleInfo.builder(name).license("Apache-2.0").build();
        }

        @Override
        public Module init(ThisModule self) {
            init.run();
            return () -> {};
        }
    }

    /** Panics inside a module's init, with two locks held. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) {
            ModuleLoader loader = ModuleLoader.system();
            load(loader, "gone", () -> {});
            loader.unload("gone");
            load(loader, "first", () -> {});
            load(loader, "second", () -> {});
            Mutex<Object> outer = Mutex.of(new Object(), "outer");
            RwLock<Object> inner = RwLock.of(new Object(), "inner");
            load(loader, "third", () -> {
                try (var one = outer.lock();
                        var two = inner.read()) {
                    throw Panic.panic("held " + one.isHeld() + (two.get() != null));
                }
            });
        }

        private static void load(ModuleLoader loader, String name, Runnable init) {
            assertThat(loader.load(new Sample(name, init)).name()).isEqualTo(name);
        }
    }

    private String panicOf(String... flags) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(flags));
        command.add(Program.class.getName());
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(Duration.ofSeconds(60))).isTrue();
        String text = Files.readString(err);
        assertThat(process.exitValue()).as(text).isEqualTo(Panic.EXIT_CODE);
        return text;
    }

    @Test
    void modulesAreNamedNewestFirstWithTheirStateAndTheLastThatWent() throws Exception {
        assertThat(panicOf())
                .contains("panic: Modules linked in: third(+) second first [last unloaded: gone]\n")
                .doesNotContain("held by")
                .doesNotContain("troubles");
    }

    @Test
    void heldLocksAreNamedWhereTheValidatorIsOn() throws Exception {
        assertThat(panicOf("-Dferrite.lockdep=true"))
                .containsPattern("panic: 2 locks held by main \\(\\d+\\):\n")
                .containsPattern("panic:  #0: outer \\{.*}, Mutex outer at 0x[0-9a-f]+\n")
                .containsPattern("panic:  #1: inner \\{.*}, RwLock inner at 0x[0-9a-f]+, to read\n")
                .doesNotContain("troubles");
    }

    @Test
    void aLoaderOfItsOwnHasALineOfItsOwn() {
        StringBuilder line = new StringBuilder();
        ModuleLoader loader = new ModuleLoader(KernelLog.system());
        loader.printModules(line);
        assertThat(line).hasToString("Modules linked in:");
        Program.load(loader, "one", () -> {});
        Program.load(loader, "two", () -> {});
        line.setLength(0);
        loader.printModules(line);
        assertThat(line).hasToString("Modules linked in: two one");
        loader.unload("one");
        line.setLength(0);
        loader.printModules(line);
        assertThat(line).hasToString("Modules linked in: two [last unloaded: one]");
        loader.unload("two");
    }
}
