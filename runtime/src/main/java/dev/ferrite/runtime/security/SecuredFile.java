package dev.ferrite.runtime.security;

/** What a policy may know of a file. */
public interface SecuredFile {
    /**
     * Where it was opened.
     *
     * @return its path or another name a person knows it by
     */
    String name();

    /**
     * How it was opened.
     *
     * @return {@code O_*}
     */
    int flags();
}
