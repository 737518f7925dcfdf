package dev.ferrite.drm.core;

import dev.ferrite.drm.count.Live;
import dev.ferrite.locks.Mutex;
import dev.ferrite.offheap.diag.Warn;
import dev.ferrite.offheap.linux.Linux;
import org.jspecify.annotations.Nullable;

/**
 * All mappings made through the nodes of one device, so that unplug can take their pages away without anybody faulting.
 */
final class GemMaps {
    /*
     * Unplug maps private anonymous pages over each mapping (MAP_FIXED), which the kernel does in one step: another thread
     * finds the old pages or the new ones, never a hole.
     *
     * The danger is a mapping that is unmapped meanwhile: its addresses may belong to somebody else the next moment, and
     * MAP_FIXED would destroy that. So munmap and leaving the list are one step under the lock, and so is replacing all
     * that are on the list: what is on the list under the lock is mapped, and its addresses are ours.
     *
     * No mapping comes later: mmap runs inside a section, and unplug replaces after it has waited for all sections. So
     * the list then holds every mapping there is, and none is added any more.
     *
     * Holding the lock over munmap costs little: the process's own map lock orders these calls anyway.
     */
    private static final class Maps {
        @Nullable
        GemVma first;
    }

    private final Mutex<Maps> maps = Mutex.of(new Maps(), "drm_maps");

    void add(GemVma vma) {
        try (var guard = maps.lock()) {
            Maps now = guard.get();
            vma.next = now.first;
            if (now.first != null) {
                now.first.previous = vma;
            }
            now.first = vma;
        }
        Live.MAPPINGS.add(1);
    }

    /** Unmaps; false if it was done before. */
    boolean unmap(GemVma vma) {
        try (var guard = maps.lock()) {
            if (!vma.mapped) {
                return false;
            }
            vma.mapped = false;
            if (vma.previous != null) {
                vma.previous.next = vma.next;
            } else {
                guard.get().first = vma.next;
            }
            if (vma.next != null) {
                vma.next.previous = vma.previous;
            }
            int result = Linux.munmap(vma.address(), vma.length());
            if (result < 0) {
                Warn.warn("drm-munmap", "munmap length=" + vma.length() + " failed: " + result);
            }
        }
        Live.MAPPINGS.add(-1);
        return true;
    }

    /** Puts pages that are nobody's in place of all mapped ones; where that fails the old pages stay, still ours. */
    void replaceAll() {
        try (var guard = maps.lock()) {
            for (GemVma vma = guard.get().first; vma != null; vma = vma.next) {
                long result = Linux.mmap(
                        vma.address(),
                        vma.length(),
                        vma.protection(),
                        Linux.MAP_FIXED | Linux.MAP_PRIVATE | Linux.MAP_ANONYMOUS | Linux.MAP_NORESERVE,
                        -1,
                        0);
                if (result < 0) {
                    Warn.warn("drm-unplug-replace", "mapping of " + vma.length() + " bytes keeps its pages: " + result);
                }
            }
        }
    }
}
