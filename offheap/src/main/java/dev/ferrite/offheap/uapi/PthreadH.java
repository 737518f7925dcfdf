// Generated from pthread.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

/** Constants of {@code pthread.h}. */
public final class PthreadH {
    /** An enumerator. */
    public static final int PTHREAD_CREATE_JOINABLE = 0;

    /** An enumerator. */
    public static final int PTHREAD_CREATE_DETACHED = 1;

    /** An enumerator. */
    public static final int PTHREAD_MUTEX_TIMED_NP = 0;

    /** An enumerator. */
    public static final int PTHREAD_MUTEX_RECURSIVE_NP = 1;

    /** An enumerator. */
    public static final int PTHREAD_MUTEX_ERRORCHECK_NP = 2;

    /** An enumerator. */
    public static final int PTHREAD_MUTEX_ADAPTIVE_NP = 3;

    /** An enumerator. */
    public static final int PTHREAD_MUTEX_NORMAL = 0;

    /** An enumerator. */
    public static final int PTHREAD_MUTEX_RECURSIVE = 1;

    /** An enumerator. */
    public static final int PTHREAD_MUTEX_ERRORCHECK = 2;

    /** An enumerator. */
    public static final int PTHREAD_MUTEX_DEFAULT = 0;

    /** An enumerator. */
    public static final int PTHREAD_MUTEX_FAST_NP = 0;

    /** An enumerator. */
    public static final int PTHREAD_MUTEX_STALLED = 0;

    /** An enumerator. */
    public static final int PTHREAD_MUTEX_STALLED_NP = 0;

    /** An enumerator. */
    public static final int PTHREAD_MUTEX_ROBUST = 1;

    /** An enumerator. */
    public static final int PTHREAD_MUTEX_ROBUST_NP = 1;

    /** An enumerator. */
    public static final int PTHREAD_PRIO_NONE = 0;

    /** An enumerator. */
    public static final int PTHREAD_PRIO_INHERIT = 1;

    /** An enumerator. */
    public static final int PTHREAD_PRIO_PROTECT = 2;

    /** An enumerator. */
    public static final int PTHREAD_RWLOCK_PREFER_READER_NP = 0;

    /** An enumerator. */
    public static final int PTHREAD_RWLOCK_PREFER_WRITER_NP = 1;

    /** An enumerator. */
    public static final int PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP = 2;

    /** An enumerator. */
    public static final int PTHREAD_RWLOCK_DEFAULT_NP = 0;

    /** An enumerator. */
    public static final int PTHREAD_INHERIT_SCHED = 0;

    /** An enumerator. */
    public static final int PTHREAD_EXPLICIT_SCHED = 1;

    /** An enumerator. */
    public static final int PTHREAD_SCOPE_SYSTEM = 0;

    /** An enumerator. */
    public static final int PTHREAD_SCOPE_PROCESS = 1;

    /** An enumerator. */
    public static final int PTHREAD_PROCESS_PRIVATE = 0;

    /** An enumerator. */
    public static final int PTHREAD_PROCESS_SHARED = 1;

    /** An enumerator. */
    public static final int PTHREAD_CANCEL_ENABLE = 0;

    /** An enumerator. */
    public static final int PTHREAD_CANCEL_DISABLE = 1;

    /** An enumerator. */
    public static final int PTHREAD_CANCEL_DEFERRED = 0;

    /** An enumerator. */
    public static final int PTHREAD_CANCEL_ASYNCHRONOUS = 1;

    /** {@code ((void *) -1)}. */
    public static final long PTHREAD_CANCELED = -1L;

    /** {@code 0}. */
    public static final int PTHREAD_ONCE_INIT = 0;

    /** {@code -1}. */
    public static final int PTHREAD_BARRIER_SERIAL_THREAD = -1;

    /** {@code (-1)}. */
    public static final int PTHREAD_ATTR_NO_SIGMASK_NP = -1;

    private PthreadH() {}
}
