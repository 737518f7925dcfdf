package dev.ferrite.runtime.module.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.log.LogRecord;
import dev.ferrite.runtime.module.ModuleLoader;
import dev.ferrite.runtime.module.ModuleParams;
import dev.ferrite.runtime.module.ModuleType;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of docs/modules.md compile, and do what the page says. */
class DocsTest {
    private static final String IMPORTS = """
            package p;
            import dev.ferrite.runtime.device.*;
            import dev.ferrite.runtime.log.KernelLog;
            import dev.ferrite.runtime.module.*;
            import dev.ferrite.runtime.module.KernelModuleInfo.Param;
            import dev.ferrite.runtime.module.Module;
            import dev.ferrite.runtime.platform.*;
            import java.util.List;
            import org.jspecify.annotations.Nullable;
            """;

    @TempDir
    Path folder;

    /** The Java block of the page that contains a text. */
    private static String program(String containing) throws Exception {
        String page = Files.readString(Path.of("../docs/modules.md"));
        for (String block : page.split("```java\n", -1)) {
            String code = block.split("```", 2)[0];
            if (code.contains(containing)) {
                return IMPORTS + code;
            }
        }
        throw new AssertionError("docs/modules.md has no program with " + containing);
    }

    @Test
    void theGreeterGreets() throws Exception {
        Javac javac = new Javac(folder);
        assertThat(javac.compile(program("class Greeter")))
                .as(javac.messages()::toString)
                .isTrue();
        assertThat(javac.messages()).isEmpty();
        try (URLClassLoader classes = javac.loader()) {
            ModuleType type = (ModuleType)
                    classes.loadClass("p.GreeterInfo").getConstructor().newInstance();
            ModuleLoader loader = new ModuleLoader(KernelLog.create(64 * 1024));
            loader.load(type, ModuleParams.parse(type.info(), List.of("times=3")));
            loader.unload("greeter");
        }
        assertThat(KernelLog.system().snapshot()).extracting(LogRecord::message).contains("hello, 3 times", "bye");
    }

    @Test
    void theClockDriverCompiles() throws Exception {
        Javac javac = new Javac(folder);
        assertThat(javac.compile(
                        program("class ClockDriver"),
                        IMPORTS + "class Registers implements AutoCloseable { @Override public void close() {} }"))
                .as(javac.messages()::toString)
                .isTrue();
    }
}
