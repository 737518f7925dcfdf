/**
 * The top floor: the Nova driver, its client, and the {@code ferrite} program.
 *
 * <p>Needs {@code --enable-native-access=dev.ferrite.offheap} and no other flag.
 */
module dev.ferrite.nova {
    requires static org.agrona;
    requires static org.jspecify;
    requires transitive dev.ferrite.drm;
    requires transitive dev.ferrite.runtime;
    requires HdrHistogram;
    requires info.picocli;
    requires java.desktop;
    requires java.management;
    requires jdk.httpserver;
    requires me.tongfei.progressbar;
    requires xchart;

    exports dev.ferrite.nova;
    exports dev.ferrite.nova.client;
    exports dev.ferrite.nova.uapi;

    provides dev.ferrite.runtime.counters.CounterSource with
            dev.ferrite.nova.DrmCounters;
    provides dev.ferrite.runtime.module.ModuleType with
            dev.ferrite.nova.NovaModule;
}
