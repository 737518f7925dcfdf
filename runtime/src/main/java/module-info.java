/** The runtime: the kernel log, modules, and what the machine offers. */
module dev.ferrite.runtime {
    requires transitive dev.ferrite.offheap;
    requires static org.jspecify;

    exports dev.ferrite.runtime.log;
}
