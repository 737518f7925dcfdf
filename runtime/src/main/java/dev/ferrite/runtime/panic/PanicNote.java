package dev.ferrite.runtime.panic;

import dev.ferrite.offheap.Words;
import dev.ferrite.runtime.share.RegionOwner;
import dev.ferrite.runtime.share.RegionView;
import dev.ferrite.runtime.share.SharedRegion;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a process that is prepared for a panic leaves for others to find, should it never come to panic itself: where its
 * screen is to be drawn, and how.
 *
 * @param picture where the PNG goes, absolute; null for nowhere
 * @param width its pixels in a row
 * @param height its rows
 * @param url what comes before the digits of the code; null for the log as it is
 * @param printed how many records to print
 */
record PanicNote(
        @Nullable Path picture,
        int width,
        int height,
        @Nullable String url,
        int printed) {
    /*
     *   +0   magic    long, stored last
     *   +8   version  int
     *   +12  length   int: bytes of the text
     *   +16  text     UTF-8 lines: width, height, printed, URL or nothing, path or nothing; the path is last because it
     *                 may hold line ends of its own
     */
    static final String REGION = "ferrite-panic";
    static final int VERSION = 1;
    static final int BYTES = 8 * 1024;

    private static final int AT_VERSION = 8;
    private static final int LENGTH = 12;
    private static final int TEXT = 16;
    private static final int LINES = 5;
    private static final int MOST_PRINTED = 10_000;

    /** "FERRPAN" and a zero, the first byte lowest. */
    private static final long MAGIC = 0x004E4150_52524546L;

    /** Shows a configuration until the region is closed; a path that is too long is left out. */
    static SharedRegion show(PanicConfig config) {
        SharedRegion region = SharedRegion.create(REGION, BYTES);
        String url = config.url();
        String head = config.width() + "\n" + config.height() + "\n" + config.printed() + "\n"
                + (url == null ? "" : url) + "\n";
        Path picture = config.picture();
        byte[] text = (head + (picture == null ? "" : picture.toAbsolutePath())).getBytes(StandardCharsets.UTF_8);
        if (text.length > BYTES - TEXT) {
            text = head.getBytes(StandardCharsets.UTF_8);
        }
        long base = region.address();
        for (int i = 0; i < text.length; i++) {
            Words.setBytePlain(base + TEXT + i, text[i]);
        }
        Words.setIntPlain(base + LENGTH, text.length);
        Words.setIntPlain(base + AT_VERSION, VERSION);
        Words.setLongRelease(base, MAGIC);
        return region;
    }

    /** What a process shows; null if it was not prepared for a panic. */
    static @Nullable PanicNote of(long pid) throws IOException {
        RegionView view;
        try {
            view = RegionOwner.view(REGION, "a note for a panic", pid, BYTES);
        } catch (IOException none) {
            return null;
        }
        long base = view.address();
        if (Words.getLongAcquire(base) != MAGIC) {
            return null; // not written yet, or somebody else's
        }
        int version = Words.getIntPlain(base + AT_VERSION);
        if (version != VERSION) {
            throw new IOException("process " + pid + " has a note for its panic of version " + version
                    + ", and this program reads version " + VERSION + ": use the program it was started with");
        }
        int length = Words.getIntPlain(base + LENGTH);
        byte[] text = new byte[Math.clamp(length, 0, BYTES - TEXT)];
        for (int i = 0; i < text.length; i++) {
            text[i] = Words.getBytePlain(base + TEXT + i);
        }
        try {
            return parse(new String(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new IOException("the note of process " + pid + " for its panic is damaged: " + e.getMessage(), e);
        } finally {
            Reference.reachabilityFence(view);
        }
    }

    private static PanicNote parse(String text) {
        String[] lines = text.split("\n", LINES);
        if (lines.length != LINES) {
            throw new IllegalArgumentException(lines.length + " lines");
        }
        int printed = Integer.parseInt(lines[2]);
        if (printed < 0 || printed > MOST_PRINTED) {
            throw new IllegalArgumentException("printed=" + printed);
        }
        String url = lines[3].isEmpty() ? null : lines[3];
        Path picture;
        try {
            picture = lines[4].isEmpty() ? null : Path.of(lines[4]);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
        // The record of the configuration checks the rest.
        PanicConfig checked = PanicConfig.defaults()
                .withUrl(url)
                .withPicture(Path.of(""), Integer.parseInt(lines[0]), Integer.parseInt(lines[1]));
        return new PanicNote(picture, checked.width(), checked.height(), url, printed);
    }
}
