// Generated from sync_file.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

/** Constants of {@code sync_file.h}. */
public final class SyncFileH {
    /** {@code '>'}. */
    public static final int SYNC_IOC_MAGIC = 62;

    /** {@code _IOWR(SYNC_IOC_MAGIC, 3, struct sync_merge_data)}. */
    public static final int SYNC_IOC_MERGE = 0xC0303E03;

    /** {@code _IOWR(SYNC_IOC_MAGIC, 4, struct sync_file_info)}. */
    public static final int SYNC_IOC_FILE_INFO = 0xC0383E04;

    private SyncFileH() {}
}
