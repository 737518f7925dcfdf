package dev.ferrite.runtime.cred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.locks.ref.ARef;
import dev.ferrite.runtime.proc.ProcText;
import dev.ferrite.runtime.task.Children;
import dev.ferrite.runtime.task.Task;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CredentialTest {
    @Test
    void currentIsWhatTheProgramIdSays() throws Exception {
        try (ARef<Credential> ref = Credential.current()) {
            Credential cred = ref.get();
            assertThat(cred.uid().intoUidInCurrentNs()).isEqualTo(Integer.parseInt(Children.output("id", "-ru")));
            assertThat(cred.euid().intoUidInCurrentNs()).isEqualTo(Integer.parseInt(Children.output("id", "-u")));
            assertThat(cred.gid().intoGidInCurrentNs()).isEqualTo(Integer.parseInt(Children.output("id", "-rg")));
            assertThat(cred.egid().intoGidInCurrentNs()).isEqualTo(Integer.parseInt(Children.output("id", "-g")));
            assertThat(Arrays.stream(cred.groups())
                            .map(group -> Integer.toString(group.intoGidInCurrentNs()))
                            .collect(Collectors.toSet()))
                    .isSubsetOf(Children.output("id", "-G").split(" "));
            assertThat(cred.inGroup(cred.fsgid())).isTrue();
            assertThat(cred.inGroup(new Kgid(0x7ffffff0))).isFalse();
            assertThat(cred.securebits()).isPresent();
            assertThat(cred.secid()).isZero();
        }
    }

    /** Ids, groups and capabilities that all differ, in another process. */
    @Test
    void aTasksCredentialHasEveryPart() throws Exception {
        assumeTrue(
                Children.output("setpriv", "--reuid=1", "id", "-u").equals("1"),
                "needs setpriv, and root to change the user");
        try (Children children = new Children()) {
            Process sleep = children.start(
                    "setpriv",
                    "--ruid=1001",
                    "--euid=1002",
                    "--rgid=1003",
                    "--egid=1004",
                    "--groups=7,2000000,9",
                    "--inh-caps=-all,+kill",
                    "--bounding-set=-sys_time",
                    "--no-new-privs",
                    "sleep",
                    "60");
            Children.awaitComm(sleep.pid(), "sleep");
            try (ARef<Task> task = Task.find((int) sleep.pid());
                    ARef<Credential> ref = task.get().cred()) {
                Credential cred = ref.get();
                assertThat(cred.uid())
                        .isEqualTo(Kuid.of(1001))
                        .isEqualTo(task.get().uid());
                assertThat(cred.euid())
                        .isEqualTo(Kuid.of(1002))
                        .isEqualTo(task.get().euid());
                assertThat(cred.suid()).isEqualTo(Kuid.of(1002));
                assertThat(cred.fsuid()).isEqualTo(Kuid.of(1002));
                assertThat(cred.gid()).isEqualTo(Kgid.of(1003));
                assertThat(cred.egid()).isEqualTo(Kgid.of(1004));
                assertThat(cred.sgid()).isEqualTo(Kgid.of(1004));
                assertThat(cred.fsgid()).isEqualTo(Kgid.of(1004));
                assertThat(cred.groups()).containsExactly(Kgid.of(7), Kgid.of(9), Kgid.of(2_000_000));
                assertThat(cred.inGroup(Kgid.of(2_000_000))).isTrue();
                assertThat(cred.capable(Capability.CAP_KILL)).isFalse();
                assertThat(cred.has(CapabilitySet.INHERITABLE, Capability.CAP_KILL))
                        .isTrue();
                assertThat(cred.has(CapabilitySet.BOUNDING, Capability.CAP_SYS_TIME))
                        .isFalse();
                assertThat(cred.has(CapabilitySet.BOUNDING, Capability.CAP_SYS_NICE))
                        .isTrue();
                assertThat(cred.noNewPrivs()).isTrue();
                assertThat(cred.securebits()).isEqualTo(OptionalInt.empty());
            }
        }
    }

    @Test
    void aSnapshotDoesNotChangeWhenTheTaskDoes() throws Exception {
        assumeTrue(
                Children.output("setpriv", "--reuid=1", "id", "-u").equals("1"),
                "needs setpriv, and root to change the user");
        try (Children children = new Children()) {
            Process shell = children.start(
                    "bash", "-c", "echo ready; read line; exec setpriv --reuid=1005 --clear-groups sleep 60");
            assertThat(Children.firstLine(shell)).isEqualTo("ready");
            try (ARef<Task> task = Task.find((int) shell.pid());
                    ARef<Credential> before = task.get().cred()) {
                Kuid user = before.get().euid();
                shell.getOutputStream().write('\n');
                shell.getOutputStream().flush();
                Children.awaitComm(shell.pid(), "sleep");
                assertThat(before.get().euid()).isEqualTo(user).isEqualTo(Kuid.currentEuid());
                assertThat(task.get().euid()).isEqualTo(Kuid.of(1005));
                assertThat(task.get().isAlive()).as("the same task after exec").isTrue();
            }
        }
    }

    @Test
    void capabilitiesHaveTheKernelsNumbers() {
        assertThat(Capability.CAP_CHOWN.bit()).isEqualTo(1);
        assertThat(Capability.CAP_SYS_ADMIN.bit()).isEqualTo(1L << 21);
        assertThat(Capability.CAP_SYS_NICE.bit()).isEqualTo(1L << 23);
        assertThat(Capability.CAP_BPF.bit()).isEqualTo(1L << 39);
        assertThat(Capability.CAP_CHECKPOINT_RESTORE.bit()).isEqualTo(1L << 40);
    }

    @Test
    void idsAreMappedBothWaysAndUnmappedOnesAreNone() {
        IdMap map = IdMap.parse(new ProcText(
                "uid_map",
                "         0     100000      65536\n     70000       1000          1\n4294967290 4294967280 4\n"
                        .getBytes(StandardCharsets.US_ASCII)));
        assertThat(map.outside(0)).isEqualTo(100_000);
        assertThat(map.outside(65_535)).isEqualTo(165_535);
        assertThat(map.outside(65_536)).isEqualTo(-1);
        assertThat(map.outside(70_000)).isEqualTo(1000);
        assertThat(map.inside(1000)).isEqualTo(70_000);
        assertThat(map.inside(100_001)).isEqualTo(1);
        assertThat(map.inside(0)).isEqualTo(-1);
        assertThat(map.outside((int) 4294967291L)).isEqualTo((int) 4294967281L);
        assertThat(map.inside((int) 4294967281L)).isEqualTo((int) 4294967291L);
        assertThat(IdMap.parse(new ProcText("uid_map", new byte[0])).outside(0)).isEqualTo(-1);
    }

    @Test
    void noUserIsNobody() {
        assertThat(Kuid.INVALID.isValid()).isFalse();
        assertThat(Kuid.INVALID.intoUidInCurrentNs()).isEqualTo(-1);
        assertThat(Kgid.INVALID.intoGidInCurrentNs()).isEqualTo(-1);
        assertThat(Kuid.of(-1)).isEqualTo(Kuid.INVALID);
        assertThat(Kuid.INVALID).hasToString("none");
        assertThat(new Kuid((int) 4000000000L)).hasToString("4000000000");
        Kuid me = Kuid.currentUid();
        assertThat(Kuid.of(me.intoUidInCurrentNs())).isEqualTo(me);
    }
}
