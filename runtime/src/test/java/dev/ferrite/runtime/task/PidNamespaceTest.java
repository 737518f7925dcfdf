package dev.ferrite.runtime.task;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.linux.Fd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PidNamespaceTest {
    private static final String UNSHARE = "unshare";

    /** An unshare that works here, or none. */
    private static List<String> unshare() throws Exception {
        for (List<String> tried : List.of(List.of(UNSHARE, "-pf"), List.of(UNSHARE, "-Urpf"))) {
            List<String> command = new ArrayList<>(tried);
            command.addAll(List.of("echo", "works"));
            if (Children.output(command.toArray(String[]::new)).equals("works")) {
                return tried;
            }
        }
        assumeTrue(false, "this machine lets the test make no pid namespace (unshare -pf and unshare -Urpf fail)");
        return List.of();
    }

    private static int onlyChild(long pid) {
        Children.await(() -> ProcessHandle.of(pid).orElseThrow().children().count() == 1);
        return (int) ProcessHandle.of(pid)
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow()
                .pid();
    }

    @Test
    void ownNamespaceIsThatOfEveryThread() throws Exception {
        PidNamespace own = CurrentTask.current().activePidNs();
        assertThat(own).isSameAs(PidNamespace.ofThisProcess());
        assertThat(Files.readSymbolicLink(Path.of("/proc/self/ns/pid"))).hasToString(own.toString());
        try (ARef<Task> task = CurrentTask.current().task();
                ARef<PidNamespace> again = requireNonNull(task.get().getPidNs())) {
            assertThat(again.get()).isEqualTo(own).hasSameHashCodeAs(own);
            assertThat(task.get().tgidNrNs(own)).isEqualTo(CurrentTask.current().tgid());
            assertThat(task.get().pidNrNs(own)).isEqualTo(CurrentTask.current().pid());
        }
        assertThat(own.parent()).isNull();
    }

    @Test
    void aNestedNamespaceCountsFromOne() throws Exception {
        PidNamespace own = PidNamespace.ofThisProcess();
        long descriptors = Fd.live();
        List<String> command = new ArrayList<>(unshare());
        command.addAll(List.of("sleep", "60"));
        try (Children children = new Children()) {
            Process outer = children.start(command.toArray(String[]::new));
            int inner = onlyChild(outer.pid());
            Children.awaitComm(inner, "sleep");
            try (ARef<Task> task = Task.find(inner);
                    ARef<PidNamespace> nested = requireNonNull(task.get().getPidNs())) {
                assertThat(nested.get()).isNotEqualTo(own);
                assertThat(task.get().tgidNrNs(null)).isEqualTo(inner);
                assertThat(task.get().tgidNrNs(own)).isEqualTo(inner);
                assertThat(task.get().tgidNrNs(nested.get())).isEqualTo(1);
                try (ARef<PidNamespace> parent = requireNonNull(nested.get().parent());
                        ARef<Task> mine = CurrentTask.current().task()) {
                    assertThat(parent.get()).isEqualTo(own);
                    assertThat(mine.get().tgidNrNs(nested.get()))
                            .as("not visible there")
                            .isZero();
                }
                ProcessHandle.of(inner).orElseThrow().destroyForcibly();
                outer.waitFor();
                assertThat(task.get().state()).isEqualTo(TaskState.DEAD);
                assertThat(task.get().tgidNrNs(nested.get())).isZero();
                // The reference keeps the namespace, though nobody lives in it.
                requireNonNull(nested.get().parent()).close();
            }
        }
        assertThat(Fd.live()).isEqualTo(descriptors);
    }

    @Test
    void aNamespaceInANamespaceHasItsOwnNumbers() throws Exception {
        List<String> command = new ArrayList<>(unshare());
        command.addAll(List.of(UNSHARE, "-pf", "sleep", "60"));
        try (Children children = new Children()) {
            Process outer = children.start(command.toArray(String[]::new));
            int middle = onlyChild(outer.pid());
            int inner = onlyChild(middle);
            Children.awaitComm(inner, "sleep");
            try (ARef<Task> task = Task.find(inner);
                    ARef<Task> between = Task.find(middle);
                    ARef<PidNamespace> innerNs = requireNonNull(task.get().getPidNs());
                    ARef<PidNamespace> middleNs = requireNonNull(between.get().getPidNs())) {
                assertThat(task.get().tgidNrNs(null)).isEqualTo(inner);
                assertThat(task.get().tgidNrNs(middleNs.get())).isEqualTo(2);
                assertThat(task.get().tgidNrNs(innerNs.get())).isEqualTo(1);
                assertThat(between.get().tgidNrNs(innerNs.get())).isZero();
                assertThat(between.get().tgidNrNs(middleNs.get())).isEqualTo(1);
            }
        }
    }
}
