package dev.ferrite.runtime.task;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.runtime.cred.Capability;
import dev.ferrite.runtime.cred.Credential;
import dev.ferrite.runtime.cred.Kuid;
import java.util.BitSet;

/** What {@link UnprivilegedTest} runs as a user who may nothing: prints one line a question. */
final class UnprivilegedProbe {
    private UnprivilegedProbe() {}

    public static void main(String[] args) {
        int foreign = Integer.parseInt(args[0]);
        say("euid", () -> Integer.toString(Kuid.currentEuid().intoUidInCurrentNs()));
        say("own", () -> CurrentTask.current().comm().isEmpty() ? "empty" : "ok");
        say("capable", () -> {
            try (ARef<Credential> cred = Credential.current()) {
                return Boolean.toString(cred.get().capable(Capability.CAP_SYS_NICE));
            }
        });
        ask("own-fifo", (int) ProcessHandle.current().pid(), task -> {
            task.setScheduler(new SchedAttr(SchedAttr.Policy.FIFO, 0, 10));
            return "ok";
        });
        ask("own-nice", (int) ProcessHandle.current().pid(), task -> {
            task.setNice(-5);
            return "ok";
        });
        ask("own-rlimit", (int) ProcessHandle.current().pid(), task -> {
            Rlimit old = task.rlimit(Rlimit.Resource.CORE);
            task.setRlimit(Rlimit.Resource.CORE, new Rlimit(0, 0));
            task.setRlimit(Rlimit.Resource.CORE, new Rlimit(0, old.hard() == 0 ? 1 : old.hard()));
            return "ok";
        });
        ask("comm", foreign, Task::comm);
        ask("uid", foreign, task -> Integer.toString(task.uid().intoUidInCurrentNs()));
        ask("tgid", foreign, task -> Integer.toString(task.tgidNrNs(null)));
        ask("ns", foreign, task -> {
            try (ARef<PidNamespace> namespace = task.getPidNs()) {
                return String.valueOf(namespace);
            }
        });
        ask("mm", foreign, task -> {
            try (ARef<?> mm = task.mm()) {
                return String.valueOf(mm);
            }
        });
        ask("affinity", foreign, task -> {
            BitSet one = new BitSet();
            one.set(0);
            task.setAffinity(one);
            return "ok";
        });
        ask("rlimit", foreign, task -> task.rlimit(Rlimit.Resource.CORE).toString());
        say("nobody", () -> Integer.toString(Task.find(Integer.MAX_VALUE).get().pid()));
    }

    private interface Question {
        String answer();
    }

    private interface TaskQuestion {
        String answer(Task task);
    }

    private static void ask(String name, int pid, TaskQuestion question) {
        say(name, () -> {
            try (ARef<Task> task = Task.find(pid)) {
                return question.answer(task.get());
            }
        });
    }

    private static void say(String name, Question question) {
        String answer;
        try {
            answer = question.answer();
        } catch (ErrnoException e) {
            answer = e.errno().toString();
        }
        System.out.println(name + "=" + answer);
    }
}
