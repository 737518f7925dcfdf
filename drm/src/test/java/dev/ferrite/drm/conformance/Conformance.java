package dev.ferrite.drm.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.drm.client.DrmNode;
import dev.ferrite.drm.client.PrimeFd;
import dev.ferrite.drm.core.NodeType;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.offheap.linux.Linux;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A family of rows, asked of every node. Whatever {@link #closing} was given is closed at the end, the last first. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.ferrite.drm.conformance.Subjects#all")
abstract class Conformance {
    @Parameter
    @Nullable
    Subject subject;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private Subject.@Nullable Session session;

    @BeforeEach
    void begin() {
        session = subject().begin();
    }

    @AfterEach
    void end() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
        Objects.requireNonNull(session).close();
    }

    Subject subject() {
        return Objects.requireNonNull(subject);
    }

    Traits traits() {
        return subject().traits();
    }

    boolean isCard() {
        return subject().type() == NodeType.PRIMARY;
    }

    <T extends AutoCloseable> T closing(T resource) {
        open.push(resource);
        return resource;
    }

    DrmNode node() {
        return node(Linux.O_RDWR);
    }

    DrmNode node(int flags) {
        return closing(Objects.requireNonNull(session).open(flags));
    }

    /** The handle of a new object of some pages; skips the test where this node cannot make one. */
    int object(DrmNode node, int pages) {
        int handle = Objects.requireNonNull(session).create(node, pages);
        assumeTrue(handle != 0, () -> subject() + " makes no objects that are known here");
        assertThat(handle).isPositive();
        return handle;
    }

    /** A buffer of some pages of another device; skips the test where there is none. */
    PrimeFd foreign(int pages) {
        PrimeFd buffer = Objects.requireNonNull(session).foreign(pages);
        assumeTrue(buffer != null, () -> "no other device here whose buffers can be shown to " + subject());
        return closing(Objects.requireNonNull(buffer));
    }

    void onlyCards() {
        assumeTrue(isCard(), "for card nodes");
    }

    /** The offset at which an object is mapped; skips the test where the kernel gives none to clients of render nodes. */
    long offset(DrmNode node, int handle) {
        long offset = Bench.mapDumb(node, handle);
        assumeTrue(offset != Bench.EACCES || isCard(), "render nodes of " + traits().driver() + " give no offsets");
        assertThat(offset).isPositive();
        return offset;
    }

    void onlyKnown() {
        assumeTrue(traits().known(), () -> "what " + traits().driver() + " answers is not known");
    }

    /** Opens a card as its master; skips where somebody else is. */
    DrmNode master() {
        onlyCards();
        DrmNode node = node();
        assumeTrue(Bench.authMagic(node, 0x7fff_fff0) == Bench.EINVAL, "somebody else is master of " + subject());
        return node;
    }
}
