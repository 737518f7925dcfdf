// Generated from futex.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

/** Constants of {@code futex.h}. */
public final class FutexH {
    /** {@code 0}. */
    public static final int FUTEX_WAIT = 0;

    /** {@code 1}. */
    public static final int FUTEX_WAKE = 1;

    /** {@code 2}. */
    public static final int FUTEX_FD = 2;

    /** {@code 3}. */
    public static final int FUTEX_REQUEUE = 3;

    /** {@code 4}. */
    public static final int FUTEX_CMP_REQUEUE = 4;

    /** {@code 5}. */
    public static final int FUTEX_WAKE_OP = 5;

    /** {@code 6}. */
    public static final int FUTEX_LOCK_PI = 6;

    /** {@code 7}. */
    public static final int FUTEX_UNLOCK_PI = 7;

    /** {@code 8}. */
    public static final int FUTEX_TRYLOCK_PI = 8;

    /** {@code 9}. */
    public static final int FUTEX_WAIT_BITSET = 9;

    /** {@code 10}. */
    public static final int FUTEX_WAKE_BITSET = 10;

    /** {@code 11}. */
    public static final int FUTEX_WAIT_REQUEUE_PI = 11;

    /** {@code 12}. */
    public static final int FUTEX_CMP_REQUEUE_PI = 12;

    /** {@code 13}. */
    public static final int FUTEX_LOCK_PI2 = 13;

    /** {@code 128}. */
    public static final int FUTEX_PRIVATE_FLAG = 128;

    /** {@code 256}. */
    public static final int FUTEX_CLOCK_REALTIME = 256;

    /** {@code ~(FUTEX_PRIVATE_FLAG | FUTEX_CLOCK_REALTIME)}. */
    public static final int FUTEX_CMD_MASK = -385;

    /** {@code (FUTEX_WAIT | FUTEX_PRIVATE_FLAG)}. */
    public static final int FUTEX_WAIT_PRIVATE = 128;

    /** {@code (FUTEX_WAKE | FUTEX_PRIVATE_FLAG)}. */
    public static final int FUTEX_WAKE_PRIVATE = 129;

    /** {@code (FUTEX_REQUEUE | FUTEX_PRIVATE_FLAG)}. */
    public static final int FUTEX_REQUEUE_PRIVATE = 131;

    /** {@code (FUTEX_CMP_REQUEUE | FUTEX_PRIVATE_FLAG)}. */
    public static final int FUTEX_CMP_REQUEUE_PRIVATE = 132;

    /** {@code (FUTEX_WAKE_OP | FUTEX_PRIVATE_FLAG)}. */
    public static final int FUTEX_WAKE_OP_PRIVATE = 133;

    /** {@code (FUTEX_LOCK_PI | FUTEX_PRIVATE_FLAG)}. */
    public static final int FUTEX_LOCK_PI_PRIVATE = 134;

    /** {@code (FUTEX_LOCK_PI2 | FUTEX_PRIVATE_FLAG)}. */
    public static final int FUTEX_LOCK_PI2_PRIVATE = 141;

    /** {@code (FUTEX_UNLOCK_PI | FUTEX_PRIVATE_FLAG)}. */
    public static final int FUTEX_UNLOCK_PI_PRIVATE = 135;

    /** {@code (FUTEX_TRYLOCK_PI | FUTEX_PRIVATE_FLAG)}. */
    public static final int FUTEX_TRYLOCK_PI_PRIVATE = 136;

    /** {@code (FUTEX_WAIT_BITSET | FUTEX_PRIVATE_FLAG)}. */
    public static final int FUTEX_WAIT_BITSET_PRIVATE = 137;

    /** {@code (FUTEX_WAKE_BITSET | FUTEX_PRIVATE_FLAG)}. */
    public static final int FUTEX_WAKE_BITSET_PRIVATE = 138;

    /** {@code (FUTEX_WAIT_REQUEUE_PI | FUTEX_PRIVATE_FLAG)}. */
    public static final int FUTEX_WAIT_REQUEUE_PI_PRIVATE = 139;

    /** {@code (FUTEX_CMP_REQUEUE_PI | FUTEX_PRIVATE_FLAG)}. */
    public static final int FUTEX_CMP_REQUEUE_PI_PRIVATE = 140;

    /** {@code 2}. */
    public static final int FUTEX_32 = 2;

    /** {@code 128}. */
    public static final int FUTEX_WAITV_MAX = 128;

    /** {@code 0x80000000}. */
    public static final int FUTEX_WAITERS = 0x80000000;

    /** {@code 0x40000000}. */
    public static final int FUTEX_OWNER_DIED = 0x40000000;

    /** {@code 0x3fffffff}. */
    public static final int FUTEX_TID_MASK = 0x3FFFFFFF;

    /** {@code 2048}. */
    public static final int ROBUST_LIST_LIMIT = 2048;

    /** {@code 0xffffffff}. */
    public static final int FUTEX_BITSET_MATCH_ANY = 0xFFFFFFFF;

    /** {@code 0}. */
    public static final int FUTEX_OP_SET = 0;

    /** {@code 1}. */
    public static final int FUTEX_OP_ADD = 1;

    /** {@code 2}. */
    public static final int FUTEX_OP_OR = 2;

    /** {@code 3}. */
    public static final int FUTEX_OP_ANDN = 3;

    /** {@code 4}. */
    public static final int FUTEX_OP_XOR = 4;

    /** {@code 8}. */
    public static final int FUTEX_OP_OPARG_SHIFT = 8;

    /** {@code 0}. */
    public static final int FUTEX_OP_CMP_EQ = 0;

    /** {@code 1}. */
    public static final int FUTEX_OP_CMP_NE = 1;

    /** {@code 2}. */
    public static final int FUTEX_OP_CMP_LT = 2;

    /** {@code 3}. */
    public static final int FUTEX_OP_CMP_LE = 3;

    /** {@code 4}. */
    public static final int FUTEX_OP_CMP_GT = 4;

    /** {@code 5}. */
    public static final int FUTEX_OP_CMP_GE = 5;

    private FutexH() {}
}
