package dev.ferrite.runtime.vtable;

import dev.ferrite.offheap.diag.KernelBug;

/** What the generated tables stand on. */
public final class VtableOps {
    private VtableOps() {}

    /**
     * What the body of an optional operation throws: whoever sees it called an operation that is not there.
     *
     * @param operation its name
     * @return the bug, to be thrown
     */
    public static KernelBug absent(String operation) {
        return new KernelBug("optional operation " + operation + " was called though it is absent");
    }

    /**
     * Whether an implementation has an operation of its own: one table entry. A reflective look-up; ask once and keep the
     * answer.
     *
     * @param operations the interface that declares it
     * @param implementation the implementation
     * @param name the operation
     * @param parameters its erased parameter types
     * @param <T> the interface
     * @return false if calling it would run the interface's own body
     */
    public static <T> boolean has(Class<T> operations, T implementation, String name, Class<?>... parameters) {
        try {
            return !implementation
                    .getClass()
                    .getMethod(name, parameters)
                    .getDeclaringClass()
                    .equals(operations);
        } catch (NoSuchMethodException e) {
            throw new KernelBug(operations.getName() + " has no operation " + name);
        }
    }
}
