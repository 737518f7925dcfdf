package dev.ferrite.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.task.Children;
import dev.ferrite.runtime.task.Task;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SecurityCtxTest {
    @Test
    void theLabelIsTheKernelsOrEopnotsupp() throws Exception {
        String expected;
        try {
            expected = Files.readString(Path.of("/proc/self/attr/current")).replaceAll("[\n\0]+$", "");
        } catch (IOException e) {
            assertThatThrownBy(SecurityCtx::ofCurrent)
                    .isInstanceOfSatisfying(
                            ErrnoException.class, x -> assertThat(x.errno()).isEqualTo(Errno.EOPNOTSUPP));
            return;
        }
        try (SecurityCtx ctx = SecurityCtx.ofCurrent()) {
            assertThat(ctx).hasToString(expected);
            assertThat(ctx.len()).isEqualTo(expected.length());
        }
    }

    @Test
    void aTaskThatIsGoneIsEsrchAndNotUnsupported() throws Exception {
        try (Children children = new Children()) {
            Process sleep = children.start("sleep", "60");
            try (ARef<Task> task = Task.find((int) sleep.pid())) {
                Children.end(sleep);
                assertThatThrownBy(() -> SecurityCtx.of(task.get()))
                        .isInstanceOfSatisfying(
                                ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ESRCH));
            }
        }
    }

    @Test
    void noNumberHasALabel() {
        assertThatThrownBy(() -> SecurityCtx.fromSecid(1))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isIn(Errno.EOPNOTSUPP, Errno.EINVAL));
    }

    @Test
    void endsAreTakenOffAndClosingReleasesOnce() {
        SecurityCtx ctx = SecurityCtx.of("system_u:object_r:x\0".getBytes(StandardCharsets.US_ASCII));
        assertThat(ctx).hasToString("system_u:object_r:x");
        assertThat(ctx.asBytes().isReadOnly()).isTrue();
        assertThat(ctx.asBytes().get(ValueLayout.JAVA_BYTE, 0)).isEqualTo((byte) 's');
        ctx.close();
        ctx.close();
        assertThatThrownBy(ctx::asBytes).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(ctx::len).isInstanceOf(IllegalStateException.class);
        try (SecurityCtx empty = SecurityCtx.of(new byte[0])) {
            assertThat(empty.isEmpty()).isTrue();
            assertThat(empty.asBytes().byteSize()).isZero();
        }
    }

    @Test
    void theModulesAreThoseOfSecurityfs() throws IOException {
        Path list = Path.of("/sys/kernel/security/lsm");
        if (Files.isReadable(list)) {
            assertThat(String.join(",", SecurityModules.active()))
                    .isEqualTo(Files.readString(list).strip());
        } else {
            assertThat(SecurityModules.active()).isEmpty();
        }
    }
}
