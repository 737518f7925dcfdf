package dev.ferrite.runtime.fs;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.cred.Credential;
import dev.ferrite.runtime.security.SecuredFile;
import org.jspecify.annotations.Nullable;

/**
 * What is fixed when a file is opened, and the same for all its numbers. The credential is never dropped: it is memory
 * alone, and goes with this.
 *
 * @param opener who opened it; null if that happened where Ferrite does not see it
 * @param name its path when it was opened
 * @param flags the flags it was opened with
 * @param device with the inode the identity of the file
 * @param inode see device
 */
record Opening(@Nullable ARef<Credential> opener, String name, int flags, long device, long inode)
        implements SecuredFile {
    boolean isFile(Linux.FileStat stat) {
        return stat.error() == 0 && stat.device() == device && stat.inode() == inode;
    }
}
