package dev.ferrite.nova;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the module makes its device of.
 *
 * @param vramFile the file that is VRAM, made and removed again if it is not there; null for a memfd
 * @param vramBytes how much VRAM, more than 0; rounded up to pages
 */
public record NovaConfig(@Nullable Path vramFile, long vramBytes) {
    /**
     * VRAM in memory.
     *
     * @param vramBytes how much, more than 0
     * @return the configuration
     */
    public static NovaConfig memfd(long vramBytes) {
        return new NovaConfig(null, vramBytes);
    }
}
