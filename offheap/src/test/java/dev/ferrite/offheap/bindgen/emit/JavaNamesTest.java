package dev.ferrite.offheap.bindgen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How C names become Java names. */
class JavaNamesTest {
    @ParameterizedTest
    @CsvSource({
        "drm_nova_gem_create, DrmNovaGemCreate, drmNovaGemCreate, DRM_NOVA_GEM_CREATE",
        "__pthread_mutex_s, PthreadMutexS, pthreadMutexS, PTHREAD_MUTEX_S",
        "nameLen, NameLen, nameLen, NAME_LEN",
        "class, Class, class_, CLASS",
        "_, __, __, __",
        "a__b, AB, aB, A__B",
        "_1st, _1st, _1st, _1ST",
        "x86_64, X8664, x8664, X86_64",
    })
    void namesOfTypesMethodsAndConstants(String c, String type, String method, String constant) {
        assertThat(JavaNames.type(c)).isEqualTo(type);
        assertThat(JavaNames.method(c)).isEqualTo(method);
        assertThat(JavaNames.constant(c)).isEqualTo(constant);
    }

    @ParameterizedTest
    @CsvSource({
        "drm.h, DrmH",
        "/usr/include/drm/drm_mode.h, DrmModeH",
        "dma-buf.h, DmaBufH",
        "noextension, NoextensionH"
    })
    void namesOfHeaders(String path, String type) {
        assertThat(JavaNames.header(path)).isEqualTo(type);
    }
}
