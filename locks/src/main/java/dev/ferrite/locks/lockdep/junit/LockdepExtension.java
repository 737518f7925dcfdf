package dev.ferrite.locks.lockdep.junit;

import dev.ferrite.locks.lockdep.LockdepReport;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Behind {@link Lockdep}: after each test, and after each class, what the validator has reported since fails it.
 *
 * <p>With tests in parallel a report fails the test that ends first after it, so read the report and not the name of the
 * test. Registered by detection and with the validator off, it does nothing.
 */
public final class LockdepExtension implements Extension, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private static final Object LOCK = new Object();

    private static int told;

    /** For JUnit. */
    public LockdepExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!dev.ferrite.locks.lockdep.Lockdep.ON && isAskedFor(context)) {
            throw new IllegalStateException("@Lockdep on " + context.getDisplayName()
                    + ", and the lock validator is off: run the tests with -Dferrite.lockdep=true");
        }
    }

    private static boolean isAskedFor(ExtensionContext context) {
        for (ExtensionContext at = context; at != null; at = at.getParent().orElse(null)) {
            if (at.getElement()
                    .map(element -> element.isAnnotationPresent(Lockdep.class))
                    .orElse(false)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        failOnReports();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        failOnReports();
    }

    private static void failOnReports() {
        dev.ferrite.locks.lockdep.Lockdep.checkEndedThreads();
        List<LockdepReport> reports;
        synchronized (LOCK) {
            List<LockdepReport> all = dev.ferrite.locks.lockdep.Lockdep.reports();
            reports = List.copyOf(all.subList(Math.min(told, all.size()), all.size()));
            told = all.size();
        }
        if (!reports.isEmpty()) {
            StringBuilder text = new StringBuilder("lockdep: " + reports.size() + " report(s)");
            reports.forEach(report -> text.append(report.text()));
            throw new AssertionError(text.toString());
        }
    }
}
