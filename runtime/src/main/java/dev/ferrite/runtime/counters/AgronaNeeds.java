package dev.ferrite.runtime.counters;

import java.io.IOException;

/** Whether Agrona can work here. Refers to none of its classes, for loading one that does may fail. */
final class AgronaNeeds {
    private AgronaNeeds() {}

    /** Says in one sentence what Agrona lacks here. */
    static void check() throws IOException {
        Class<?> buffer;
        try {
            buffer = Class.forName("org.agrona.concurrent.UnsafeBuffer", false, AgronaNeeds.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IOException(
                    "reading counters of others needs Agrona (org.agrona:agrona), which is not on the class path or the"
                            + " module path of this JVM",
                    e);
        }
        String who = buffer.getModule().isNamed() ? buffer.getModule().getName() : "ALL-UNNAMED";
        if (!Object.class.getModule().isExported("jdk.internal.misc", buffer.getModule())) {
            throw new IOException("reading counters of others needs this JVM to be started with --add-exports="
                    + "java.base/jdk.internal.misc=" + who + ", because Agrona does");
        }
    }
}
