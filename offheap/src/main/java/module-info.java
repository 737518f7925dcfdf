/**
 * The ground floor: opaque structs in off-heap memory, access modes, allocators, Linux calls and errno.
 *
 * <p>Needs {@code --enable-native-access=dev.ferrite.offheap} and no other flag.
 */
@SuppressWarnings("requires-automatic") // Agrona is optional, and an automatic module
module dev.ferrite.offheap {
    requires static java.compiler;
    requires static org.agrona;
    requires static org.jspecify;

    exports dev.ferrite.offheap;
    exports dev.ferrite.offheap.alloc;
    exports dev.ferrite.offheap.bindgen;
    exports dev.ferrite.offheap.bindgen.model;
    exports dev.ferrite.offheap.btf;
    exports dev.ferrite.offheap.config;
    exports dev.ferrite.offheap.diag;
    exports dev.ferrite.offheap.errno;
    exports dev.ferrite.offheap.linux;
    exports dev.ferrite.offheap.struct;
    exports dev.ferrite.offheap.trace;
    exports dev.ferrite.offheap.uapi;
    exports dev.ferrite.offheap.view;

    provides javax.annotation.processing.Processor with
            dev.ferrite.offheap.struct.processor.StructProcessor;
}
