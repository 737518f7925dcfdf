package dev.ferrite.runtime.module;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The modules of another process, as its {@link ModuleTable} shows them.
 *
 * @param pid the process
 * @param modules its modules, in the order they were loaded
 */
public record OtherModules(long pid, List<Row> modules) {
    private static final int TRIES = 100;

    /**
     * A module of another process.
     *
     * @param name its name
     * @param state {@code initializing}, {@code live} or {@code exiting}
     * @param users how many references keep it; empty where the kernel does not let us read that process's memory
     * @param depends the modules it needs
     */
    public record Row(String name, String state, OptionalInt users, List<String> depends) {}

    /**
     * Looks for processes that show their modules. Never fails: those whose descriptors we may not see are left out.
     *
     * @param proc {@code /proc}
     * @return the processes by pid
     */
    public static List<OtherModules> find(Path proc) {
        List<OtherModules> found = new ArrayList<>();
        for (Path process : list(proc, "[0-9]*")) {
            OtherModules modules = of(process);
            if (modules != null) {
                found.add(modules);
            }
        }
        found.sort((a, b) -> Long.compare(a.pid, b.pid));
        return found;
    }

    /**
     * Looks at one process. Never fails.
     *
     * @param proc {@code /proc}
     * @param pid the process
     * @return its modules; null if it shows none, or we may not look
     */
    public static @Nullable OtherModules of(Path proc, long pid) {
        return of(proc.resolve(Long.toString(pid)));
    }

    private static @Nullable OtherModules of(Path process) {
        for (Path fd : list(process.resolve("fd"), "*")) {
            OtherModules modules = isTable(fd) ? read(process, fd) : null;
            if (modules != null) {
                return modules;
            }
        }
        return null;
    }

    private static List<Path> list(Path folder, String glob) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
            stream.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException goneOrForbidden) {
            return List.of();
        }
        return entries;
    }

    private static boolean isTable(Path fd) {
        try {
            return Files.readSymbolicLink(fd).toString().startsWith("/memfd:" + ModuleTable.NAME + " ");
        } catch (IOException | UnsupportedOperationException closed) {
            return false;
        }
    }

    /** The table of a process; null if it goes meanwhile, or is none. */
    private static @Nullable OtherModules read(Path process, Path fd) {
        try {
            String text = stable(fd);
            if (text == null) {
                return null;
            }
            List<Row> rows = new ArrayList<>();
            try (Memory memory = Memory.of(process)) {
                for (String line : text.lines().toList()) {
                    String[] parts = line.split(" ", -1);
                    long address = Long.parseUnsignedLong(parts[2], 16);
                    List<String> depends = parts[3].isEmpty() ? List.of() : List.of(parts[3].split(",", -1));
                    rows.add(new Row(parts[0], parts[1], memory.users(address), depends));
                }
            }
            return new OtherModules(Long.parseLong(String.valueOf(process.getFileName())), rows);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException goneOrMalformed) {
            return null;
        }
    }

    private static @Nullable String stable(Path fd) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            byte[] first = Files.readAllBytes(fd);
            byte[] second = Files.readAllBytes(fd);
            if (first.length != ModuleTable.BYTES) {
                return null;
            }
            ByteBuffer words = ByteBuffer.wrap(first).order(ByteOrder.nativeOrder());
            int length = words.getInt(ModuleTable.LENGTH);
            if (words.getInt(ModuleTable.SEQUENCE) % 2 == 0
                    && Arrays.equals(first, second)
                    && length >= 0
                    && length <= ModuleTable.BYTES - ModuleTable.TEXT) {
                return new String(first, ModuleTable.TEXT, length, StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    /** Another process's memory, as far as the kernel lets us. */
    private record Memory(@Nullable RandomAccessFile file) implements AutoCloseable {
        static Memory of(Path process) {
            try {
                return new Memory(new RandomAccessFile(process.resolve("mem").toFile(), "r"));
            } catch (IOException forbidden) {
                return new Memory(null);
            }
        }

        /** The count less the loader's own reference. */
        OptionalInt users(long address) {
            if (file == null || address < 0) {
                return OptionalInt.empty();
            }
            try {
                byte[] word = new byte[Integer.BYTES];
                file.seek(address);
                file.readFully(word);
                return OptionalInt.of(Math.max(
                        0, ByteBuffer.wrap(word).order(ByteOrder.nativeOrder()).getInt() - 1));
            } catch (IOException gone) {
                return OptionalInt.empty();
            }
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
            }
        }
    }
}
