package dev.ferrite.runtime.module.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.runtime.log.KernelLog;
import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ModuleLoader;
import dev.ferrite.runtime.module.ModuleParam;
import dev.ferrite.runtime.module.ModuleParams;
import dev.ferrite.runtime.module.ModuleState;
import dev.ferrite.runtime.module.ModuleType;
import dev.ferrite.runtime.module.ParamType;
import dev.ferrite.runtime.module.ThisModule;
import dev.ferrite.runtime.platform.PlatformBus;
import dev.ferrite.runtime.platform.PlatformDevice;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules declared by annotation: what is right works, and mistakes are shown where they are. */
class KernelModuleProcessorTest {
    private static final String HEAD = """
            package p;
            import dev.ferrite.runtime.module.*;
            import dev.ferrite.runtime.module.KernelModuleInfo.Param;
            import dev.ferrite.runtime.module.Module;
            """;

    private static final String HELLO = HEAD + """
            @KernelModuleInfo(
                    name = "hello",
                    authors = {"A. Author", "B. \\"Quoted\\" Bé"},
                    description = "Says hello",
                    license = "GPL v2",
                    alias = "greeter",
                    firmware = "hello.bin",
                    params = {
                        @Param(name = "times", type = ParamType.U32, value = "1", description = "How often"),
                        @Param(name = "whom", type = ParamType.STRING, value = "world", description = "Who's greeted"),
                        @Param(name = "loud", type = ParamType.BOOL, value = "n", description = "As */ said"),
                        @Param(name = "init", type = ParamType.SIZE, value = "64M", description = "A taken name")
                    })
            class Hello implements Module {
                static Hello init(ThisModule self) {
                    System.setProperty("p.Hello", HelloInfo.times(self) + HelloInfo.whom(self) + HelloInfo.loud(self)
                            + HelloInfo.init_(self));
                    return new Hello();
                }
                @Override public void close() {
                    System.setProperty("p.Hello", "gone");
                }
            }
            """;

    @TempDir
    Path folder;

    private Javac javac;

    @BeforeEach
    void compiler() {
        javac = new Javac(folder);
    }

    private void compiles(String... sources) throws Exception {
        assertThat(javac.compile(sources)).as(javac.messages()::toString).isTrue();
        assertThat(javac.messages()).isEmpty();
    }

    /** The module that was compiled, by its declaration alone. */
    private ModuleType only(URLClassLoader loader) throws Exception {
        List<String> declared = Files.readAllLines(folder.resolve("META-INF/services/" + ModuleType.class.getName()));
        assertThat(declared).hasSize(1);
        return (ModuleType)
                loader.loadClass(declared.getFirst()).getConstructor().newInstance();
    }

    @Test
    void aModuleIsDeclaredWithItsFactsAndTypedParameters() throws Exception {
        compiles(HELLO);
        try (URLClassLoader loader = javac.loader()) {
            ModuleType type = only(loader);
            assertThat(type.info())
                    .isEqualTo(ModuleInfo.builder("hello")
                            .author("A. Author")
                            .author("B. \"Quoted\" Bé")
                            .description("Says hello")
                            .license("GPL v2")
                            .alias("greeter")
                            .firmware("hello.bin")
                            .param(new ModuleParam("times", ParamType.U32, "1", "How often"))
                            .param(new ModuleParam("whom", ParamType.STRING, "world", "Who's greeted"))
                            .param(new ModuleParam("loud", ParamType.BOOL, "n", "As */ said"))
                            .param(new ModuleParam("init", ParamType.SIZE, "64M", "A taken name"))
                            .build());
            ModuleLoader modules = new ModuleLoader(KernelLog.create(64 * 1024));
            modules.load(type, ModuleParams.parse(type.info(), List.of("times=3", "loud")));
            assertThat(System.getProperty("p.Hello")).isEqualTo("3worldtrue" + (64 << 20));
            modules.unload("hello");
            assertThat(System.getProperty("p.Hello")).isEqualTo("gone");
        } finally {
            System.clearProperty("p.Hello");
        }
    }

    @Test
    void aSecondBuildKeepsWhatOtherModulesDeclared() throws Exception {
        compiles(HELLO);
        compiles(HELLO.replace("Hello", "Bye").replace("\"hello\"", "\"bye\""));
        assertThat(Files.readAllLines(folder.resolve("META-INF/services/" + ModuleType.class.getName())))
                .containsExactly("p.ByeInfo", "p.HelloInfo");
        for (String stale : List.of("HelloInfo", "ByeInfo")) {
            Files.delete(folder.resolve("p/" + stale + ".class"));
            Files.delete(folder.resolve("p/" + stale + ".java"));
        }
        compiles(HELLO.replace("Hello", "Bye").replace("\"hello\"", "\"bye\""));
        assertThat(Files.readAllLines(folder.resolve("META-INF/services/" + ModuleType.class.getName())))
                .containsExactly("p.ByeInfo");
    }

    @Test
    void anInPlaceModuleIsFilledAndEmptiedInReverse() throws Exception {
        compiles(HEAD + """
                @KernelModuleInfo(name = "placed", license = "MIT")
                class Placed implements InPlaceModule {
                    @Override public void init(ThisModule self, InitScope fields) {
                        for (String each : new String[] {"a", "b"}) {
                            fields.own(() -> System.setProperty("p.Placed", System.getProperty("p.Placed", "") + each));
                        }
                    }
                }
                """);
        try (URLClassLoader loader = javac.loader()) {
            ModuleLoader modules = new ModuleLoader(KernelLog.create(64 * 1024));
            modules.load(only(loader));
            assertThat(System.getProperty("p.Placed")).isNull();
            modules.unload("placed");
            assertThat(System.getProperty("p.Placed")).isEqualTo("ba");
        } finally {
            System.clearProperty("p.Placed");
        }
    }

    @Test
    void aDriverIsAModuleThatRegistersItself() throws Exception {
        compiles(HEAD + """
                import dev.ferrite.runtime.device.*;
                import dev.ferrite.runtime.platform.*;
                import java.util.List;
                @KernelModuleInfo(name = "processor_test_driver", license = "MIT")
                class Drives implements PlatformDriver<String> {
                    @Override public String name() { return "processor-test"; }
                    @Override public List<IdEntry<PlatformId, String>> idTable() {
                        return List.of(new IdEntry<>(PlatformId.name("processor-test-device"), "info"));
                    }
                    @Override public DriverInstance probe(Core<PlatformDevice> device, String info) {
                        return () -> {};
                    }
                }
                """);
        PlatformDevice device = new PlatformDevice("processor-test-device", PlatformDevice.NONE, List.of(), null);
        PlatformBus.system().add(device);
        try (URLClassLoader loader = javac.loader()) {
            ModuleLoader modules = new ModuleLoader(KernelLog.create(64 * 1024));
            ThisModule self = modules.load(only(loader));
            assertThat(device.driverName()).isEqualTo("processor-test");
            device.whileBound(bound -> assertThat(bound.owner()).isSameAs(self));
            modules.unload("processor_test_driver");
            assertThat(device.isBound()).isFalse();
            assertThat(modules.state("processor_test_driver")).isEqualTo(ModuleState.UNLOADED);
        } finally {
            PlatformBus.system().remove(device);
            device.decRef();
        }
    }

    @Test
    void aTypeWithEntryPointsOfItsOwnIsDeclaredItself() throws Exception {
        compiles(HEAD + """
                public class Own {
                    @KernelModuleInfo(name = "own", license = "MIT")
                    public static class Inner implements ModuleType {
                        public Inner() {}
                        @Override public ModuleInfo info() { return InnerInfo.INFO; }
                        @Override public Module init(ThisModule self) { return () -> {}; }
                    }
                }
                """);
        try (URLClassLoader loader = javac.loader()) {
            assertThat(only(loader).getClass().getName()).isEqualTo("p.Own$Inner");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "license = \"MIT\" | KernelModuleInfo is missing a default value for the element 'name'",
                "name = \"a\" | missing a default value for the element 'license'",
                "name = \"a\", name = \"b\", license = \"MIT\" | duplicate element 'name'",
                "name = \"a\", license = \"MIT\", colour = \"red\" | cannot find symbol",
                "license = \"MIT\", name = \"a\" | 5: module info: key 'name' must come before key 'license'",
                "name = \"a\", license = \"MIT\", authors = \"x\" | key 'authors' must come before key 'license'",
                "name = \"\", license = \"MIT\" | 5: module info: key 'name' is required",
                "name = \"a\", license = \" \" | key 'license' is required",
                "name = \"a b\", license = \"MIT\" | key 'name' takes at most 55 letters",
                "name = \"a\", authors = {\"x\", \"x\"}, license = \"MIT\" | key 'author' has 'x' twice",
                "name = \"a\", license = \"MIT\", alias = {\"x\", \"\"} | key 'alias' is required",
                "name = \"a\", description = \"x\\ny\", license = \"MIT\" | key 'description' takes one line",
                "name = \"a\", license = \"MIT\", depends = \"a\" | key 'depends': module a depends on itself",
                "name = \"a\", license = \"MIT\", depends = \"b,c\" | key 'depends' takes at most 55 letters",
            })
    void aBrokenKeyIsShownByItsName(String keys, String message) throws Exception {
        String source = HEAD + "@KernelModuleInfo(" + keys + ")\nclass Bad implements Module {\n"
                + "static Bad init(ThisModule self) { return new Bad(); }\n@Override public void close() {} }\n";
        assertThat(javac.compile(source)).isFalse();
        assertThat(javac.messages()).anySatisfy(text -> assertThat(text).contains(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name = \"1st\", type = ParamType.U8, value = \"1\", description = \"d\" | parameter name takes letters",
                "name = \"n\", type = ParamType.U8, value = \"256\", description = \"d\" | 'n' of type u8 has a malformed default: '256'",
                "name = \"n\", type = ParamType.BOOL, value = \"maybe\", description = \"d\" | 'n' of type bool has a malformed default",
                "name = \"n\", type = ParamType.SIZE, value = \"64Q\", description = \"d\" | malformed default: '64Q'",
                "name = \"n\", type = ParamType.U8, value = \"1\", description = \"\" | parameter 'n' needs a description",
                "name = \"n\", type = ParamType.U8, value = \"1\" | missing a default value for the element 'description'",
                "name = \"n\", value = \"1\", type = ParamType.U8, description = \"d\" | key 'type' must come before key 'value'",
            })
    void aBrokenParameterIsShownByItsName(String keys, String message) throws Exception {
        String source = HEAD + "@KernelModuleInfo(name = \"a\", license = \"MIT\", params = @Param(" + keys + "))\n"
                + "class Bad implements Module {\n"
                + "static Bad init(ThisModule self) { return new Bad(); }\n@Override public void close() {} }\n";
        assertThat(javac.compile(source)).isFalse();
        assertThat(javac.messages())
                .anySatisfy(text -> assertThat(text).startsWith("5: ").contains(message));
    }

    @Test
    void twoParametersOfOneNameAreAMistake() throws Exception {
        String param = "@Param(name = \"n\", type = ParamType.U8, value = \"1\", description = \"d\")";
        assertThat(javac.compile(HEAD + "@KernelModuleInfo(name = \"a\", license = \"MIT\", params = {" + param + ", "
                        + param + "})\nclass Bad implements InPlaceModule {"
                        + " @Override public void init(ThisModule self, InitScope fields) {} }\n"))
                .isFalse();
        assertThat(javac.messages().getFirst()).contains("key 'parm' has 'n' twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class Bad {} | 6: @KernelModuleInfo belongs on one of Module, InPlaceModule",
                "abstract class Bad implements Module {} | a module's class is not abstract",
                "class Bad implements Module { @Override public void close() {} } | a Module needs 'static Bad init(ThisModule self)'",
                "class Bad implements Module { static Module init(ThisModule s) { return null; } @Override public void close() {} } | a Module needs 'static Bad init",
                "class Bad implements InPlaceModule { Bad(int i) {} @Override public void init(ThisModule s, InitScope f) {} } | InPlaceModule needs a constructor without parameters",
                "class Bad implements InPlaceModule, Module { @Override public void init(ThisModule s, InitScope f) {} @Override public void close() {} } | Bad is Module and InPlaceModule",
                "class Bad implements ModuleType { @Override public ModuleInfo info() { return null; } @Override public Module init(ThisModule s) { return null; } } | a ModuleType is public",
            })
    void aClassThatIsNoModuleIsAMistake(String body, String message) throws Exception {
        assertThat(javac.compile(HEAD + "@KernelModuleInfo(name = \"a\", license = \"MIT\")\n" + body))
                .isFalse();
        assertThat(javac.messages()).anySatisfy(text -> assertThat(text).contains(message));
    }

    @Test
    void twoModulesOfOneNameAreAMistake() throws Exception {
        assertThat(javac.compile(HELLO, HELLO.replace("Hello", "Again"))).isFalse();
        assertThat(javac.messages().getFirst()).contains("key 'name': p.").contains("has the name 'hello', too");
    }
}
