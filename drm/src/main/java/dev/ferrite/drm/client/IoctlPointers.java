package dev.ferrite.drm.client;

import dev.ferrite.drm.ioctl.IoctlNumber;
import dev.ferrite.drm.uapi.DrmClipRect;
import dev.ferrite.drm.uapi.DrmH;
import dev.ferrite.drm.uapi.DrmModeCardRes;
import dev.ferrite.drm.uapi.DrmModeCreateBlob;
import dev.ferrite.drm.uapi.DrmModeCreateLease;
import dev.ferrite.drm.uapi.DrmModeCrtc;
import dev.ferrite.drm.uapi.DrmModeCrtcLut;
import dev.ferrite.drm.uapi.DrmModeFbDirtyCmd;
import dev.ferrite.drm.uapi.DrmModeGetBlob;
import dev.ferrite.drm.uapi.DrmModeGetConnector;
import dev.ferrite.drm.uapi.DrmModeGetLease;
import dev.ferrite.drm.uapi.DrmModeGetPlane;
import dev.ferrite.drm.uapi.DrmModeGetPlaneRes;
import dev.ferrite.drm.uapi.DrmModeGetProperty;
import dev.ferrite.drm.uapi.DrmModeListLessees;
import dev.ferrite.drm.uapi.DrmModeModeinfo;
import dev.ferrite.drm.uapi.DrmModeObjGetProperties;
import dev.ferrite.drm.uapi.DrmModePropertyEnum;
import dev.ferrite.drm.uapi.DrmSetClientName;
import dev.ferrite.drm.uapi.DrmSyncobjArray;
import dev.ferrite.drm.uapi.DrmSyncobjTimelineArray;
import dev.ferrite.drm.uapi.DrmSyncobjTimelineWait;
import dev.ferrite.drm.uapi.DrmSyncobjWait;
import dev.ferrite.drm.uapi.DrmUnique;
import dev.ferrite.drm.uapi.DrmVersion;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the structs of the DRM core's own calls hold addresses, and how much the kernel reads or writes there.
 *
 * <p>A real kernel follows whatever address it finds, into the Java heap if need be. So before such a call each address
 * must lie inside the argument, as an emulated node demands, too; one that does not is replaced by {@link #NOWHERE},
 * and the kernel says EFAULT in its own order of checks.
 *
 * <p>Drivers' own calls are not known here. ATOMIC's two lists of values are as long as the sums of a third list say, and
 * are read only: not checked.
 */
final class IoctlPointers {
    /** No user memory on any machine: the kernel answers EFAULT, and touches nothing. */
    static final long NOWHERE = -4096;

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;

    /**
     * One address.
     *
     * @param at its offset in the struct
     * @param count the offset of how many elements it leads to
     * @param wide whether that count has 8 bytes, not 4
     * @param element bytes of one
     */
    private record Pointer(long at, long count, boolean wide, long element) {
        /** Whether it leads out of the argument; {@code in} bytes of which the kernel reads. */
        boolean isStray(MemorySegment argument, int in) {
            if (at + Long.BYTES > in || count + (wide ? Long.BYTES : Integer.BYTES) > in) {
                return false; // the kernel sees zero
            }
            long address = argument.get(LONG, at);
            long elements = wide ? argument.get(LONG, count) : Integer.toUnsignedLong(argument.get(INT, count));
            if (address == 0 || elements == 0) {
                return false;
            }
            long offset = address - argument.address();
            long room = argument.byteSize() - offset;
            return offset < 0 || room < 0 || elements < 0 || elements > room / element;
        }
    }

    private static final @Nullable Pointer[][] OF_CORE = new Pointer[256][];

    static {
        of(
                DrmH.DRM_IOCTL_VERSION,
                bytes(DrmVersion.NAME_OFFSET, DrmVersion.NAME_LEN_OFFSET),
                bytes(DrmVersion.DATE_OFFSET, DrmVersion.DATE_LEN_OFFSET),
                bytes(DrmVersion.DESC_OFFSET, DrmVersion.DESC_LEN_OFFSET));
        of(DrmH.DRM_IOCTL_GET_UNIQUE, bytes(DrmUnique.UNIQUE_OFFSET, DrmUnique.UNIQUE_LEN_OFFSET));
        of(DrmH.DRM_IOCTL_SET_UNIQUE, bytes(DrmUnique.UNIQUE_OFFSET, DrmUnique.UNIQUE_LEN_OFFSET));
        of(
                DrmH.DRM_IOCTL_MODE_GETRESOURCES,
                ints(DrmModeCardRes.FB_ID_PTR_OFFSET, DrmModeCardRes.COUNT_FBS_OFFSET),
                ints(DrmModeCardRes.CRTC_ID_PTR_OFFSET, DrmModeCardRes.COUNT_CRTCS_OFFSET),
                ints(DrmModeCardRes.CONNECTOR_ID_PTR_OFFSET, DrmModeCardRes.COUNT_CONNECTORS_OFFSET),
                ints(DrmModeCardRes.ENCODER_ID_PTR_OFFSET, DrmModeCardRes.COUNT_ENCODERS_OFFSET));
        of(
                DrmH.DRM_IOCTL_MODE_SETCRTC,
                ints(DrmModeCrtc.SET_CONNECTORS_PTR_OFFSET, DrmModeCrtc.COUNT_CONNECTORS_OFFSET));
        for (int gamma : new int[] {DrmH.DRM_IOCTL_MODE_GETGAMMA, DrmH.DRM_IOCTL_MODE_SETGAMMA}) {
            of(
                    gamma,
                    array(DrmModeCrtcLut.RED_OFFSET, DrmModeCrtcLut.GAMMA_SIZE_OFFSET, Short.BYTES),
                    array(DrmModeCrtcLut.GREEN_OFFSET, DrmModeCrtcLut.GAMMA_SIZE_OFFSET, Short.BYTES),
                    array(DrmModeCrtcLut.BLUE_OFFSET, DrmModeCrtcLut.GAMMA_SIZE_OFFSET, Short.BYTES));
        }
        of(
                DrmH.DRM_IOCTL_MODE_GETCONNECTOR,
                ints(DrmModeGetConnector.ENCODERS_PTR_OFFSET, DrmModeGetConnector.COUNT_ENCODERS_OFFSET),
                array(
                        DrmModeGetConnector.MODES_PTR_OFFSET,
                        DrmModeGetConnector.COUNT_MODES_OFFSET,
                        DrmModeModeinfo.SIZEOF),
                ints(DrmModeGetConnector.PROPS_PTR_OFFSET, DrmModeGetConnector.COUNT_PROPS_OFFSET),
                longs(DrmModeGetConnector.PROP_VALUES_PTR_OFFSET, DrmModeGetConnector.COUNT_PROPS_OFFSET));
        of(
                DrmH.DRM_IOCTL_MODE_GETPROPERTY,
                longs(DrmModeGetProperty.VALUES_PTR_OFFSET, DrmModeGetProperty.COUNT_VALUES_OFFSET),
                array(
                        DrmModeGetProperty.ENUM_BLOB_PTR_OFFSET,
                        DrmModeGetProperty.COUNT_ENUM_BLOBS_OFFSET,
                        DrmModePropertyEnum.SIZEOF));
        of(
                DrmH.DRM_IOCTL_MODE_GETPROPBLOB,
                array(DrmModeGetBlob.DATA_OFFSET, DrmModeGetBlob.LENGTH_OFFSET, Byte.BYTES));
        of(
                DrmH.DRM_IOCTL_MODE_CREATEPROPBLOB,
                array(DrmModeCreateBlob.DATA_OFFSET, DrmModeCreateBlob.LENGTH_OFFSET, Byte.BYTES));
        of(
                DrmH.DRM_IOCTL_MODE_DIRTYFB,
                array(DrmModeFbDirtyCmd.CLIPS_PTR_OFFSET, DrmModeFbDirtyCmd.NUM_CLIPS_OFFSET, DrmClipRect.SIZEOF));
        of(
                DrmH.DRM_IOCTL_MODE_GETPLANERESOURCES,
                ints(DrmModeGetPlaneRes.PLANE_ID_PTR_OFFSET, DrmModeGetPlaneRes.COUNT_PLANES_OFFSET));
        of(
                DrmH.DRM_IOCTL_MODE_GETPLANE,
                ints(DrmModeGetPlane.FORMAT_TYPE_PTR_OFFSET, DrmModeGetPlane.COUNT_FORMAT_TYPES_OFFSET));
        of(
                DrmH.DRM_IOCTL_MODE_OBJ_GETPROPERTIES,
                ints(DrmModeObjGetProperties.PROPS_PTR_OFFSET, DrmModeObjGetProperties.COUNT_PROPS_OFFSET),
                longs(DrmModeObjGetProperties.PROP_VALUES_PTR_OFFSET, DrmModeObjGetProperties.COUNT_PROPS_OFFSET));
        of(
                DrmH.DRM_IOCTL_MODE_CREATE_LEASE,
                ints(DrmModeCreateLease.OBJECT_IDS_OFFSET, DrmModeCreateLease.OBJECT_COUNT_OFFSET));
        of(
                DrmH.DRM_IOCTL_MODE_LIST_LESSEES,
                ints(DrmModeListLessees.LESSEES_PTR_OFFSET, DrmModeListLessees.COUNT_LESSEES_OFFSET));
        of(
                DrmH.DRM_IOCTL_MODE_GET_LEASE,
                ints(DrmModeGetLease.OBJECTS_PTR_OFFSET, DrmModeGetLease.COUNT_OBJECTS_OFFSET));
        of(DrmH.DRM_IOCTL_SYNCOBJ_WAIT, ints(DrmSyncobjWait.HANDLES_OFFSET, DrmSyncobjWait.COUNT_HANDLES_OFFSET));
        for (int array : new int[] {DrmH.DRM_IOCTL_SYNCOBJ_RESET, DrmH.DRM_IOCTL_SYNCOBJ_SIGNAL}) {
            of(array, ints(DrmSyncobjArray.HANDLES_OFFSET, DrmSyncobjArray.COUNT_HANDLES_OFFSET));
        }
        of(
                DrmH.DRM_IOCTL_SYNCOBJ_TIMELINE_WAIT,
                ints(DrmSyncobjTimelineWait.HANDLES_OFFSET, DrmSyncobjTimelineWait.COUNT_HANDLES_OFFSET),
                longs(DrmSyncobjTimelineWait.POINTS_OFFSET, DrmSyncobjTimelineWait.COUNT_HANDLES_OFFSET));
        for (int array : new int[] {DrmH.DRM_IOCTL_SYNCOBJ_QUERY, DrmH.DRM_IOCTL_SYNCOBJ_TIMELINE_SIGNAL}) {
            of(
                    array,
                    ints(DrmSyncobjTimelineArray.HANDLES_OFFSET, DrmSyncobjTimelineArray.COUNT_HANDLES_OFFSET),
                    longs(DrmSyncobjTimelineArray.POINTS_OFFSET, DrmSyncobjTimelineArray.COUNT_HANDLES_OFFSET));
        }
        of(DrmH.DRM_IOCTL_SET_CLIENT_NAME, bytes(DrmSetClientName.NAME_OFFSET, DrmSetClientName.NAME_LEN_OFFSET));
    }

    private IoctlPointers() {}

    private static void of(int request, Pointer... pointers) {
        OF_CORE[IoctlNumber.nr(request)] = pointers;
    }

    /** With a count of 8 bytes. */
    private static Pointer bytes(long at, long count) {
        return new Pointer(at, count, true, Byte.BYTES);
    }

    private static Pointer ints(long at, long count) {
        return array(at, count, Integer.BYTES);
    }

    private static Pointer longs(long at, long count) {
        return array(at, count, Long.BYTES);
    }

    private static Pointer array(long at, long count, long element) {
        return new Pointer(at, count, false, element);
    }

    /**
     * Whether an address in the argument leads out of it.
     *
     * @param request a number of DRM's type
     * @param argument native memory, not shorter than the number says
     * @return whether the call must be made on a copy that {@link #blunt} has been over
     * @throws IllegalStateException if the segment is closed, or WrongThreadException
     */
    static boolean hasStray(int request, MemorySegment argument) {
        Pointer[] pointers = OF_CORE[IoctlNumber.nr(request)];
        if (pointers == null || (IoctlNumber.direction(request) & IoctlNumber.WRITE) == 0) {
            return false;
        }
        int in = IoctlNumber.size(request);
        for (Pointer pointer : pointers) {
            if (pointer.isStray(argument, in)) {
                return true;
            }
        }
        return false;
    }

    /** Replaces, in a copy of an argument, the addresses that lead out of the original; gives their offsets. */
    static long[] blunt(int request, MemorySegment argument, MemorySegment copy) {
        Pointer[] pointers = OF_CORE[IoctlNumber.nr(request)];
        if (pointers == null || (IoctlNumber.direction(request) & IoctlNumber.WRITE) == 0) {
            return new long[0];
        }
        int in = IoctlNumber.size(request);
        return Arrays.stream(pointers)
                .filter(pointer -> pointer.isStray(argument, in))
                .mapToLong(Pointer::at)
                .peek(at -> copy.set(LONG, at, NOWHERE))
                .toArray();
    }

    /** Puts the caller's own addresses back into a copy. */
    static void restore(long[] blunted, MemorySegment argument, MemorySegment copy) {
        for (long at : blunted) {
            copy.set(LONG, at, argument.get(LONG, at));
        }
    }
}
