package dev.ferrite.runtime.device;

import org.jspecify.annotations.Nullable;

/** A probe failed with something that is no error number; the cause says with what. */
public final class ProbeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProbeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
