package dev.ferrite.drm.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.vgem.Vgem;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A buffer that another process exported, on its own device: the same memory here, kept alive from here. */
class PrimeProcessTest {
    private static final int PIDFD_OPEN = 434; // on every architecture
    private static final int PIDFD_GETFD = 438;
    private static final long PAGE = 4096;

    private Process process;
    private BufferedReader answers;
    private Writer questions;

    @BeforeEach
    void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                PrimeProcessScenario.class.getName()));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader();
        questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    @AfterEach
    void end() throws Exception {
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }

    private String ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        return answers.readLine();
    }

    /** A system call that nobody but this test needs. */
    @SuppressWarnings("restricted") // downcallHandle
    private static long syscall(long number, long a, long b, long c) {
        MethodHandle handle = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow("syscall"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG),
                        Linker.Option.firstVariadicArg(1));
        try {
            return (long) handle.invokeExact(number, a, b, c);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The very descriptor of the other process, as if it had sent it through a socket. */
    private PrimeFd receive() throws IOException {
        int there = Integer.parseInt(answers.readLine());
        long pidfd = syscall(PIDFD_OPEN, process.pid(), 0, 0);
        assumeTrue(pidfd >= 0, "this system opens no pidfd");
        long here = syscall(PIDFD_GETFD, pidfd, there, 0);
        Linux.close((int) pidfd);
        assumeTrue(here >= 0, "this system gives no descriptor of a child away");
        return PrimeFd.adopt((int) here);
    }

    @Test
    void bothProcessesSeeTheSameMemory() throws Exception {
        try (PrimeFd fd = receive();
                Vgem vgem = Vgem.asTheKernel();
                EmulatedNode node = EmulatedNode.open(vgem.card(), Linux.O_RDWR);
                GemBuffer buffer = GemBuffer.importPrime(node, fd)) {
            assertThat(buffer.size()).isEqualTo(2 * PAGE);
            assertThat(GemBuffer.importPrime(node, fd).handle()).as("known").isEqualTo(buffer.handle());
            try (PrimeFd again = buffer.exportPrime();
                    Mapping map = again.map()) {
                assertThat(map.segment().get(ValueLayout.JAVA_LONG, PAGE)).isEqualTo(42);
                map.segment().set(ValueLayout.JAVA_LONG, PAGE, 4711);
            }
            assertThat(ask("content")).isEqualTo("4711");
            fd.beginAccess(true);
            fd.endAccess(true);
            GemBuffer.importPrime(node, fd).close();
        }
    }

    @Test
    void descriptorHereKeepsTheObjectThere() throws Exception {
        PrimeFd fd = receive();
        assertThat(ask("forget")).isEqualTo("forgotten");
        assertThat(ask("objects")).as("kept by the descriptor").isEqualTo("1");
        try (Vgem vgem = Vgem.asTheKernel();
                EmulatedNode node = EmulatedNode.open(vgem.card(), Linux.O_RDWR)) {
            try (GemBuffer imported = GemBuffer.importPrime(node, fd)) {
                fd.close();
                assertThat(ask("objects")).as("kept by the imported one").isEqualTo("1");
                assertThat(imported.size()).isEqualTo(2 * PAGE);
            }
            assertThat(ask("objects")).isEqualTo("0");
        }
    }

    @Test
    void endOfTheOtherProcessLeavesTheMemory() throws Exception {
        try (PrimeFd fd = receive();
                Vgem vgem = Vgem.asTheKernel();
                EmulatedNode node = EmulatedNode.open(vgem.card(), Linux.O_RDWR);
                GemBuffer buffer = GemBuffer.importPrime(node, fd);
                Mapping map = fd.map()) {
            process.destroyForcibly();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(map.segment().get(ValueLayout.JAVA_LONG, PAGE)).isEqualTo(42);
            try (GemMapping none = buffer.map()) {
                throw new AssertionError("mapped " + none.size());
            } catch (ErrnoException e) {
                assertThat(e.errno()).as("no offset for an imported one").isEqualTo(Errno.EINVAL);
            }
        }
    }

    @Test
    void driverWithoutImporterRefusesIt() throws Exception {
        try (PrimeFd fd = receive();
                Bench bench = new Bench();
                EmulatedNode node = bench.openCard()) {
            assertThatThrownBy(() -> GemBuffer.importPrime(node, fd).close())
                    .isInstanceOfSatisfying(
                            ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EINVAL));
        }
    }
}
