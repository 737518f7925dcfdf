package dev.ferrite.runtime.module;

import dev.ferrite.offheap.diag.Warn;
import java.util.ArrayDeque;
import java.util.Deque;

/** What an {@link InPlaceModule} has set up so far, the newest first. Used by the thread that loads or unloads. */
public final class InitScope implements Module {
    private final String module;
    private final Deque<AutoCloseable> fields = new ArrayDeque<>();

    InitScope(String module) {
        this.module = module;
    }

    /**
     * Takes over something that was set up.
     *
     * @param field ended with the module, the newest first; what that throws is a WARN
     * @param <T> its type
     * @return the same
     */
    public <T extends AutoCloseable> T own(T field) {
        fields.push(field);
        return field;
    }

    @Override
    public void close() {
        for (AutoCloseable field = fields.poll(); field != null; field = fields.poll()) {
            try {
                field.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                Warn.warn(ModuleLoader.WARN_EXIT, "exit of module " + module + ": the end of a field threw " + e);
            }
        }
    }
}
