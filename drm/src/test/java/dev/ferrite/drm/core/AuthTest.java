package dev.ferrite.drm.core;

import static dev.ferrite.drm.testing.Bench.EACCES;
import static dev.ferrite.drm.testing.Bench.EBUSY;
import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.uapi.DrmH.DRM_IOCTL_DROP_MASTER;
import static dev.ferrite.drm.uapi.DrmH.DRM_IOCTL_SET_MASTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.testing.Bench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The authentication rows of the kernel's answers. */
class AuthTest {
    private Bench bench;
    private EmulatedNode first;
    private EmulatedNode second;

    @BeforeEach
    void setUp() {
        bench = new Bench();
        first = bench.openCard();
        second = bench.openCard();
    }

    @AfterEach
    void tearDown() {
        second.close();
        first.close();
        bench.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
    }

    @Test
    void firstOpenerIsMasterAndAuthenticated() {
        assertThat(Bench.create(first, 1)).isEqualTo(1);
        assertThat(Bench.plain(first, DRM_IOCTL_SET_MASTER)).isZero();
        assertThat(Bench.create(second, 1)).isEqualTo(EACCES);
    }

    @Test
    void magicAuthenticatesOnce() {
        assertThat(Bench.getMagic(first)).isEqualTo(1);
        assertThat(Bench.getMagic(first)).as("the same again").isEqualTo(1);
        int magic = Bench.getMagic(second);
        assertThat(magic).isEqualTo(2);
        assertThat(Bench.authMagic(second, magic)).as("not master").isEqualTo(EACCES);
        assertThat(Bench.authMagic(first, 77)).as("unknown").isEqualTo(EINVAL);
        assertThat(Bench.authMagic(first, 0)).isEqualTo(EINVAL);
        assertThat(Bench.authMagic(first, magic)).isZero();
        assertThat(Bench.authMagic(first, magic)).as("consumed").isEqualTo(EINVAL);
        assertThat(Bench.create(second, 1)).isEqualTo(1);
        assertThat(Bench.getMagic(second)).as("still its own").isEqualTo(magic);
    }

    @Test
    void magicOfAClosedFileIsUnknownAndItsNumberIsFree() {
        int magic = Bench.getMagic(second);
        second.close();
        assertThat(Bench.authMagic(first, magic)).isEqualTo(EINVAL);
        second = bench.openCard();
        assertThat(Bench.getMagic(second)).isEqualTo(magic);
    }

    @Test
    void masterIsDroppedOnceAndTakenBack() {
        assertThat(Bench.plain(first, DRM_IOCTL_DROP_MASTER)).isZero();
        assertThat(Bench.plain(first, DRM_IOCTL_DROP_MASTER)).isEqualTo(EINVAL);
        assertThat(Bench.authMagic(first, 1)).as("no longer master").isEqualTo(EACCES);
        assertThat(Bench.create(first, 1)).as("still authenticated").isPositive();
        assertThat(Bench.plain(first, DRM_IOCTL_SET_MASTER)).isZero();
        assertThat(Bench.plain(first, DRM_IOCTL_DROP_MASTER)).isZero();
    }

    @Test
    void whoNeverWasMasterNeedsPrivilege() {
        assertThat(Bench.plain(second, DRM_IOCTL_SET_MASTER)).isEqualTo(EACCES);
        assertThat(Bench.plain(second, DRM_IOCTL_DROP_MASTER)).isEqualTo(EACCES);
        try (EmulatedNode root = bench.openPrivileged()) {
            assertThat(Bench.plain(root, DRM_IOCTL_SET_MASTER))
                    .as("somebody else is")
                    .isEqualTo(EBUSY);
            assertThat(Bench.plain(root, DRM_IOCTL_DROP_MASTER)).isEqualTo(EINVAL);
            Bench.plain(first, DRM_IOCTL_DROP_MASTER);
            assertThat(Bench.plain(root, DRM_IOCTL_SET_MASTER)).isZero();
            assertThat(Bench.plain(first, DRM_IOCTL_SET_MASTER)).isEqualTo(EBUSY);
            assertThat(Bench.getMagic(root)).as("first token of a new reign").isEqualTo(1);
        }
    }

    @Test
    void privilegedFilesAreAuthenticatedFromTheStart() {
        try (EmulatedNode root = bench.openPrivileged()) {
            assertThat(Bench.create(root, 1)).isEqualTo(1);
        }
    }

    @Test
    void closingTheMasterLetsTheNextOpenerRule() {
        first.close();
        assertThat(Bench.create(second, 1))
                .as("an old subject does not inherit")
                .isEqualTo(EACCES);
        first = bench.openCard();
        assertThat(Bench.create(first, 1)).isEqualTo(1);
        int old = Bench.getMagic(second);
        assertThat(Bench.getMagic(first)).as("another reign counts anew").isEqualTo(1);
        assertThat(old).isEqualTo(1);
        assertThat(Bench.authMagic(first, old))
                .as("its own token, not the other reign's")
                .isZero();
        assertThat(Bench.create(second, 1)).isEqualTo(EACCES);
    }

    @Test
    void renderClientsHaveNoMasterAndNeedNone() {
        try (EmulatedNode render = bench.openRender()) {
            assertThat(Bench.create(render, 1)).isEqualTo(1);
            assertThat(Bench.getMagic(render)).isEqualTo(EACCES);
            assertThat(Bench.plain(render, DRM_IOCTL_SET_MASTER)).isEqualTo(EACCES);
        }
    }
}
