package dev.ferrite.runtime.module;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.linux.Mapping;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The modules of this process, readable by others: what {@code /proc/modules} is to the kernel.
 *
 * <p>A memfd with a name, which {@link OtherModules} finds below {@code /proc}: it needs no folder, shows to whom the
 * kernel lets look, and goes with the process, however that ends. It costs a descriptor and 16 KiB while it is open.
 */
public final class ModuleTable implements AutoCloseable {
    /*
     * offset 0   sequence  odd while the text is written
     *        4   length    bytes of the text
     *        8   text      a line a module: name state address-of-its-count needed,needed
     *
     * One writer at a time (the monitor). Reader and writer are a seqlock over two processes: the reader takes the whole
     * file with one read, and again, until both agree and the sequence is even.
     */
    static final String NAME = "ferrite-modules";
    static final int BYTES = 16 * 1024;
    static final int SEQUENCE = 0;
    static final int LENGTH = 4;
    static final int TEXT = 8;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final VarHandle WORD = INT.varHandle();

    private final ModuleLoader loader;
    private final Fd fd;
    private final Mapping mapping;
    private final Runnable listener = this::write;
    private boolean open = true;

    private ModuleTable(ModuleLoader loader) {
        this.loader = loader;
        this.fd = Fd.own(Linux.memfdCreate(NAME, Linux.MFD_CLOEXEC), "memfd_create " + NAME);
        boolean made = false;
        try {
            Errno.check(Linux.ftruncate(fd.value(), BYTES), "ftruncate " + NAME);
            this.mapping = Mapping.shared(fd.value(), 0, BYTES, Linux.PROT_READ | Linux.PROT_WRITE, Linux.MAP_SHARED);
            made = true;
        } finally {
            if (!made) {
                fd.close();
            }
        }
    }

    /**
     * Shows the modules of a loader until this is closed. A loader has one table; the newest counts.
     *
     * @param loader whose modules
     * @return the table
     * @throws dev.ferrite.offheap.errno.ErrnoException EMFILE or ENOMEM
     */
    public static ModuleTable publish(ModuleLoader loader) {
        ModuleTable table = new ModuleTable(loader);
        loader.onChange(table.listener);
        table.write();
        return table;
    }

    private synchronized void write() {
        if (!open) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (ThisModule module : loader.modules()) {
            text.append(module.name())
                    .append(' ')
                    .append(module.state().name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(Long.toHexString(module.countAddress()))
                    .append(' ')
                    .append(String.join(",", module.info().depends()))
                    .append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, BYTES - TEXT);
        MemorySegment file = mapping.segment();
        int sequence = file.get(INT, SEQUENCE);
        WORD.setOpaque(file, (long) SEQUENCE, sequence + 1);
        VarHandle.storeStoreFence();
        file.set(INT, LENGTH, length);
        MemorySegment.copy(bytes, 0, file, ValueLayout.JAVA_BYTE, TEXT, length);
        WORD.setRelease(file, (long) SEQUENCE, sequence + 2);
    }

    /** Takes the table away. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            loader.offChange(listener);
            mapping.close();
            fd.close();
        }
    }
}
