package dev.ferrite.offheap.bindgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.bindgen.CPaths.Place;
import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.Constant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every size, alignment, offset and constant equals what a compiled C program prints. */
class TruthTableTest {
    @TempDir
    Path folder;

    @BeforeEach
    void needsGcc() {
        CTools.require("gcc");
    }

    @Test
    void everyNumberOfLinuxAndGlibcEqualsCompiledC() throws IOException {
        assertThat(compare(CTools.MAIN_OPTIONS)).isGreaterThan(400);
    }

    @Test
    void everyNumberOfEveryKindOfMemberEqualsCompiledC() throws IOException {
        assertThat(compare(CTools.TORTURE_OPTIONS)).isGreaterThan(200);
    }

    @Test
    void everyNumberOfDrmEqualsCompiledC() throws IOException {
        CTools.requireHeaders(CTools.DRM_OPTIONS);
        assertThat(compare(CTools.DRM_OPTIONS)).isGreaterThan(1500);
    }

    @Test
    void everyNumberOfNovaEqualsCompiledC() throws IOException {
        CTools.requireHeaders(CTools.NOVA_OPTIONS);
        assertThat(compare(CTools.NOVA_OPTIONS)).isGreaterThan(20);
    }

    private int compare(Path options) throws IOException {
        Bindings bindings = CTools.bindings(options);
        Map<String, String> ours = new LinkedHashMap<>();
        StringJoiner c = new StringJoiner("\n", "int main(void) {\n", "\nreturn 0; }\n");
        for (CRecord record : bindings.records()) {
            String type = record.cName();
            expect(ours, c, "sizeof(" + type + ")", record.size());
            expect(ours, c, "_Alignof(" + type + ")", record.align());
            for (Place place : CPaths.of(record)) {
                if (place.bitSize() == 0) {
                    expect(ours, c, "offsetof(" + type + ", " + place.path() + ")", place.bitOffset() / 8);
                    if (place.type().size() > 0) {
                        expect(
                                ours,
                                c,
                                "sizeof(((" + type + " *)0)->" + place.path() + ")",
                                place.type().size());
                    }
                }
            }
        }
        for (List<Constant> constants : bindings.constants().values()) {
            for (Constant constant : constants) {
                if (constant.isInteger()) {
                    expect(ours, c, constant.name(), constant.bits());
                }
            }
        }
        CTools.Ran ran = CTools.run(List.of(
                CTools.compile(folder, CTools.header(options), c.toString()).toString()));
        assertThat(ran.exit()).isZero();
        Map<String, String> truth = new LinkedHashMap<>();
        ran.out().lines().forEach(line -> {
            int tab = line.indexOf('\t');
            truth.put(line.substring(0, tab), line.substring(tab + 1));
        });
        assertThat(ours).isEqualTo(truth);
        return ours.size();
    }

    private static void expect(Map<String, String> ours, StringJoiner c, String expression, long value) {
        if (ours.put(expression, Long.toHexString(value)) == null) {
            c.add("printf(\"%s\\t%llx\\n\", \"" + expression + "\", (unsigned long long)(" + expression + "));");
        }
    }
}
