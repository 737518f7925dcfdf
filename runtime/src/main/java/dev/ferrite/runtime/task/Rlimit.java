package dev.ferrite.runtime.task;

/**
 * Soft and hard limit of a resource: {@code struct rlimit64}.
 *
 * @param soft what is enforced, unsigned; {@link #INFINITY} for no limit
 * @param hard up to where the task itself may raise the soft one, unsigned
 */
public record Rlimit(long soft, long hard) {
    /** No limit: {@code RLIM_INFINITY}. */
    public static final long INFINITY = -1;

    /** What can be limited, in the order of the numbers {@code RLIMIT_*}. */
    public enum Resource {
        /** Processor time, in seconds. */
        CPU,
        /** Length of a file, in bytes. */
        FSIZE,
        /** Data segment, in bytes. */
        DATA,
        /** Stack of the first thread, in bytes. */
        STACK,
        /** Core dump, in bytes. */
        CORE,
        /** Resident set, in bytes; Linux no longer looks at it. */
        RSS,
        /** Tasks of the user. */
        NPROC,
        /** Open files, one above the highest number. */
        NOFILE,
        /** Locked memory, in bytes. */
        MEMLOCK,
        /** Address space, in bytes. */
        AS,
        /** File locks; Linux no longer looks at it. */
        LOCKS,
        /** Queued signals. */
        SIGPENDING,
        /** POSIX message queues, in bytes. */
        MSGQUEUE,
        /** {@code 20 - n} is the best nice value the task may take. */
        NICE,
        /** Highest real-time priority. */
        RTPRIO,
        /** Real-time processor time without a blocking call, in microseconds. */
        RTTIME;

        @SuppressWarnings("EnumOrdinal") // the order is the kernel's
        int number() {
            return ordinal();
        }
    }

    @Override
    public String toString() {
        return "soft=" + text(soft) + " hard=" + text(hard);
    }

    private static String text(long limit) {
        return limit == INFINITY ? "unlimited" : Long.toUnsignedString(limit);
    }
}
