package dev.ferrite.runtime.module;

import java.util.List;

/**
 * A line of {@code lsmod}.
 *
 * @param name the name
 * @param state where it is in its life
 * @param users how many references keep it from being unloaded
 * @param usedBy the modules among them, by name; the others are open files, dma-bufs and whoever took a reference
 * @param info what it says of itself
 */
public record ModuleStatus(String name, ModuleState state, int users, List<String> usedBy, ModuleInfo info) {
    /**
     * One sentence on what it is.
     *
     * @return the description; may be empty
     */
    public String description() {
        return info.description();
    }
}
