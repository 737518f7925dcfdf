package dev.ferrite.locks.lockdep;

import java.lang.StackWalker.StackFrame;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys of locks that were given none: one for each place that makes locks and each name used there.
 *
 * <p>The name counts because much code makes locks in one place for many purposes; but where a place uses more than
 * {@value #NAMES} names, they are names of instances, and all later locks of that place share one class.
 */
final class CreationSite {
    static final int NAMES = 64;

    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Map<Site, Set<String>> NAMES_OF = new ConcurrentHashMap<>();
    private static final Map<Named, LockClassKey> KEYS = new ConcurrentHashMap<>();

    private CreationSite() {}

    /** A call, exactly: two calls on one line are two places. By name, so that no class loader is kept. */
    private record Site(String type, String method, String descriptor, int index) {}

    private record Named(Site site, String name) {}

    /** The key of the first caller that is neither a class above {@code owner} nor in this package. */
    static LockClassKey key(String name, Class<?> owner) {
        StackFrame frame = WALKER.walk(frames -> frames.dropWhile(f -> isOurs(f.getDeclaringClass(), owner))
                .findFirst()
                .orElseThrow());
        Site site =
                new Site(frame.getClassName(), frame.getMethodName(), frame.getDescriptor(), frame.getByteCodeIndex());
        Set<String> names = NAMES_OF.computeIfAbsent(site, s -> ConcurrentHashMap.newKeySet());
        String counted = names.contains(name) || names.size() < NAMES ? name : "";
        names.add(counted);
        return KEYS.computeIfAbsent(
                new Named(site, counted),
                named -> new LockClassKey(frame.getFileName() + ":" + frame.getLineNumber(), false));
    }

    private static boolean isOurs(Class<?> type, Class<?> owner) {
        return type.isAssignableFrom(owner)
                || (type.getPackageName().equals(CreationSite.class.getPackageName()) && isMain(type));
    }

    /** The tests of this package make locks, too. */
    private static boolean isMain(Class<?> type) {
        return type.equals(CreationSite.class)
                || type.equals(Lockdep.class)
                || type.equals(LockdepMap.class)
                || type.equals(LockClassKey.class);
    }
}
