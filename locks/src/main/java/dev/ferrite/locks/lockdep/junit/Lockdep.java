package dev.ferrite.locks.lockdep.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test during which the lock validator reports anything: locks in opposite orders, a sleep in atomic context, a
 * thread that ended with a lock held. The failure is the report.
 *
 * <p>The JVM of the tests must run with {@code -Dferrite.lockdep=true}; a test that carries this annotation in another
 * fails and says so, as it would check nothing. To check a whole run without annotations, let JUnit detect {@link
 * LockdepExtension}: {@code -Djunit.jupiter.extensions.autodetection.enabled=true}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(LockdepExtension.class)
public @interface Lockdep {}
