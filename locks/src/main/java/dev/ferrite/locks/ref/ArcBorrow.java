package dev.ferrite.locks.ref;

/**
 * A look at a shared value without a count: the counterpart of {@code kernel::sync::ArcBorrow}.
 *
 * <p>Valid while the owner it came from is open, which every use checks; after that an {@link IllegalStateException}. To
 * keep the value longer, {@link #toArc}. Costs nothing but the check; belongs, as its owner, to one thread at a time.
 *
 * @param <T> the value
 */
public final class ArcBorrow<T> {
    private final Arc<T> lender;

    ArcBorrow(Arc<T> lender) {
        this.lender = lender;
    }

    /**
     * The value.
     *
     * @return the value, alive at least until the owner is closed
     * @throws IllegalStateException if the owner is closed
     */
    public T get() {
        check();
        return lender.get();
    }

    /**
     * An owner of the value: {@code From<ArcBorrow> for Arc}. Counts up.
     *
     * @return the owner
     * @throws IllegalStateException if the owner it was borrowed from is closed
     */
    public Arc<T> toArc() {
        check();
        return lender.dup();
    }

    /**
     * Whether it may still be used.
     *
     * @return false once the owner is closed or has given its count away
     */
    public boolean isValid() {
        return lender.isOpen();
    }

    private void check() {
        if (!lender.isOpen()) {
            throw new IllegalStateException("borrow outlives the owner it came from, which is closed");
        }
    }

    @Override
    public String toString() {
        return "ArcBorrow from " + lender;
    }
}
