package dev.ferrite.runtime.security;

import dev.ferrite.runtime.cred.Credential;

/**
 * What an application allows: a security module of its own, for what goes through Ferrite.
 *
 * <p>Each hook answers 0 to allow, or {@code -errno} to deny, {@code -EPERM} or {@code -EACCES} as a rule. One that is
 * not overridden allows. A hook that throws, or answers a positive number, denies. Hooks are called on the thread that
 * asks, may be called by many threads at once, and should not block. Credentials are borrowed for the call.
 */
public interface SecurityPolicy {
    /**
     * May this one become the context manager of a binder?
     *
     * @param manager who wants to
     * @return 0, or {@code -errno}
     */
    default int binderSetContextMgr(Credential manager) {
        return 0;
    }

    /**
     * May the one send the other a transaction?
     *
     * @param from the sender
     * @param to the receiver
     * @return 0, or {@code -errno}
     */
    default int binderTransaction(Credential from, Credential to) {
        return 0;
    }

    /**
     * May the one give the other a reference to a binder object?
     *
     * @param from the sender
     * @param to the receiver
     * @return 0, or {@code -errno}
     */
    default int binderTransferBinder(Credential from, Credential to) {
        return 0;
    }

    /**
     * May the one give the other an open file?
     *
     * @param from the sender
     * @param to the receiver
     * @param file the file
     * @return 0, or {@code -errno}
     */
    default int binderTransferFile(Credential from, Credential to, SecuredFile file) {
        return 0;
    }

    /**
     * May a file be opened?
     *
     * @param opener who opens it
     * @param file the file, not yet open
     * @return 0, or {@code -errno}
     */
    default int fileOpen(Credential opener, SecuredFile file) {
        return 0;
    }

    /**
     * May a device get this command?
     *
     * @param opener who opened the file
     * @param file the file
     * @param command the number of the ioctl
     * @param argument its argument, of which the memory may change at any time
     * @return 0, or {@code -errno}
     */
    default int fileIoctl(Credential opener, SecuredFile file, int command, long argument) {
        return 0;
    }
}
