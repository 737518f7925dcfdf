package dev.ferrite.drm.core;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.cred.Credential;
import dev.ferrite.runtime.security.SecuredFile;
import dev.ferrite.runtime.security.SecurityHooks;
import org.jspecify.annotations.Nullable;

/**
 * An open node as security policies see it: its name, its flags, and who opened it, which stays whoever it was.
 *
 * <p>Where the opener's credential cannot be read, because there is no {@code /proc}, everything is denied with EACCES as
 * soon as there is a policy that would have to know it. Without a policy only opening costs anything: about 20 us, for the
 * credential.
 */
final class FileSecurity implements SecuredFile {
    private static final int EACCES = Errno.EACCES.negated();

    private final String name;
    private final int flags;
    private final @Nullable ARef<Credential> opener;

    private FileSecurity(String name, int flags, @Nullable ARef<Credential> opener) {
        this.name = name;
        this.flags = flags;
        this.opener = opener;
    }

    /**
     * For a file that is about to be opened by the calling thread: {@code security_file_open}.
     *
     * @throws ErrnoException what a policy answers, EPERM or EACCES as a rule
     */
    static FileSecurity open(String name, int flags) {
        FileSecurity security = new FileSecurity(name, flags, credential());
        if (SecurityHooks.isActive()) {
            int answer = security.opener == null ? EACCES : SecurityHooks.fileOpen(security.opener.get(), security);
            if (answer < 0) {
                security.release();
                throw new ErrnoException(Errno.fromErrno(answer), "open " + name + ": denied by a security policy");
            }
        }
        return security;
    }

    private static @Nullable ARef<Credential> credential() {
        try {
            return Credential.current();
        } catch (ErrnoException e) {
            return null;
        }
    }

    /** {@code security_file_ioctl}; to be asked if {@link SecurityHooks#isActive}. 0 or {@code -errno}. */
    int ioctlSlow(int number, long argument) {
        return opener == null ? EACCES : SecurityHooks.fileIoctl(opener.get(), this, number, argument);
    }

    /** {@code security_binder_transfer_file}: may this file's opener get what the other one exported? */
    int receive(FileSecurity exporter) {
        if (!SecurityHooks.isActive()) {
            return 0;
        }
        return opener == null || exporter.opener == null
                ? EACCES
                : SecurityHooks.binderTransferFile(exporter.opener.get(), opener.get(), exporter);
    }

    /** The same for somebody who outlives the file; has to be released, too. */
    FileSecurity dup() {
        return new FileSecurity(name, flags, opener == null ? null : opener.dup());
    }

    void release() {
        if (opener != null) {
            opener.close();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int flags() {
        return flags;
    }
}
