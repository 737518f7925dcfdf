package dev.ferrite.offheap.errno;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.offheap.errno.Result.Err;
import dev.ferrite.offheap.errno.Result.Ok;
import dev.ferrite.offheap.errno.Result.Unit;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 2.1: results and what becomes one. */
class ResultTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, Integer.MAX_VALUE})
    void whatIsNotNegativeIsSuccessAndLost(int returned) {
        assertThat(Result.toResult(returned)).isEqualTo(new Ok<>(Unit.UNIT));
    }

    @Test
    void whatIsNegativeIsAnErrorByTheRulesOfFromErrno() {
        assertThat(Result.toResult(-1)).isEqualTo(new Err<>(Errno.EPERM));
        assertThat(Result.toResult(-4095)).isEqualTo(new Err<>(Errno.fromErrno(-4095)));
        assertThat(Result.toResult(-4096)).isEqualTo(new Err<>(Errno.EINVAL));
        assertThat(Result.toResult(Integer.MIN_VALUE).isOk()).isFalse();
    }

    @Test
    void theHighestAddressesAreErrorsAndNullIsNone() {
        assertThat(Result.fromErrPtr(0)).isEqualTo(new Ok<>(0L));
        assertThat(Result.fromErrPtr(0x7f00_0000_1000L)).isEqualTo(new Ok<>(0x7f00_0000_1000L));
        assertThat(Result.fromErrPtr(-12)).isEqualTo(new Err<>(Errno.ENOMEM));
        assertThat(Result.fromErrPtr(-4095).isOk()).isFalse();
        assertThat(Result.fromErrPtr(-4096)).as("an address").isEqualTo(new Ok<>(-4096L));
    }

    @Test
    void whatCIsToldFitsSixteenBits() {
        assertThat(Result.fromResult(new Ok<>(1L << 40))).isEqualTo(1L << 40);
        for (long code = 1; code <= Errno.MAX_ERRNO; code++) {
            long told = Result.fromResult(new Err<Long>(Errno.fromErrno(-code)));
            assertThat(told).isEqualTo(-code).isEqualTo((short) told);
        }
    }

    @Test
    @SuppressWarnings("FormatString") // the point of one row
    void whatIsThrownBecomesTheKernelsError() throws Exception {
        assertThat(Result.of(() -> 5)).isEqualTo(new Ok<>(5));
        assertThat(Result.of(() -> {
                    throw new ErrnoException(Errno.EBUSY, "x");
                }))
                .isEqualTo(new Err<>(Errno.EBUSY));
        assertThat(Result.of(() -> {
                    throw new OutOfMemoryError("as asked");
                }))
                .isEqualTo(new Err<>(Errno.ENOMEM));
        assertThat(Result.of(() -> Math.toIntExact(1L << 40))).isEqualTo(new Err<>(Errno.EINVAL));
        assertThat(Result.of(
                        () -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(new byte[] {(byte) 0xff}))))
                .isEqualTo(new Err<>(Errno.EINVAL));
        assertThat(Result.of(() -> String.format("%d", "no number"))).isEqualTo(new Err<>(Errno.EINVAL));
        IllegalStateException other = new IllegalStateException("a bug");
        assertThatThrownBy(() -> Result.of(() -> {
                    throw other;
                }))
                .isSameAs(other);
    }

    @Test
    void anErrorGoesOnAndThrowsWithItsCall() {
        Result<Integer> good = new Ok<>(20);
        Result<Integer> bad = new Err<>(Errno.ENOSPC);
        assertThat(good.map(x -> x + 1)).isEqualTo(new Ok<>(21));
        assertThat(bad.map(x -> x + 1)).isEqualTo(new Err<>(Errno.ENOSPC));
        assertThat(good.orThrow("alloc")).isEqualTo(20);
        assertThatThrownBy(() -> bad.orThrow("alloc bytes=20"))
                .isInstanceOf(ErrnoException.class)
                .hasMessage("alloc bytes=20: ENOSPC (No space left on device)");
    }
}
