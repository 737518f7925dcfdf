package dev.ferrite.runtime.task;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Processes for a test, all ended when it closes. */
public final class Children implements AutoCloseable {
    /** Far more than a busy machine needs, and less than the tests' own time. */
    private static final int SECONDS = 50;

    private final List<Process> running = new ArrayList<>();

    public Process start(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        running.add(process);
        return process;
    }

    public static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return text.strip();
    }

    public static String firstLine(Process process) throws IOException {
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }

    /** Waits until the program has been started, and not only forked. */
    public static void awaitComm(long pid, String comm) {
        await(() -> {
            try {
                return Files.readString(Path.of("/proc/" + pid + "/comm")).equals(comm + "\n");
            } catch (IOException e) {
                return false;
            }
        });
    }

    public static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + SECONDS + " s");
            }
            Thread.onSpinWait();
            Thread.yield();
        }
    }

    /** Ends a process and waits until its number is free. */
    public static void end(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
        Path folder = Path.of("/proc/" + process.pid());
        await(() -> !Files.exists(folder));
    }

    @Override
    public void close() {
        for (Process process : running) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
