// Generated from udmabuf.h: edit the source, not this file.
package dev.ferrite.offheap.uapi;

/** Constants of {@code udmabuf.h}. */
public final class UdmabufH {
    /** {@code 0x01}. */
    public static final int UDMABUF_FLAGS_CLOEXEC = 0x1;

    /** {@code _IOW('u', 0x42, struct udmabuf_create)}. */
    public static final int UDMABUF_CREATE = 0x40187542;

    /** {@code _IOW('u', 0x43, struct udmabuf_create_list)}. */
    public static final int UDMABUF_CREATE_LIST = 0x40087543;

    private UdmabufH() {}
}
