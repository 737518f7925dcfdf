package dev.ferrite.offheap.errno;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.diag.WarnSink;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrnoTest {
    private final AtomicInteger warnings = new AtomicInteger();
    private WarnSink before;

    @BeforeEach
    void listen() {
        before = Warn.sink((category, message, site) -> warnings.getAndIncrement());
    }

    @AfterEach
    void restore() {
        Warn.sink(before);
        Warn.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "EPERM,1",
        "ENOENT,2",
        "ESRCH,3",
        "EINTR,4",
        "EIO,5",
        "ENXIO,6",
        "E2BIG,7",
        "ENOEXEC,8",
        "EBADF,9",
        "ECHILD,10",
        "EAGAIN,11",
        "ENOMEM,12",
        "EACCES,13",
        "EFAULT,14",
        "ENOTBLK,15",
        "EBUSY,16",
        "EEXIST,17",
        "EXDEV,18",
        "ENODEV,19",
        "ENOTDIR,20",
        "EISDIR,21",
        "EINVAL,22",
        "ENFILE,23",
        "EMFILE,24",
        "ENOTTY,25",
        "ETXTBSY,26",
        "EFBIG,27",
        "ENOSPC,28",
        "ESPIPE,29",
        "EROFS,30",
        "EMLINK,31",
        "EPIPE,32",
        "EDOM,33",
        "ERANGE,34",
        "EDEADLK,35",
        "ENAMETOOLONG,36",
        "ENOSYS,38",
        "ETIME,62",
        "EOVERFLOW,75",
        "EMSGSIZE,90",
        "EOPNOTSUPP,95",
        "ETIMEDOUT,110",
        "ERESTARTSYS,512",
        "ERESTARTNOINTR,513",
        "ERESTARTNOHAND,514",
        "ENOIOCTLCMD,515",
        "ERESTART_RESTARTBLOCK,516",
        "EPROBE_DEFER,517",
        "EOPENSTALE,518",
        "ENOPARAM,519",
        "EBADHANDLE,521",
        "ENOTSYNC,522",
        "EBADCOOKIE,523",
        "ENOTSUPP,524",
        "ETOOSMALL,525",
        "ESERVERFAULT,526",
        "EBADTYPE,527",
        "EJUKEBOX,528",
        "EIOCBQUEUED,529",
        "ERECALLCONFLICT,530",
        "ENOGRACE,531"
    })
    void hasTheKernelsNumber(String name, int code) {
        Errno errno = Errno.fromErrno(-code);
        assertThat(errno.name()).isEqualTo(name);
        assertThat(errno.code()).isEqualTo(code);
        assertThat(errno.negated()).isEqualTo(-code);
        assertThat(errno.message()).isNotEmpty();
        assertThat(errno).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, -4096, Long.MIN_VALUE, Long.MAX_VALUE})
    void numberOutOfRangeIsAWarningAndEinval(long number) {
        assertThat(Errno.fromErrno(number)).isSameAs(Errno.EINVAL);
        assertThat(warnings.get()).isEqualTo(1);
        assertThat(Errno.tryFromErrno(number)).isNull();
    }

    @Test
    void numberWithoutANameIsAnErrorAllTheSame() {
        assertThat(Errno.fromErrno(-4095).code()).isEqualTo(4095);
        assertThat(Errno.fromErrno(-4095).name()).isNull();
        assertThat(Errno.fromErrno(-4095)).hasToString("4095").isSameAs(Errno.tryFromErrno(-4095));
        assertThat(warnings.get()).isZero();
    }

    /** Every number that the C library has words for has the same ones here. */
    @Test
    @SuppressWarnings("restricted") // downcallHandle, withTargetLayout
    void messagesAreStrerrors() throws Throwable {
        Linker linker = Linker.nativeLinker();
        assumeThat(linker.defaultLookup().find("gnu_get_libc_version"))
                .as("the words are those of glibc")
                .isPresent();
        MethodHandle strerror = linker.downcallHandle(
                linker.defaultLookup().find("strerror").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(256, ValueLayout.JAVA_BYTE)),
                        ValueLayout.JAVA_INT));
        int known = 0;
        for (int code = 1; code <= 200; code++) {
            String words = ((MemorySegment) strerror.invokeExact(code)).getString(0);
            if (!words.startsWith("Unknown error")) {
                assertThat(Errno.fromErrno(-code).message()).as("errno " + code).isEqualTo(words);
                known++;
            }
        }
        assertThat(known).isGreaterThan(125);
    }

    @Test
    void checkLetsSuccessPassAndThrowsErrors() {
        assertThat(Errno.check(0, "call")).isZero();
        assertThat(Errno.check(7, "call")).isEqualTo(7);
        assertThatThrownBy(() -> Errno.check(-28, "fallocate length=4096"))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.errno()).isSameAs(Errno.ENOSPC))
                .hasMessage("fallocate length=4096: ENOSPC (No space left on device)");
    }
}
