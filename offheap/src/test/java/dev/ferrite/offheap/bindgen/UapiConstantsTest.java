package dev.ferrite.offheap.bindgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.offheap.uapi.EventfdH;
import dev.ferrite.offheap.uapi.FcntlH;
import dev.ferrite.offheap.uapi.MembarrierH;
import dev.ferrite.offheap.uapi.MmanH;
import dev.ferrite.offheap.uapi.PollH;
import dev.ferrite.offheap.uapi.ResourceH;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Constants that stand in hand-written classes for convenience equal the generated ones. */
class UapiConstantsTest {
    @Test
    void everyConstantOfLinuxEqualsItsHeaders() throws IllegalAccessException {
        Map<String, Object> headers = new HashMap<>();
        for (Class<?> header :
                List.of(FcntlH.class, MmanH.class, PollH.class, EventfdH.class, MembarrierH.class, ResourceH.class)) {
            headers.putAll(constants(header));
        }
        Map<String, Object> byHand = constants(Linux.class);
        assertThat(byHand).hasSizeGreaterThan(30);
        assertThat(headers).containsAllEntriesOf(byHand);
    }

    private static Map<String, Object> constants(Class<?> from) throws IllegalAccessException {
        Map<String, Object> constants = new HashMap<>();
        for (Field field : from.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                constants.put(field.getName(), field.get(null));
            }
        }
        return constants;
    }
}
