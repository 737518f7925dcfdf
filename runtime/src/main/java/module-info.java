/** The runtime: the kernel log, modules, tasks, credentials, and what the machine offers. */
module dev.ferrite.runtime {
    requires static org.jspecify;
    requires transitive dev.ferrite.locks;
    requires transitive dev.ferrite.offheap;

    exports dev.ferrite.runtime.cred;
    // fs
    exports dev.ferrite.runtime.log;
    exports dev.ferrite.runtime.machine;
    exports dev.ferrite.runtime.mm;
    exports dev.ferrite.runtime.module;
    // sec
    exports dev.ferrite.runtime.task;

    uses dev.ferrite.runtime.module.ModuleType;
}
