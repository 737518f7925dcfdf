package dev.ferrite.runtime.task;

/**
 * How a task is scheduled.
 *
 * @param policy the policy
 * @param nice -20 (most) to 19 (least); matters to NORMAL and BATCH
 * @param priority 1 to 99 for FIFO and RR, else 0
 */
public record SchedAttr(Policy policy, int nice, int priority) {
    /** The policies: {@code SCHED_*}. */
    public enum Policy {
        /** Time is shared, by nice value. */
        NORMAL(0),
        /** Real time: runs until it blocks or somebody more important comes. */
        FIFO(1),
        /** Real time, in turns among equals. */
        RR(2),
        /** Like NORMAL, for work that nobody waits for. */
        BATCH(3),
        /** Only when nobody else wants to run. */
        IDLE(5),
        /** Earliest deadline first. */
        DEADLINE(6),
        /** A scheduler in BPF. */
        EXT(7),
        /** A policy this kernel has and this class has not. */
        OTHER(-1);

        private final int number;

        Policy(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        static Policy of(int number) {
            for (Policy policy : values()) {
                if (policy.number == number) {
                    return policy;
                }
            }
            return OTHER;
        }
    }
}
