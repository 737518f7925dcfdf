package dev.ferrite.drm.conformance;

import static dev.ferrite.drm.testing.Bench.EACCES;
import static dev.ferrite.drm.testing.Bench.EBUSY;
import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.uapi.DrmH.DRM_IOCTL_DROP_MASTER;
import static dev.ferrite.drm.uapi.DrmH.DRM_IOCTL_SET_MASTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.testing.Bench;
import org.junit.jupiter.api.Test;

/** Masters and who they let in. */
class AuthConformanceTest extends Conformance {
    @Test
    void magicIsTheSameForAFileAndAnotherForTheNext() {
        DrmNode first = master();
        DrmNode second = node();
        int one = Bench.getMagic(first);
        assertThat(one).isPositive();
        assertThat(Bench.getMagic(first)).isEqualTo(one);
        assertThat(Bench.getMagic(second)).isPositive().isNotEqualTo(one);
    }

    @Test
    void magicAuthenticatesOnceAndByTheMasterOnly() {
        DrmNode first = master();
        DrmNode second = node();
        int magic = Bench.getMagic(second);
        assertThat(Bench.authMagic(second, magic)).as("not master").isEqualTo(EACCES);
        assertThat(Bench.authMagic(first, 77)).as("unknown").isEqualTo(EINVAL);
        assertThat(Bench.authMagic(first, magic)).isZero();
        assertThat(Bench.authMagic(first, magic)).as("consumed").isEqualTo(EINVAL);
    }

    @Test
    void magicOfAClosedFileIsUnknown() {
        DrmNode first = master();
        DrmNode second = node();
        int magic = Bench.getMagic(second);
        second.close();
        assertThat(Bench.authMagic(first, magic)).isEqualTo(EINVAL);
    }

    @Test
    void masterIsDroppedOnceAndTakenBack() {
        DrmNode first = master();
        assertThat(Bench.plain(first, DRM_IOCTL_SET_MASTER)).as("is master").isZero();
        assertThat(Bench.plain(first, DRM_IOCTL_DROP_MASTER)).isZero();
        assertThat(Bench.plain(first, DRM_IOCTL_DROP_MASTER)).isEqualTo(EINVAL);
        assertThat(Bench.authMagic(first, 1)).as("no longer master").isEqualTo(EACCES);
        assertThat(Bench.plain(first, DRM_IOCTL_SET_MASTER)).isZero();
    }

    @Test
    void secondFileNeedsPrivilegeAndThenAThrone() {
        DrmNode first = master();
        DrmNode second = node();
        boolean privileged = subject().privileged();
        assertThat(Bench.plain(second, DRM_IOCTL_SET_MASTER)).isEqualTo(privileged ? EBUSY : EACCES);
        assertThat(Bench.plain(second, DRM_IOCTL_DROP_MASTER)).isEqualTo(privileged ? EINVAL : EACCES);
        assertThat(Bench.plain(first, DRM_IOCTL_DROP_MASTER)).isZero();
        assertThat(Bench.plain(second, DRM_IOCTL_SET_MASTER)).isEqualTo(privileged ? 0 : EACCES);
        assertThat(Bench.plain(first, DRM_IOCTL_SET_MASTER)).isEqualTo(privileged ? EBUSY : 0);
    }

    @Test
    void closingTheMasterLetsTheNextOpenerRule() {
        DrmNode first = master();
        DrmNode second = node();
        first.close();
        assertThat(Bench.authMagic(second, 77))
                .as("an old subject does not inherit")
                .isEqualTo(EACCES);
        DrmNode third = node();
        assertThat(Bench.authMagic(third, 77)).as("master").isEqualTo(EINVAL);
    }
}
