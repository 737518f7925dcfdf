/** The runtime: the kernel log, modules, tasks, credentials, files, tags, work queues, and what the machine offers. */
module dev.ferrite.runtime {
    requires jdk.jfr;
    requires static chronicle.core;
    requires static java.management;
    requires static jdk.httpserver;
    requires static org.agrona;
    requires static org.jspecify;
    requires static org.slf4j;
    requires transitive dev.ferrite.locks;
    requires transitive dev.ferrite.offheap;

    exports dev.ferrite.runtime.bitmap;
    exports dev.ferrite.runtime.block;
    exports dev.ferrite.runtime.chronicle;
    exports dev.ferrite.runtime.counters;
    exports dev.ferrite.runtime.cred;
    exports dev.ferrite.runtime.fs;
    exports dev.ferrite.runtime.log;
    exports dev.ferrite.runtime.log.slf4j;
    exports dev.ferrite.runtime.machine;
    exports dev.ferrite.runtime.metrics;
    exports dev.ferrite.runtime.mm;
    exports dev.ferrite.runtime.module;
    exports dev.ferrite.runtime.security;
    exports dev.ferrite.runtime.task;
    exports dev.ferrite.runtime.time;
    exports dev.ferrite.runtime.workqueue;

    uses dev.ferrite.runtime.counters.CounterSource;
    uses dev.ferrite.runtime.module.ModuleType;
}
