package dev.ferrite.drm.fence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arrays and chains taken apart and put together: the counterpart of {@code dma_fence_unwrap}. */
public final class FenceMerge {
    private FenceMerge() {}

    /**
     * The plain fences that several stand for: {@code dma_fence_unwrap_for_each}.
     *
     * @param fences any
     * @return no array and no chain among them, in the order of the way
     */
    public static List<DmaFence> leaves(List<? extends DmaFence> fences) {
        List<DmaFence> found = new ArrayList<>();
        for (DmaFence fence : fences) {
            addLeaves(fence, found);
        }
        return found;
    }

    private static void addLeaves(DmaFence fence, List<DmaFence> found) {
        for (DmaFence at = fence; at != null; at = at instanceof DmaFenceChain point ? point.walk() : null) {
            DmaFence own = DmaFenceChain.own(at);
            if (own instanceof DmaFenceArray array) {
                found.addAll(leaves(array.fences()));
            } else if (own instanceof DmaFenceChain) {
                addLeaves(own, found);
            } else {
                found.add(own);
            }
        }
    }

    /**
     * One fence for all of several: {@code dma_fence_unwrap_merge}. Those that are signalled are left out, and of each
     * context all but the latest.
     *
     * @param fences any, also none
     * @return a fence that is signalled when all are; the one that is left, if it is one
     */
    public static DmaFence merge(List<? extends DmaFence> fences) {
        Map<Long, DmaFence> latest = new LinkedHashMap<>();
        for (DmaFence fence : leaves(fences)) {
            if (!fence.isSignaled()) {
                latest.merge(
                        fence.context(),
                        fence,
                        (known, other) -> other.isLater(other.seqno(), known.seqno()) ? other : known);
            }
        }
        return switch (latest.size()) {
            case 0 -> DmaFence.newStub();
            case 1 -> latest.values().iterator().next();
            default -> new DmaFenceArray(List.copyOf(latest.values()), DmaFence.allocContexts(1), 1, false);
        };
    }
}
