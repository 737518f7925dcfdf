// Generated from dma-buf.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

/** Constants of {@code dma-buf.h}. */
public final class DmaBufH {
    /** {@code (1 << 0)}. */
    public static final int DMA_BUF_SYNC_READ = 1;

    /** {@code (2 << 0)}. */
    public static final int DMA_BUF_SYNC_WRITE = 2;

    /** {@code (DMA_BUF_SYNC_READ | DMA_BUF_SYNC_WRITE)}. */
    public static final int DMA_BUF_SYNC_RW = 3;

    /** {@code (0 << 2)}. */
    public static final int DMA_BUF_SYNC_START = 0;

    /** {@code (1 << 2)}. */
    public static final int DMA_BUF_SYNC_END = 4;

    /** {@code (DMA_BUF_SYNC_RW | DMA_BUF_SYNC_END)}. */
    public static final int DMA_BUF_SYNC_VALID_FLAGS_MASK = 7;

    /** {@code 32}. */
    public static final int DMA_BUF_NAME_LEN = 32;

    /** {@code 'b'}. */
    public static final int DMA_BUF_BASE = 98;

    /** {@code _IOW(DMA_BUF_BASE, 0, struct dma_buf_sync)}. */
    public static final int DMA_BUF_IOCTL_SYNC = 0x40086200;

    /** {@code _IOW(DMA_BUF_BASE, 1, const char *)}. */
    public static final int DMA_BUF_SET_NAME = 0x40086201;

    /** {@code _IOW(DMA_BUF_BASE, 1, __u32)}. */
    public static final int DMA_BUF_SET_NAME_A = 0x40046201;

    /** {@code _IOW(DMA_BUF_BASE, 1, __u64)}. */
    public static final int DMA_BUF_SET_NAME_B = 0x40086201;

    /** {@code _IOWR(DMA_BUF_BASE, 2, struct dma_buf_export_sync_file)}. */
    public static final int DMA_BUF_IOCTL_EXPORT_SYNC_FILE = 0xC0086202;

    /** {@code _IOW(DMA_BUF_BASE, 3, struct dma_buf_import_sync_file)}. */
    public static final int DMA_BUF_IOCTL_IMPORT_SYNC_FILE = 0x40086203;

    private DmaBufH() {}
}
