package dev.ferrite.runtime.log;

import dev.ferrite.runtime.share.RegionOwner;
import dev.ferrite.runtime.share.RegionView;
import java.io.IOException;

/** Looks at regions of this process, which the look at others leaves out. */
final class SharedLogViews {
    private SharedLogViews() {}

    static RegionView ofThisProcess(String name) throws IOException {
        return RegionOwner.view(name, "a log", ProcessHandle.current().pid(), 1);
    }
}
