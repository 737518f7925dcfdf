package dev.ferrite.runtime.module.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.runtime.vtable.VtableOps;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VtableProcessorTest {
    private static final String HEAD = """
            package p;
            import dev.ferrite.runtime.vtable.*;
            """;

    private static final String OPS = HEAD + """
            import java.util.List;
            @Vtable
            public interface Ops {
                int read();
                default void reset() { throw VtableOps.absent("reset"); }
                default int seekTo(long where, List<String>[] how) { throw VtableOps.absent("seekTo"); }
            }
            """;

    private static final String TRY = HEAD + """
            import java.util.List;
            public class Try implements Runnable {
                static class Base implements Ops {
                    @Override public int read() { return 1; }
                    @Override public void reset() {}
                }
                static class Derived extends Base {
                    @Override public int seekTo(long where, List<String>[] how) { return 7; }
                }
                @Override public void run() {
                    OpsVtable none = OpsVtable.of(() -> 1);
                    OpsVtable some = OpsVtable.of(new Base());
                    OpsVtable all = OpsVtable.of(new Derived());
                    System.setProperty("p.Try", none.bits() + " " + some.bits() + " " + all.bits() + " " + none.hasReset()
                            + some.hasReset() + some.hasSeekTo() + all.hasSeekTo() + " " + OpsVtable.HAS_SEEK_TO
                            + " " + all.get().seekTo(1, null));
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

    @Test
    void operationsThatAreLeftOutAreNullEntries() throws Exception {
        assertThat(javac.compile(OPS, TRY)).as(javac.messages()::toString).isTrue();
        try (URLClassLoader loader = javac.loader()) {
            Class.forName("p.Try", true, loader)
                    .asSubclass(Runnable.class)
                    .getDeclaredConstructor()
                    .newInstance()
                    .run();
            assertThat(System.getProperty("p.Try")).isEqualTo("0 1 3 falsetruefalsetrue 2 7");
        } finally {
            System.clearProperty("p.Try");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interface Bad { default void reset() {} } | 4: an optional operation has no body but: throw VtableOps.absent(\"reset\");",
                "interface Bad { default void reset() { System.gc(); throw VtableOps.absent(\"reset\"); } } | no body but",
                "interface Bad { default void reset() { throw VtableOps.absent(\"other\"); } } | no body but: throw VtableOps.absent(\"reset\")",
                "interface Bad { default void reset() { throw new IllegalStateException(); } } | no body but",
                "interface Bad { default void a() { throw VtableOps.absent(\"a\"); } default void a(int i) { throw VtableOps.absent(\"a\"); } } | names of their own: a",
                "interface Bad<T> {} | @Vtable belongs on an interface without type parameters",
                "class Bad {} | @Vtable belongs on an interface",
            })
    void aDefaultBodyThatDoesSomethingDoesNotCompile(String body, String message) throws Exception {
        assertThat(javac.compile(HEAD + "@Vtable\n" + body)).isFalse();
        assertThat(javac.messages()).anySatisfy(text -> assertThat(text).contains(message));
    }

    @Test
    void anAbsentOperationThatIsCalledAllTheSameIsABug() {
        assertThatThrownBy(() -> {
                    throw VtableOps.absent("reset");
                })
                .isInstanceOf(KernelBug.class)
                .hasMessageContaining("reset");
        assertThatThrownBy(() -> VtableOps.has(Runnable.class, () -> {}, "walk"))
                .isInstanceOf(KernelBug.class);
    }
}
