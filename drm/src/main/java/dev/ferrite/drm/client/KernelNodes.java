package dev.ferrite.drm.client;

import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the nodes of real drivers. */
public final class KernelNodes {
    /** Where they are. */
    public static final Path FOLDER = Path.of("/dev/dri");

    private static final Pattern NAME = Pattern.compile("(card|renderD)(\\d{1,9})");

    private KernelNodes() {}

    /**
     * The nodes of this system: cards first, each kind by number. Whether they can be opened is another question.
     *
     * @return their paths; empty if there is no DRM driver
     */
    public static List<Path> list() {
        return list(FOLDER);
    }

    /**
     * The nodes in a folder.
     *
     * @param folder usually {@link #FOLDER}
     * @return their paths; empty if the folder cannot be read
     */
    public static List<Path> list(Path folder) {
        List<Path> nodes = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, KernelNodes::isNode)) {
            entries.forEach(nodes::add);
        } catch (IOException e) {
            return List.of();
        }
        nodes.sort(Comparator.comparing(KernelNodes::kind).thenComparingInt(KernelNodes::number));
        return nodes;
    }

    /**
     * Whether a path leads to a character device, of whatever driver. Opens nothing.
     *
     * @param path any path
     * @return true if it does
     */
    public static boolean isDevice(Path path) {
        int place = Linux.open(path.toString(), Linux.O_PATH | Linux.O_CLOEXEC, 0);
        if (place < 0) {
            return false;
        }
        try (Fd fd = Fd.own(place, "open " + path)) {
            Linux.FileStat stat = Linux.fstat(fd.value());
            return stat.error() == 0 && stat.isCharacterDevice();
        }
    }

    private static boolean isNode(Path path) {
        return NAME.matcher(String.valueOf(path.getFileName())).matches();
    }

    private static String kind(Path path) {
        return parts(path).group(1);
    }

    private static int number(Path path) {
        return Integer.parseInt(parts(path).group(2));
    }

    private static Matcher parts(Path path) {
        Matcher parts = NAME.matcher(String.valueOf(path.getFileName()));
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a node: " + path);
        }
        return parts;
    }
}
