// Generated from membarrier.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

/** Constants of {@code membarrier.h}. */
public final class MembarrierH {
    /** Of {@code enum membarrier_cmd}. */
    public static final int MEMBARRIER_CMD_QUERY = 0;

    /** Of {@code enum membarrier_cmd}. */
    public static final int MEMBARRIER_CMD_GLOBAL = 1;

    /** Of {@code enum membarrier_cmd}. */
    public static final int MEMBARRIER_CMD_GLOBAL_EXPEDITED = 2;

    /** Of {@code enum membarrier_cmd}. */
    public static final int MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED = 4;

    /** Of {@code enum membarrier_cmd}. */
    public static final int MEMBARRIER_CMD_PRIVATE_EXPEDITED = 8;

    /** Of {@code enum membarrier_cmd}. */
    public static final int MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED = 16;

    /** Of {@code enum membarrier_cmd}. */
    public static final int MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE = 32;

    /** Of {@code enum membarrier_cmd}. */
    public static final int MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE = 64;

    /** Of {@code enum membarrier_cmd}. */
    public static final int MEMBARRIER_CMD_PRIVATE_EXPEDITED_RSEQ = 128;

    /** Of {@code enum membarrier_cmd}. */
    public static final int MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_RSEQ = 256;

    /** Of {@code enum membarrier_cmd}. */
    public static final int MEMBARRIER_CMD_SHARED = 1;

    /** Of {@code enum membarrier_cmd_flag}. */
    public static final int MEMBARRIER_CMD_FLAG_CPU = 1;

    private MembarrierH() {}
}
