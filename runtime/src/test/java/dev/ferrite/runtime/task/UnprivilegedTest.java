package dev.ferrite.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.errno.Errno;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A JVM of a user who may nothing, with {@code /proc} as usual and with one that hides other users' tasks. */
@Timeout(120)
class UnprivilegedTest {
    private static final String DROP = "exec setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all ";

    private static Map<String, String> probe(String... before) throws Exception {
        assumeTrue(
                Children.output(command(before, "id -u")).equals("65534"),
                "needs root, setpriv, and for hidepid unshare and mount");
        String classPath = classPath();
        assumeTrue(
                Children.output(command(new String[0], "ls -d " + classPath.replace(":", "/. ") + "/."))
                        .endsWith("/."),
                "another user cannot read the classes here");
        try (Children children = new Children()) {
            Process sleep = children.start("sleep", "60");
            Children.awaitComm(sleep.pid(), "sleep");
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            String output = Children.output(command(
                    before,
                    java + " -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp " + classPath + " "
                            + UnprivilegedProbe.class.getName() + " " + sleep.pid()));
            Map<String, String> answers = new TreeMap<>();
            for (String line : output.lines().toList()) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    answers.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            assertThat(answers).as(output).hasSize(14);
            return answers;
        }
    }

    /** A shell that does the one and then becomes the other, without rights. */
    private static String[] command(String[] before, String after) {
        if (before.length == 0) {
            return new String[] {"sh", "-c", DROP + after};
        }
        return new String[] {"unshare", "-m", "sh", "-c", before[0] + " && " + DROP + after};
    }

    private static String classPath() throws URISyntaxException {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : new Class<?>[] {UnprivilegedProbe.class, Task.class, ARef.class, Errno.class}) {
            places.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(":", places);
    }

    @Test
    void whatIsNotAllowedIsEpermOrEacces() throws Exception {
        Map<String, String> answers = probe();
        assertThat(answers)
                .containsEntry("euid", "65534")
                .containsEntry("own", "ok")
                .containsEntry("capable", "false")
                .containsEntry("own-fifo", "EPERM")
                .containsEntry("own-nice", "EACCES")
                .containsEntry("own-rlimit", "EPERM")
                .containsEntry("comm", "sleep")
                .containsEntry("uid", "0")
                .containsEntry("ns", "EACCES")
                .containsEntry("mm", "EACCES")
                .containsEntry("affinity", "EPERM")
                .containsEntry("rlimit", "EPERM")
                .containsEntry("nobody", "ESRCH");
    }

    @Test
    void hiddenTasksAreEaccesAndNotEsrch() throws Exception {
        for (int level : new int[] {1, 2, 4}) {
            Map<String, String> answers = probe("mount -t proc -o hidepid=" + level + " proc /proc");
            assertThat(answers)
                    .as("hidepid=" + level)
                    .containsEntry("own", "ok")
                    .containsEntry("own-fifo", "EPERM")
                    .containsEntry("comm", level == 1 ? "EPERM" : "EACCES")
                    .containsEntry("ns", level == 1 ? "EPERM" : "EACCES")
                    .containsEntry("nobody", "ESRCH");
        }
    }
}
