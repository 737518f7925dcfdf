package dev.ferrite.offheap.errno;

import dev.ferrite.offheap.diag.Warn;
import org.jspecify.annotations.Nullable;

/**
 * An error number of Linux on x86-64 and arm64: the counterpart of {@code kernel::error::Error}.
 *
 * <p>Numbers are positive here ({@link #code()}) and negative at the call boundary ({@link #negated()}): a hot path
 * returns a {@code long} that is negative on failure, a cold path throws {@link ErrnoException}. There is one instance
 * for each number of 1 to 4095, named or not, so they may be compared by {@code ==}. Numbers from 512 up are the
 * kernel's own and never leave it.
 */
public final class Errno {
    /** The largest number an error can have; results below {@code -MAX_ERRNO} are not errors. */
    public static final int MAX_ERRNO = 4095;

    private static final Errno[] BY_CODE = new Errno[MAX_ERRNO + 1];

    /** Operation not permitted. */
    public static final Errno EPERM = define(1, "EPERM", "Operation not permitted");

    /** No such file or directory. */
    public static final Errno ENOENT = define(2, "ENOENT", "No such file or directory");

    /** No such process. */
    public static final Errno ESRCH = define(3, "ESRCH", "No such process");

    /** Interrupted system call. */
    public static final Errno EINTR = define(4, "EINTR", "Interrupted system call");

    /** Input/output error. */
    public static final Errno EIO = define(5, "EIO", "Input/output error");

    /** No such device or address. */
    public static final Errno ENXIO = define(6, "ENXIO", "No such device or address");

    /** Argument list too long. */
    public static final Errno E2BIG = define(7, "E2BIG", "Argument list too long");

    /** Exec format error. */
    public static final Errno ENOEXEC = define(8, "ENOEXEC", "Exec format error");

    /** Bad file descriptor. */
    public static final Errno EBADF = define(9, "EBADF", "Bad file descriptor");

    /** No child processes. */
    public static final Errno ECHILD = define(10, "ECHILD", "No child processes");

    /** Resource temporarily unavailable. */
    public static final Errno EAGAIN = define(11, "EAGAIN", "Resource temporarily unavailable");

    /** Cannot allocate memory. */
    public static final Errno ENOMEM = define(12, "ENOMEM", "Cannot allocate memory");

    /** Permission denied. */
    public static final Errno EACCES = define(13, "EACCES", "Permission denied");

    /** Bad address. */
    public static final Errno EFAULT = define(14, "EFAULT", "Bad address");

    /** Block device required. */
    public static final Errno ENOTBLK = define(15, "ENOTBLK", "Block device required");

    /** Device or resource busy. */
    public static final Errno EBUSY = define(16, "EBUSY", "Device or resource busy");

    /** File exists. */
    public static final Errno EEXIST = define(17, "EEXIST", "File exists");

    /** Invalid cross-device link. */
    public static final Errno EXDEV = define(18, "EXDEV", "Invalid cross-device link");

    /** No such device. */
    public static final Errno ENODEV = define(19, "ENODEV", "No such device");

    /** Not a directory. */
    public static final Errno ENOTDIR = define(20, "ENOTDIR", "Not a directory");

    /** Is a directory. */
    public static final Errno EISDIR = define(21, "EISDIR", "Is a directory");

    /** Invalid argument. */
    public static final Errno EINVAL = define(22, "EINVAL", "Invalid argument");

    /** Too many open files in system. */
    public static final Errno ENFILE = define(23, "ENFILE", "Too many open files in system");

    /** Too many open files. */
    public static final Errno EMFILE = define(24, "EMFILE", "Too many open files");

    /** Inappropriate ioctl for device. */
    public static final Errno ENOTTY = define(25, "ENOTTY", "Inappropriate ioctl for device");

    /** Text file busy. */
    public static final Errno ETXTBSY = define(26, "ETXTBSY", "Text file busy");

    /** File too large. */
    public static final Errno EFBIG = define(27, "EFBIG", "File too large");

    /** No space left on device. */
    public static final Errno ENOSPC = define(28, "ENOSPC", "No space left on device");

    /** Illegal seek. */
    public static final Errno ESPIPE = define(29, "ESPIPE", "Illegal seek");

    /** Read-only file system. */
    public static final Errno EROFS = define(30, "EROFS", "Read-only file system");

    /** Too many links. */
    public static final Errno EMLINK = define(31, "EMLINK", "Too many links");

    /** Broken pipe. */
    public static final Errno EPIPE = define(32, "EPIPE", "Broken pipe");

    /** Numerical argument out of domain. */
    public static final Errno EDOM = define(33, "EDOM", "Numerical argument out of domain");

    /** Numerical result out of range. */
    public static final Errno ERANGE = define(34, "ERANGE", "Numerical result out of range");

    /** Resource deadlock avoided. */
    public static final Errno EDEADLK = define(35, "EDEADLK", "Resource deadlock avoided");

    /** File name too long. */
    public static final Errno ENAMETOOLONG = define(36, "ENAMETOOLONG", "File name too long");

    /** No locks available. */
    public static final Errno ENOLCK = define(37, "ENOLCK", "No locks available");

    /** Function not implemented. */
    public static final Errno ENOSYS = define(38, "ENOSYS", "Function not implemented");

    /** Directory not empty. */
    public static final Errno ENOTEMPTY = define(39, "ENOTEMPTY", "Directory not empty");

    /** Too many levels of symbolic links. */
    public static final Errno ELOOP = define(40, "ELOOP", "Too many levels of symbolic links");

    /** No message of desired type. */
    public static final Errno ENOMSG = define(42, "ENOMSG", "No message of desired type");

    /** Identifier removed. */
    public static final Errno EIDRM = define(43, "EIDRM", "Identifier removed");

    /** Channel number out of range. */
    public static final Errno ECHRNG = define(44, "ECHRNG", "Channel number out of range");

    /** Level 2 not synchronized. */
    public static final Errno EL2NSYNC = define(45, "EL2NSYNC", "Level 2 not synchronized");

    /** Level 3 halted. */
    public static final Errno EL3HLT = define(46, "EL3HLT", "Level 3 halted");

    /** Level 3 reset. */
    public static final Errno EL3RST = define(47, "EL3RST", "Level 3 reset");

    /** Link number out of range. */
    public static final Errno ELNRNG = define(48, "ELNRNG", "Link number out of range");

    /** Protocol driver not attached. */
    public static final Errno EUNATCH = define(49, "EUNATCH", "Protocol driver not attached");

    /** No CSI structure available. */
    public static final Errno ENOCSI = define(50, "ENOCSI", "No CSI structure available");

    /** Level 2 halted. */
    public static final Errno EL2HLT = define(51, "EL2HLT", "Level 2 halted");

    /** Invalid exchange. */
    public static final Errno EBADE = define(52, "EBADE", "Invalid exchange");

    /** Invalid request descriptor. */
    public static final Errno EBADR = define(53, "EBADR", "Invalid request descriptor");

    /** Exchange full. */
    public static final Errno EXFULL = define(54, "EXFULL", "Exchange full");

    /** No anode. */
    public static final Errno ENOANO = define(55, "ENOANO", "No anode");

    /** Invalid request code. */
    public static final Errno EBADRQC = define(56, "EBADRQC", "Invalid request code");

    /** Invalid slot. */
    public static final Errno EBADSLT = define(57, "EBADSLT", "Invalid slot");

    /** Bad font file format. */
    public static final Errno EBFONT = define(59, "EBFONT", "Bad font file format");

    /** Device not a stream. */
    public static final Errno ENOSTR = define(60, "ENOSTR", "Device not a stream");

    /** No data available. */
    public static final Errno ENODATA = define(61, "ENODATA", "No data available");

    /** Timer expired. */
    public static final Errno ETIME = define(62, "ETIME", "Timer expired");

    /** Out of streams resources. */
    public static final Errno ENOSR = define(63, "ENOSR", "Out of streams resources");

    /** Machine is not on the network. */
    public static final Errno ENONET = define(64, "ENONET", "Machine is not on the network");

    /** Package not installed. */
    public static final Errno ENOPKG = define(65, "ENOPKG", "Package not installed");

    /** Object is remote. */
    public static final Errno EREMOTE = define(66, "EREMOTE", "Object is remote");

    /** Link has been severed. */
    public static final Errno ENOLINK = define(67, "ENOLINK", "Link has been severed");

    /** Advertise error. */
    public static final Errno EADV = define(68, "EADV", "Advertise error");

    /** Srmount error. */
    public static final Errno ESRMNT = define(69, "ESRMNT", "Srmount error");

    /** Communication error on send. */
    public static final Errno ECOMM = define(70, "ECOMM", "Communication error on send");

    /** Protocol error. */
    public static final Errno EPROTO = define(71, "EPROTO", "Protocol error");

    /** Multihop attempted. */
    public static final Errno EMULTIHOP = define(72, "EMULTIHOP", "Multihop attempted");

    /** RFS specific error. */
    public static final Errno EDOTDOT = define(73, "EDOTDOT", "RFS specific error");

    /** Bad message. */
    public static final Errno EBADMSG = define(74, "EBADMSG", "Bad message");

    /** Value too large for defined data type. */
    public static final Errno EOVERFLOW = define(75, "EOVERFLOW", "Value too large for defined data type");

    /** Name not unique on network. */
    public static final Errno ENOTUNIQ = define(76, "ENOTUNIQ", "Name not unique on network");

    /** File descriptor in bad state. */
    public static final Errno EBADFD = define(77, "EBADFD", "File descriptor in bad state");

    /** Remote address changed. */
    public static final Errno EREMCHG = define(78, "EREMCHG", "Remote address changed");

    /** Can not access a needed shared library. */
    public static final Errno ELIBACC = define(79, "ELIBACC", "Can not access a needed shared library");

    /** Accessing a corrupted shared library. */
    public static final Errno ELIBBAD = define(80, "ELIBBAD", "Accessing a corrupted shared library");

    /** .lib section in a.out corrupted. */
    public static final Errno ELIBSCN = define(81, "ELIBSCN", ".lib section in a.out corrupted");

    /** Attempting to link in too many shared libraries. */
    public static final Errno ELIBMAX = define(82, "ELIBMAX", "Attempting to link in too many shared libraries");

    /** Cannot exec a shared library directly. */
    public static final Errno ELIBEXEC = define(83, "ELIBEXEC", "Cannot exec a shared library directly");

    /** Invalid or incomplete multibyte or wide character. */
    public static final Errno EILSEQ = define(84, "EILSEQ", "Invalid or incomplete multibyte or wide character");

    /** Interrupted system call should be restarted. */
    public static final Errno ERESTART = define(85, "ERESTART", "Interrupted system call should be restarted");

    /** Streams pipe error. */
    public static final Errno ESTRPIPE = define(86, "ESTRPIPE", "Streams pipe error");

    /** Too many users. */
    public static final Errno EUSERS = define(87, "EUSERS", "Too many users");

    /** Socket operation on non-socket. */
    public static final Errno ENOTSOCK = define(88, "ENOTSOCK", "Socket operation on non-socket");

    /** Destination address required. */
    public static final Errno EDESTADDRREQ = define(89, "EDESTADDRREQ", "Destination address required");

    /** Message too long. */
    public static final Errno EMSGSIZE = define(90, "EMSGSIZE", "Message too long");

    /** Protocol wrong type for socket. */
    public static final Errno EPROTOTYPE = define(91, "EPROTOTYPE", "Protocol wrong type for socket");

    /** Protocol not available. */
    public static final Errno ENOPROTOOPT = define(92, "ENOPROTOOPT", "Protocol not available");

    /** Protocol not supported. */
    public static final Errno EPROTONOSUPPORT = define(93, "EPROTONOSUPPORT", "Protocol not supported");

    /** Socket type not supported. */
    public static final Errno ESOCKTNOSUPPORT = define(94, "ESOCKTNOSUPPORT", "Socket type not supported");

    /** Operation not supported. */
    public static final Errno EOPNOTSUPP = define(95, "EOPNOTSUPP", "Operation not supported");

    /** Protocol family not supported. */
    public static final Errno EPFNOSUPPORT = define(96, "EPFNOSUPPORT", "Protocol family not supported");

    /** Address family not supported by protocol. */
    public static final Errno EAFNOSUPPORT = define(97, "EAFNOSUPPORT", "Address family not supported by protocol");

    /** Address already in use. */
    public static final Errno EADDRINUSE = define(98, "EADDRINUSE", "Address already in use");

    /** Cannot assign requested address. */
    public static final Errno EADDRNOTAVAIL = define(99, "EADDRNOTAVAIL", "Cannot assign requested address");

    /** Network is down. */
    public static final Errno ENETDOWN = define(100, "ENETDOWN", "Network is down");

    /** Network is unreachable. */
    public static final Errno ENETUNREACH = define(101, "ENETUNREACH", "Network is unreachable");

    /** Network dropped connection on reset. */
    public static final Errno ENETRESET = define(102, "ENETRESET", "Network dropped connection on reset");

    /** Software caused connection abort. */
    public static final Errno ECONNABORTED = define(103, "ECONNABORTED", "Software caused connection abort");

    /** Connection reset by peer. */
    public static final Errno ECONNRESET = define(104, "ECONNRESET", "Connection reset by peer");

    /** No buffer space available. */
    public static final Errno ENOBUFS = define(105, "ENOBUFS", "No buffer space available");

    /** Transport endpoint is already connected. */
    public static final Errno EISCONN = define(106, "EISCONN", "Transport endpoint is already connected");

    /** Transport endpoint is not connected. */
    public static final Errno ENOTCONN = define(107, "ENOTCONN", "Transport endpoint is not connected");

    /** Cannot send after transport endpoint shutdown. */
    public static final Errno ESHUTDOWN = define(108, "ESHUTDOWN", "Cannot send after transport endpoint shutdown");

    /** Too many references: cannot splice. */
    public static final Errno ETOOMANYREFS = define(109, "ETOOMANYREFS", "Too many references: cannot splice");

    /** Connection timed out. */
    public static final Errno ETIMEDOUT = define(110, "ETIMEDOUT", "Connection timed out");

    /** Connection refused. */
    public static final Errno ECONNREFUSED = define(111, "ECONNREFUSED", "Connection refused");

    /** Host is down. */
    public static final Errno EHOSTDOWN = define(112, "EHOSTDOWN", "Host is down");

    /** No route to host. */
    public static final Errno EHOSTUNREACH = define(113, "EHOSTUNREACH", "No route to host");

    /** Operation already in progress. */
    public static final Errno EALREADY = define(114, "EALREADY", "Operation already in progress");

    /** Operation now in progress. */
    public static final Errno EINPROGRESS = define(115, "EINPROGRESS", "Operation now in progress");

    /** Stale file handle. */
    public static final Errno ESTALE = define(116, "ESTALE", "Stale file handle");

    /** Structure needs cleaning. */
    public static final Errno EUCLEAN = define(117, "EUCLEAN", "Structure needs cleaning");

    /** Not a XENIX named type file. */
    public static final Errno ENOTNAM = define(118, "ENOTNAM", "Not a XENIX named type file");

    /** No XENIX semaphores available. */
    public static final Errno ENAVAIL = define(119, "ENAVAIL", "No XENIX semaphores available");

    /** Is a named type file. */
    public static final Errno EISNAM = define(120, "EISNAM", "Is a named type file");

    /** Remote I/O error. */
    public static final Errno EREMOTEIO = define(121, "EREMOTEIO", "Remote I/O error");

    /** Disk quota exceeded. */
    public static final Errno EDQUOT = define(122, "EDQUOT", "Disk quota exceeded");

    /** No medium found. */
    public static final Errno ENOMEDIUM = define(123, "ENOMEDIUM", "No medium found");

    /** Wrong medium type. */
    public static final Errno EMEDIUMTYPE = define(124, "EMEDIUMTYPE", "Wrong medium type");

    /** Operation canceled. */
    public static final Errno ECANCELED = define(125, "ECANCELED", "Operation canceled");

    /** Required key not available. */
    public static final Errno ENOKEY = define(126, "ENOKEY", "Required key not available");

    /** Key has expired. */
    public static final Errno EKEYEXPIRED = define(127, "EKEYEXPIRED", "Key has expired");

    /** Key has been revoked. */
    public static final Errno EKEYREVOKED = define(128, "EKEYREVOKED", "Key has been revoked");

    /** Key was rejected by service. */
    public static final Errno EKEYREJECTED = define(129, "EKEYREJECTED", "Key was rejected by service");

    /** Owner died. */
    public static final Errno EOWNERDEAD = define(130, "EOWNERDEAD", "Owner died");

    /** State not recoverable. */
    public static final Errno ENOTRECOVERABLE = define(131, "ENOTRECOVERABLE", "State not recoverable");

    /** Operation not possible due to RF-kill. */
    public static final Errno ERFKILL = define(132, "ERFKILL", "Operation not possible due to RF-kill");

    /** Memory page has hardware error. */
    public static final Errno EHWPOISON = define(133, "EHWPOISON", "Memory page has hardware error");

    /** Restart the system call. */
    public static final Errno ERESTARTSYS = define(512, "ERESTARTSYS", "Restart the system call");

    /** Restart the system call, without interruption. */
    public static final Errno ERESTARTNOINTR =
            define(513, "ERESTARTNOINTR", "Restart the system call, without interruption");

    /** Restart the system call if there is no handler. */
    public static final Errno ERESTARTNOHAND =
            define(514, "ERESTARTNOHAND", "Restart the system call if there is no handler");

    /** No such ioctl command. */
    public static final Errno ENOIOCTLCMD = define(515, "ENOIOCTLCMD", "No such ioctl command");

    /** Restart by calling sys_restart_syscall. */
    public static final Errno ERESTART_RESTARTBLOCK =
            define(516, "ERESTART_RESTARTBLOCK", "Restart by calling sys_restart_syscall");

    /** Driver requests probe retry. */
    public static final Errno EPROBE_DEFER = define(517, "EPROBE_DEFER", "Driver requests probe retry");

    /** Open found a stale dentry. */
    public static final Errno EOPENSTALE = define(518, "EOPENSTALE", "Open found a stale dentry");

    /** Parameter not supported. */
    public static final Errno ENOPARAM = define(519, "ENOPARAM", "Parameter not supported");

    /** Illegal NFS file handle. */
    public static final Errno EBADHANDLE = define(521, "EBADHANDLE", "Illegal NFS file handle");

    /** Update synchronization mismatch. */
    public static final Errno ENOTSYNC = define(522, "ENOTSYNC", "Update synchronization mismatch");

    /** Cookie is stale. */
    public static final Errno EBADCOOKIE = define(523, "EBADCOOKIE", "Cookie is stale");

    /** Operation is not supported. */
    public static final Errno ENOTSUPP = define(524, "ENOTSUPP", "Operation is not supported");

    /** Buffer or request is too small. */
    public static final Errno ETOOSMALL = define(525, "ETOOSMALL", "Buffer or request is too small");

    /** An untranslatable error occurred. */
    public static final Errno ESERVERFAULT = define(526, "ESERVERFAULT", "An untranslatable error occurred");

    /** Type not supported by server. */
    public static final Errno EBADTYPE = define(527, "EBADTYPE", "Type not supported by server");

    /** Request initiated, but will not complete before timeout. */
    public static final Errno EJUKEBOX =
            define(528, "EJUKEBOX", "Request initiated, but will not complete before timeout");

    /** Queued, will get completion event. */
    public static final Errno EIOCBQUEUED = define(529, "EIOCBQUEUED", "Queued, will get completion event");

    /** Conflict with recalled state. */
    public static final Errno ERECALLCONFLICT = define(530, "ERECALLCONFLICT", "Conflict with recalled state");

    /** NFS file lock reclaim refused. */
    public static final Errno ENOGRACE = define(531, "ENOGRACE", "NFS file lock reclaim refused");

    static {
        for (int code = 1; code <= MAX_ERRNO; code++) {
            if (BY_CODE[code] == null) {
                BY_CODE[code] = new Errno(code, null, "Unknown error " + code);
            }
        }
    }

    private final int code;
    private final @Nullable String name;
    private final String message;

    private Errno(int code, @Nullable String name, String message) {
        this.code = code;
        this.name = name;
        this.message = message;
    }

    private static Errno define(int code, String name, String message) {
        Errno errno = new Errno(code, name, message);
        BY_CODE[code] = errno;
        return errno;
    }

    /**
     * The positive number, as in {@code errno.h}.
     *
     * @return 1 to 4095
     */
    public int code() {
        return code;
    }

    /**
     * The number as a call returns it.
     *
     * @return {@code -code()}
     */
    public int negated() {
        return -code;
    }

    /**
     * The symbolic name: {@code Error::name}.
     *
     * @return a name such as {@code EINVAL}, or null for a number without one
     */
    public @Nullable String name() {
        return name;
    }

    /**
     * The sentence {@code strerror} has for it.
     *
     * @return the message, without a full stop
     */
    public String message() {
        return message;
    }

    /**
     * The error of a negative number, if it is one: {@code Error::try_from_errno}.
     *
     * @param negated what a call returned
     * @return the error, or null unless the number is within {@code -4095..-1}
     */
    public static @Nullable Errno tryFromErrno(long negated) {
        return negated < 0 && negated >= -MAX_ERRNO ? BY_CODE[(int) -negated] : null;
    }

    /**
     * The error of a negative number: {@code Error::from_errno}. A number outside {@code -4095..-1} is reported as a
     * WARN and becomes {@link #EINVAL}.
     *
     * @param negated what a call returned
     * @return the error, never null
     */
    public static Errno fromErrno(long negated) {
        Errno errno = tryFromErrno(negated);
        if (errno == null) {
            Warn.warn("errno-out-of-range", "not an error number: " + negated);
            return EINVAL;
        }
        return errno;
    }

    /**
     * Throws if a call failed: {@code to_result}. Zero and positive numbers are success.
     *
     * @param result what a call returned: negative is an error number
     * @param call the call and its values, for the message
     * @return the result, unchanged
     * @throws ErrnoException if it is negative
     */
    public static long check(long result, String call) {
        if (result < 0) {
            throw new ErrnoException(fromErrno(result), call);
        }
        return result;
    }

    /** The name, or the number where there is none. */
    @Override
    public String toString() {
        return name == null ? Integer.toString(code) : name;
    }
}
