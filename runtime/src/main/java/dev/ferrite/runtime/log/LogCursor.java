package dev.ferrite.runtime.log;

/** Where {@link LogRing#read} puts a record: reused, so that a reader allocates only what it hands out. */
final class LogCursor {
    final long[] text;
    long sequence;
    long nanos;
    long thread;
    int count;
    int level;
    int subsystemBytes;
    int messageBytes;
    int fieldBytes;
    boolean truncated;

    LogCursor(LogRing ring) {
        this.text = new long[ring.maxText() / Long.BYTES];
    }

    byte[] bytes(int word, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (text[word + (i >>> 3)] >>> ((i & 7) << 3));
        }
        return bytes;
    }
}
