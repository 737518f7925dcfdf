package dev.ferrite.drm.vram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full and a limit that is reached show when the VRAM is made, in one error, with nothing left behind. */
class VramDiskFullTest {
    private static final long MIB = 1L << 20;

    @TempDir
    Path folder;

    /** What the child does: makes a VRAM, writes all of it, and says how it went. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            Path file = Path.of(args[0]);
            long size = Long.parseLong(args[1]);
            try (Vram vram = Vram.file(file, size, false)) {
                VramExtent extent = vram.allocate(size);
                long address = extent.map(size, Linux.PROT_READ | Linux.PROT_WRITE);
                Words.fill(address, size, (byte) 1);
                Linux.munmap(address, size);
                extent.free();
                System.out.println("made");
            } catch (ErrnoException e) {
                System.out.println("refused " + e.errno() + " left=" + Files.exists(file));
            }
        }
    }

    /** Runs the child below a shell that first prepares something; its output. */
    private static List<String> run(String prepare, Path file, long size) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of("sh", "-c", prepare + " && exec \"$@\"", "sh"));
        command.addAll(List.of(java, "--enable-native-access=ALL-UNNAMED", "-Xshare:auto", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(Child.class.getName(), file.toString(), Long.toString(size)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }

    @Test
    void fileSizeLimitIsEfbigAndNothingIsLeft() throws Exception {
        // In units of 512 bytes, 1024 in some shells: 8 or 16 MiB.
        Path file = folder.resolve("limited");
        assertThat(run("ulimit -f 16384", file, 64 * MIB)).containsExactly("refused EFBIG left=false");
        assertThat(run("ulimit -f 16384", file, 4 * MIB)).containsExactly("made");
    }

    @Test
    void fullDiskIsEnospcAndNothingIsLeft() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        // A small tmpfs in a mount namespace of the child's own: gone with it.
        String mount = "mount -t tmpfs -o size=8m tmpfs '" + disk + "'";
        assumeTrue(mayMount(mount), "no permission to mount a small tmpfs in a namespace of its own");
        assertThat(runInNamespace(mount, disk.resolve("vram"), 64 * MIB)).containsExactly("refused ENOSPC left=false");
        assertThat(runInNamespace(mount, disk.resolve("vram"), 4 * MIB)).containsExactly("made");
    }

    private static boolean mayMount(String mount) throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "--mount", "sh", "-c", mount)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static List<String> runInNamespace(String mount, Path file, long size)
            throws IOException, InterruptedException {
        String quoted = mount.replace("'", "'\\''");
        return run("exec unshare --mount sh -c '" + quoted + " && exec \"$@\"' sh \"$@\" && true", file, size);
    }
}
