package dev.ferrite.nova;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the module makes its device of.
 *
 * @param vramFile the file that is VRAM, made and removed again if it is not there; null for a memfd
 * @param vramBytes how much VRAM, more than 0; rounded up to pages
 * @param info whether the driver has {@code DRM_IOCTL_NOVA_INFO}, a call that is proposed and may still change
 */
public record NovaConfig(@Nullable Path vramFile, long vramBytes, boolean info) {
    /**
     * What the kernel has: without the proposed call.
     *
     * @param vramFile the file that is VRAM; null for a memfd
     * @param vramBytes how much VRAM, more than 0
     */
    public NovaConfig(@Nullable Path vramFile, long vramBytes) {
        this(vramFile, vramBytes, false);
    }

    /**
     * VRAM in memory.
     *
     * @param vramBytes how much, more than 0
     * @return the configuration
     */
    public static NovaConfig memfd(long vramBytes) {
        return new NovaConfig(null, vramBytes);
    }

    /**
     * The same with {@code DRM_IOCTL_NOVA_INFO}.
     *
     * @return the configuration
     */
    public NovaConfig withInfo() {
        return new NovaConfig(vramFile, vramBytes, true);
    }
}
