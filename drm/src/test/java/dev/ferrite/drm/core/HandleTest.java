package dev.ferrite.drm.core;

import static dev.ferrite.drm.testing.Bench.EINVAL;
import static dev.ferrite.drm.testing.Bench.ENOENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferrite.drm.client.EmulatedNode;
import dev.ferrite.drm.stats.DrmLive;
import dev.ferrite.drm.testing.Bench;
import dev.ferrite.drm.testing.TestDriver;
import dev.ferrite.locks.ref.ARef;
import dev.ferrite.offheap.diag.KernelBug;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.errno.ErrnoException;
import dev.ferrite.offheap.linux.Linux;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Section 10.7: objects, references, handles, names. */
class HandleTest {
    private Bench bench;
    private EmulatedNode node;
    private DrmFile<?> file;

    @BeforeEach
    void setUp() {
        bench = new Bench();
        node = bench.openCard();
        file = DrmNodes.open(bench.card, Linux.O_RDWR, Caller.privileged());
    }

    @AfterEach
    void tearDown() {
        file.close();
        node.close();
        bench.close();
        assertThat(Bench.live()).isEqualTo(Bench.nothing());
        assertThat(bench.test.closes.get()).isEqualTo(bench.test.opens.get());
    }

    private ARef<? extends GemObject<String>> object() {
        return bench.test.newObject(bench.device.get(), Bench.PAGE, false);
    }

    @Test
    void lowestFreeHandleIsTaken() {
        for (int i = 1; i <= 4; i++) {
            assertThat(Bench.create(node, 1)).isEqualTo(i);
        }
        assertThat(Bench.gemClose(node, 3)).isZero();
        assertThat(Bench.gemClose(node, 2)).isZero();
        assertThat(Bench.create(node, 1)).isEqualTo(2);
        assertThat(Bench.create(node, 1)).isEqualTo(3);
        assertThat(Bench.create(node, 1)).isEqualTo(5);
    }

    @Test
    void lengthIsToldWithoutAReference() {
        try (var object = object()) {
            int handle = object.get().createHandle(file);
            int before = object.get().references();
            assertThat(file.sizeOf(handle)).isEqualTo(Bench.PAGE);
            assertThat(object.get().references()).isEqualTo(before);
            for (int none : new int[] {0, 2, 256, -1, Integer.MIN_VALUE}) {
                assertThat(file.sizeOf(none)).isEqualTo(ENOENT);
            }
            assertThat(file.closeHandle(handle)).isZero();
            assertThat(file.sizeOf(handle)).as("closed").isEqualTo(ENOENT);
        }
    }

    @Test
    void handlesThatAreNoneAreEinvalToCloseAndEnoentToLookUp() {
        Bench.create(node, 1);
        for (int handle : new int[] {0, 2, 255, 256, 257, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(Bench.gemClose(node, handle)).isEqualTo(EINVAL);
            assertThat(Bench.info(node, handle)).isEqualTo(ENOENT);
        }
        assertThat(Bench.gemClose(node, 1)).isZero();
        assertThat(Bench.gemClose(node, 1)).as("again").isEqualTo(EINVAL);
        assertThat(Bench.info(node, 1)).isEqualTo(ENOENT);
    }

    @Test
    void handlesBelongToTheirFile() {
        Bench.create(node, 1);
        try (EmulatedNode other = bench.openPrivileged()) {
            assertThat(Bench.info(other, 1)).isEqualTo(ENOENT);
            assertThat(Bench.gemClose(other, 1)).isEqualTo(EINVAL);
        }
    }

    @Test
    void sizesAreRoundedToPages() {
        assertThat(Bench.info(node, Bench.create(node, 1))).isEqualTo(Bench.PAGE);
        assertThat(Bench.info(node, Bench.create(node, Bench.PAGE))).isEqualTo(Bench.PAGE);
        assertThat(Bench.info(node, Bench.create(node, Bench.PAGE + 1))).isEqualTo(2 * Bench.PAGE);
    }

    @Test
    void eachCreateHandleMakesAFreshOneOnTheSameObject() {
        try (ARef<? extends GemObject<String>> reference = object()) {
            GemObject<String> object = reference.get();
            assertThat(object.references()).isEqualTo(1);
            int one = object.createHandle(file);
            int two = object.createHandle(file);
            assertThat(one).isEqualTo(1);
            assertThat(two).isEqualTo(2);
            assertThat(object.references()).as("all handles own one together").isEqualTo(2);
            try (ARef<GemObject<?>> found = file.lookup(one)) {
                assertThat(found.get()).isSameAs(object);
                assertThat(object.references()).isEqualTo(3);
            }
            assertThat(file.closeHandle(one)).isZero();
            assertThat(object.references()).isEqualTo(2);
            assertThat(file.closeHandle(two)).isZero();
            assertThat(object.references()).isEqualTo(1);
        }
    }

    @Test
    void lastHandleLeavesAnOutstandingReferenceAlive() {
        int handle = object().get().createHandle(file);
        ARef<GemObject<?>> found = file.lookup(handle);
        found.get().decRef(); // the creation reference, which object() left behind
        file.closeHandle(handle);
        assertThat(bench.test.log).doesNotContain("free object3");
        assertThat(found.get().data()).isEqualTo("object3");
        assertThat(found.get().size()).isEqualTo(Bench.PAGE);
        found.close();
        assertThat(bench.test.log).endsWith("gem close object3", "free object3");
    }

    @Test
    void deadObjectIsABugAndTouchesNothing() {
        ARef<? extends GemObject<String>> reference = object();
        GemObject<String> object = reference.get();
        reference.close();
        assertThatThrownBy(object::incRef).isInstanceOf(KernelBug.class);
        assertThatThrownBy(object::decRef).isInstanceOf(KernelBug.class);
        assertThatThrownBy(object::size).isInstanceOf(KernelBug.class);
        assertThatThrownBy(() -> object.createHandle(file)).isInstanceOf(KernelBug.class);
    }

    @Test
    void openHookErrorLeavesNoHandle() {
        bench.test.objectOpenError = Errno.EPERM.negated();
        assertThat(Bench.create(node, 1)).isEqualTo(-1);
        try (ARef<? extends GemObject<String>> reference = object()) {
            assertThat(reference.get().createHandle(file)).isEqualTo(-1);
            assertThat(reference.get().references()).isEqualTo(1);
        }
        assertThat(Bench.live().handles()).isZero();
        bench.test.objectOpenError = 0;
        assertThat(Bench.create(node, 1)).as("the number is free again").isEqualTo(1);
        assertThat(bench.test.closes).as("no close without open").hasValue(0);
    }

    @Test
    void initErrorIsTheAnswer() {
        bench.test.objectInitError = Errno.ENOMEM;
        assertThat(Bench.create(node, 1)).isEqualTo(-12);
        assertThat(Bench.live().objects()).isZero();
    }

    @Test
    void fullVramIsEnospcAndTheDataIsTakenBack() {
        assertThat(Bench.create(node, 65 * Bench.PAGE)).isEqualTo(Bench.ENOSPC);
        assertThat(bench.test.log).endsWith("free object3");
        assertThat(Bench.create(node, 64 * Bench.PAGE)).isEqualTo(1);
        assertThat(Bench.create(node, 1)).isEqualTo(Bench.ENOSPC);
        Bench.gemClose(node, 1);
        assertThat(Bench.create(node, 1)).isEqualTo(1);
    }

    @Test
    void unpublishedHandleCannotBeFoundOrClosed() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        bench.test.inObjectOpen = () -> {
            inside.countDown();
            await(go);
        };
        CompletableFuture<Integer> creating =
                CompletableFuture.supplyAsync(() -> Bench.create(node, 1), Bench::onItsOwnThread);
        inside.await();
        assertThat(Bench.info(node, 1)).isEqualTo(ENOENT);
        assertThat(Bench.gemClose(node, 1)).isEqualTo(EINVAL);
        go.countDown();
        assertThat(creating.get()).isEqualTo(1);
        assertThat(Bench.info(node, 1)).isEqualTo(Bench.PAGE);
    }

    @Test
    void closingHandleIsNotReusedAndASecondCloseIsEinval() throws Exception {
        Bench.create(node, 1);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        bench.test.inObjectClose = () -> {
            inside.countDown();
            await(go);
        };
        CompletableFuture<Integer> closing =
                CompletableFuture.supplyAsync(() -> Bench.gemClose(node, 1), Bench::onItsOwnThread);
        inside.await();
        assertThat(Bench.gemClose(node, 1)).isEqualTo(EINVAL);
        assertThat(Bench.info(node, 1)).isEqualTo(ENOENT);
        assertThat(Bench.create(node, 1)).as("1 is not free yet").isEqualTo(2);
        go.countDown();
        assertThat(closing.get()).isZero();
        bench.test.inObjectClose = null;
        assertThat(Bench.create(node, 1)).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void lookupAllIsAllOrNothing() {
        int a = Bench.create(node, 1);
        assertThat(a).isEqualTo(1);
        ARef<? extends GemObject<String>> one = object();
        ARef<? extends GemObject<String>> two = object();
        int first = one.get().createHandle(file);
        int second = two.get().createHandle(file);
        List<ARef<GemObject<?>>> both = file.lookupAll(second, first, second);
        assertThat(both).hasSize(3);
        assertThat(both.get(0).get()).isSameAs(two.get());
        both.forEach(ARef::close);
        assertThatThrownBy(() -> file.lookupAll(first, 99, second)).isInstanceOf(ErrnoException.class);
        assertThat(one.get().references()).isEqualTo(2);
        assertThat(file.lookupAll()).isEmpty();
        one.close();
        two.close();
    }

    @Test
    void fileOfAnotherDeviceIsRefused() {
        try (Bench other = new Bench();
                ARef<? extends GemObject<String>> object = object()) {
            DrmFile<?> foreign = DrmNodes.open(other.card, Linux.O_RDWR, Caller.privileged());
            assertThat(object.get().createHandle(foreign)).isEqualTo(EINVAL);
            foreign.close();
        }
    }

    @Test
    void oddSizeIsABug() {
        assertThatThrownBy(() -> bench.test.newObject(bench.device.get(), 100, true))
                .isInstanceOf(KernelBug.class)
                .hasMessageContaining("size=100");
        assertThatThrownBy(() -> bench.test.newObject(bench.device.get(), 0, false))
                .isInstanceOf(KernelBug.class);
    }

    // ---- Names

    @Test
    void nameIsGlobalStableAndOpensNewHandles() {
        int handle = Bench.create(node, 3 * Bench.PAGE);
        assertThat(Bench.flink(node, handle)).isEqualTo(1);
        assertThat(Bench.flink(node, handle)).as("the same again").isEqualTo(1);
        assertThat(Bench.gemOpen(node, 1)).as("a new handle in the same file").isEqualTo(2);
        try (EmulatedNode other = bench.openPrivileged()) {
            int opened = Bench.gemOpen(other, 1);
            assertThat(opened).isEqualTo(1);
            assertThat(Bench.info(other, opened)).isEqualTo(3 * Bench.PAGE);
        }
        assertThat(Bench.flink(node, Bench.create(node, 1))).isEqualTo(2);
    }

    @Test
    void unknownHandlesAndNamesAreEnoent() {
        assertThat(Bench.flink(node, 9)).isEqualTo(ENOENT);
        assertThat(Bench.gemOpen(node, 9)).isEqualTo(ENOENT);
        assertThat(Bench.gemOpen(node, 0)).isEqualTo(ENOENT);
        assertThat(Bench.gemOpen(node, -1)).isEqualTo(ENOENT);
    }

    @Test
    void nameDiesWithTheLastHandleThoughTheObjectLives() {
        int handle = object().get().createHandle(file);
        ARef<GemObject<?>> kept = file.lookup(handle);
        kept.get().decRef();
        GemObject<?> object = kept.get();
        assertThat(object.flink()).isEqualTo(1);
        assertThat(Bench.gemOpen(node, 1)).isEqualTo(1);
        file.closeHandle(handle);
        assertThat(Bench.gemOpen(node, 1)).as("another file's handle keeps it").isEqualTo(2);
        Bench.gemClose(node, 1);
        Bench.gemClose(node, 2);
        assertThat(Bench.gemOpen(node, 1)).isEqualTo(ENOENT);
        assertThat(object.flink()).as("no name without a handle").isEqualTo(ENOENT);
        int other = Bench.create(node, 1);
        assertThat(Bench.flink(node, other)).as("the number is free").isEqualTo(1);
        kept.close();
    }

    @Test
    void namesAreRefusedOnRenderNodes() {
        try (EmulatedNode render = bench.openRender()) {
            int handle = Bench.create(render, 1);
            assertThat(Bench.flink(render, handle)).isEqualTo(Bench.EACCES);
            assertThat(Bench.gemOpen(render, 1)).isEqualTo(Bench.EACCES);
        }
    }

    @Test
    void countersFollow() {
        Bench.create(node, 2 * Bench.PAGE);
        Bench.create(node, 1);
        Bench.createBase(node, 1);
        assertThat(Bench.live()).isEqualTo(new DrmLive(1, 2, 3, 3, 0, 0, 0, 0, 1, 2, 3 * Bench.PAGE));
        assertThat(TestDriver.INFO_OF.name()).isEqualTo("testdrv");
    }
}
