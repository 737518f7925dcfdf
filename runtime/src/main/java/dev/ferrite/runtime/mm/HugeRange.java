package dev.ferrite.runtime.mm;

/**
 * A part of a mapping that huge pages stand behind.
 *
 * @param address the first byte
 * @param length in bytes
 */
public record HugeRange(long address, long length) {}
