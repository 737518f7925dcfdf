package dev.ferrite.nova.boot.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The descriptors of this process, as {@code /proc/self/fd} lists them.
 *
 * <p>Not counted: jars and files of the JDK and the system's random numbers, which the JDK opens when it first needs them
 * and keeps, and the region that shows the counters to other processes, which begins and ends beside the run.
 */
final class OpenFiles {
    private static final Path FDS = Path.of("/proc/self/fd");

    private OpenFiles() {}

    /** How many are open, the one that reads the list not counted; 0 where there is no such list. */
    static long count() {
        String jdk = System.getProperty("java.home", "/");
        long count = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(FDS)) {
            for (Path entry : entries) {
                if (isOurs(entry, jdk)) {
                    count++;
                }
            }
        } catch (IOException e) {
            return 0; // no /proc here: the counts of owned descriptors stand alone
        }
        return count;
    }

    private static boolean isOurs(Path entry, String jdk) {
        try {
            String target = Files.readSymbolicLink(entry).toString();
            return !target.endsWith(".jar")
                    && !target.startsWith("/memfd:ferrite-counters")
                    && !target.startsWith(jdk)
                    && !target.equals("/dev/random")
                    && !target.equals("/dev/urandom")
                    && !(target.startsWith("/proc/") && target.endsWith("/fd"));
        } catch (IOException e) {
            return false; // closed since it was listed
        }
    }
}
