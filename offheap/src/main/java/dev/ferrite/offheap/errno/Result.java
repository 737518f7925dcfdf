package dev.ferrite.offheap.errno;

import java.nio.charset.CharacterCodingException;
import java.util.IllegalFormatException;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * What a call gave, or why it gave nothing: {@code kernel::error::Result}. For code that hands errors on as values; hot
 * paths return {@code -errno} in a long instead, and cold ones throw {@link ErrnoException}.
 *
 * @param <T> what success gives; {@link Unit} for nothing
 */
public sealed interface Result<T> {
    /**
     * Success.
     *
     * @param value what it gave
     * @param <T> its type
     */
    record Ok<T>(T value) implements Result<T> {}

    /**
     * Failure.
     *
     * @param errno why
     * @param <T> what success would have given
     */
    record Err<T>(Errno errno) implements Result<T> {}

    /** What success gives that gives nothing: {@code ()}. */
    enum Unit {
        /** The only one. */
        UNIT
    }

    /**
     * The result of a C function that returns an int: {@code to_result}. Negative is an error, by the rules of
     * {@link Errno#fromErrno}; zero and positive are success, and a positive number is lost.
     *
     * @param returned what it returned
     * @return success without a value, or the error
     */
    static Result<Unit> toResult(int returned) {
        return returned < 0 ? new Err<>(Errno.fromErrno(returned)) : new Ok<>(Unit.UNIT);
    }

    /**
     * The result of a C function that returns a pointer: {@code from_err_ptr}. The highest 4,095 addresses are errors.
     * NULL is none: it is a value, which the caller checks for.
     *
     * @param pointer what it returned
     * @return the address, or the error
     */
    static Result<Long> fromErrPtr(long pointer) {
        Errno errno = Errno.tryFromErrno(pointer);
        return errno == null ? new Ok<>(pointer) : new Err<>(errno);
    }

    /**
     * What C code is told of a result: {@code from_result}.
     *
     * @param result a result
     * @return the value; or the negative error number, which every integer type of C holds from 16 bits on
     */
    static long fromResult(Result<? extends Number> result) {
        return switch (result) {
            case Ok<? extends Number>(Number value) -> value.longValue();
            case Err<? extends Number>(Errno errno) -> errno.negated();
        };
    }

    /**
     * The result of code that throws, by the kernel's conversions: what has no memory is ENOMEM; numbers that do not fit, text
     * that is no UTF-8 and formats that do not fit their arguments are EINVAL; an {@link ErrnoException} is its own error.
     * Anything else is none of them and goes on.
     *
     * @param call the code
     * @param <T> what it gives
     * @return what it gave, or the error
     * @throws Exception what else it threw
     */
    static <T> Result<T> of(Callable<T> call) throws Exception {
        try {
            return new Ok<>(call.call());
        } catch (ErrnoException e) {
            return new Err<>(e.errno());
        } catch (OutOfMemoryError e) {
            return new Err<>(Errno.ENOMEM);
        } catch (ArithmeticException | CharacterCodingException | IllegalFormatException e) {
            return new Err<>(Errno.EINVAL);
        }
    }

    /**
     * Whether it is a success.
     *
     * @return false for an error
     */
    default boolean isOk() {
        return this instanceof Ok;
    }

    /**
     * The value, for who cannot go on without: {@code ?}, with an exception in the place of the early return.
     *
     * @param call the call and its values, for the message
     * @return the value
     * @throws ErrnoException if it is an error
     */
    default T orThrow(String call) {
        return switch (this) {
            case Ok<T>(T value) -> value;
            case Err<T>(Errno errno) -> throw new ErrnoException(errno, call);
        };
    }

    /**
     * Another value in its place; an error stays what it is.
     *
     * @param next makes it
     * @param <U> its type
     * @return the result
     */
    default <U> Result<U> map(Function<? super T, ? extends U> next) {
        return switch (this) {
            case Ok<T>(T value) -> new Ok<>(next.apply(value));
            case Err<T>(Errno errno) -> new Err<>(errno);
        };
    }
}
