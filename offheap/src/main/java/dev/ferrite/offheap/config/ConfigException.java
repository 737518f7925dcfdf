package dev.ferrite.offheap.config;

import java.util.List;

/** What was set at start is wrong: unknown options, bad values, contradictions, all of them in one message. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * What is wrong.
     *
     * @param problems one sentence each, at least one
     */
    public ConfigException(List<String> problems) {
        super(String.join("; ", problems));
    }
}
