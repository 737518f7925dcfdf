package dev.ferrite.drm.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.TestArgs;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.cred.Credential;
import dev.ferrite.runtime.security.SecuredFile;
import dev.ferrite.runtime.security.SecurityHooks;
import dev.ferrite.runtime.security.SecurityPolicy;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies of the application are asked when a node is opened, called, or gets what another one exported. */
@SuppressWarnings("try") // registrations are closed, not used
class SecurityTest {
    private static final int EPERM = Errno.EPERM.negated();

    private Bench bench = new Bench();

    @BeforeEach
    void setUp() {
        assertThat(SecurityHooks.isActive()).isFalse();
    }

    @AfterEach
    void tearDown() {
        bench.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
        assertThat(bench.test.closes.get()).isEqualTo(bench.test.opens.get());
        assertThat(SecurityHooks.isActive()).isFalse();
    }

    @Test
    void anOpenThatIsDeniedIsEpermAndReachesNoDriver() {
        SecurityPolicy policy = new SecurityPolicy() {
            @Override
            public int fileOpen(Credential opener, SecuredFile file) {
                return file.name().equals(bench.card) && file.flags() == Linux.O_RDWR ? EPERM : 0;
            }
        };
        try (SecurityHooks.Registration registered = SecurityHooks.register(policy)) {
            assertThatThrownBy(bench::openCard)
                    .isInstanceOfSatisfying(
                            ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EPERM))
                    .hasMessageContaining("open " + bench.card)
                    .hasMessageContaining("security policy");
            assertThat(bench.test.opens).hasValue(0);
            bench.openRender().close();
            EmulatedNode.open(bench.card, Linux.O_RDONLY).close();
        }
        bench.openCard().close();
    }

    @Test
    void aCallThatIsDeniedIsEpermAndTheArgumentUntouched() {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (EmulatedNode node = bench.openRender();
                Arena arena = Arena.ofConfined()) {
            MemorySegment args = arena.allocate(TestArgs.LAYOUT);
            SecurityPolicy policy = new SecurityPolicy() {
                @Override
                public int fileIoctl(Credential opener, SecuredFile file, int command, long argument) {
                    asked.add(file.name() + " " + (argument == args.address()) + " " + opener.uid());
                    return command == TestDriver.CREATE ? EPERM : 0;
                }
            };
            TestArgs.value(args, 4096);
            try (SecurityHooks.Registration registered = SecurityHooks.register(policy)) {
                assertThat(node.ioctl(TestDriver.CREATE, args)).isEqualTo(EPERM);
                assertThat(TestArgs.handle(args)).isZero();
                assertThat(node.ioctl(TestDriver.ECHO, args)).isZero();
            }
            assertThat(asked).hasSize(2).allSatisfy(line -> assertThat(line).startsWith(bench.render + " true "));
            assertThat(node.ioctl(TestDriver.CREATE, args)).isZero();
            assertThat(Bench.gemClose(node, TestArgs.handle(args))).isZero();
            assertThat(asked).hasSize(2);
        }
    }

    @Test
    void oneDenialIsEnoughWhateverTheOthersSay() {
        SecurityPolicy allows = new SecurityPolicy() {};
        SecurityPolicy denies = new SecurityPolicy() {
            @Override
            public int fileIoctl(Credential opener, SecuredFile file, int command, long argument) {
                return EPERM;
            }
        };
        try (EmulatedNode node = bench.openRender();
                SecurityHooks.Registration first = SecurityHooks.register(allows);
                SecurityHooks.Registration second = SecurityHooks.register(denies);
                SecurityHooks.Registration third = SecurityHooks.register(allows)) {
            assertThat(Bench.plain(node, TestDriver.ECHO)).isEqualTo(EPERM);
            assertThat(Bench.plain(node, 0))
                    .as("before the device looks at the number")
                    .isEqualTo(EPERM);
        }
    }

    @Test
    void aBufferIsNotHandedToOneWhoMayNotHaveIt() {
        List<String> asked = new CopyOnWriteArrayList<>();
        SecurityPolicy policy = new SecurityPolicy() {
            @Override
            public int binderTransferFile(Credential from, Credential to, SecuredFile file) {
                asked.add(from.uid() + " " + to.uid() + " " + file.name());
                return EPERM;
            }
        };
        try (EmulatedNode exporter = bench.openCard();
                EmulatedNode importer = bench.openRender()) {
            int handle = Bench.create(exporter, 1);
            int fd = Bench.exportFd(exporter, handle, Linux.O_CLOEXEC);
            assertThat(fd).isNotNegative();
            try (SecurityHooks.Registration registered = SecurityHooks.register(policy)) {
                assertThat(Bench.importFd(importer, fd)).isEqualTo(EPERM);
                assertThat(Bench.info(importer, 1)).as("no handle is left").isEqualTo(Bench.ENOENT);
            }
            assertThat(asked).hasSize(1).allSatisfy(line -> assertThat(line).endsWith(" " + bench.card));
            assertThat(Bench.importFd(importer, fd)).isPositive();
            Linux.close(fd);
        }
    }

    @Test
    void whoExportedIsKnownAfterItsFileIsClosed() {
        List<String> asked = new CopyOnWriteArrayList<>();
        SecurityPolicy policy = new SecurityPolicy() {
            @Override
            public int binderTransferFile(Credential from, Credential to, SecuredFile file) {
                asked.add(file.name() + " " + from.uid().equals(to.uid()));
                return 0;
            }
        };
        int fd;
        try (EmulatedNode exporter = bench.openCard()) {
            fd = Bench.exportFd(exporter, Bench.create(exporter, 1), Linux.O_CLOEXEC);
        }
        try (EmulatedNode importer = bench.openRender();
                SecurityHooks.Registration registered = SecurityHooks.register(policy)) {
            assertThat(Bench.importFd(importer, fd)).isPositive();
            Linux.close(fd);
        }
        assertThat(asked).containsExactly(bench.card + " true");
    }
}
