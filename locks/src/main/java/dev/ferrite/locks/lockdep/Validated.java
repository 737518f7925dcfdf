package dev.ferrite.locks.lockdep;

/** A lock that tells the validator itself what is done with it: watching it once more changes nothing. */
public interface Validated {}
