package dev.ferrite.offheap.bindgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.bindgen.emit.JavaNames;
import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CRecord.Member;
import dev.ferrite.offheap.bindgen.model.Constant;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compiled classes carry the numbers of the model, and their layouts agree with their constants. */
class GeneratedClassesTest {
    private static final String SOURCES = """
            src/main/bindings/bindings.options, dev.ferrite.offheap.uapi
            src/test/bindings/bindings.options, dev.ferrite.offheap.bindgen.torture
            """;

    @BeforeEach
    void needsGcc() {
        CTools.require("gcc");
    }

    @ParameterizedTest
    @CsvSource(textBlock = SOURCES)
    void committedFilesAreWhatTheGeneratorWrites(String options, String packageName) {
        List<String> result = CTools.bindgen("@" + options, "--check");
        assumeFalse(result.get(0).equals("3"), result.get(2));
        assertThat(result).startsWith("0").last().isEqualTo("");
        assertThat(packageName).startsWith("dev.ferrite.offheap");
    }

    @ParameterizedTest
    @CsvSource(textBlock = SOURCES)
    void committedLayoutCheckCompiles(String options, String packageName) throws Exception {
        List<String> result = CTools.bindgen("@" + options, "--check");
        assumeFalse(result.get(0).equals("3"), result.get(2));
        Path check = Path.of(options).resolveSibling("layout_check.c");
        CTools.Ran ran = CTools.run(List.of("gcc", "-fsyntax-only", check.toString()));
        assertThat(ran).isEqualTo(new CTools.Ran(0, ""));
    }

    @ParameterizedTest
    @CsvSource(textBlock = SOURCES)
    void constantsOfClassesEqualTheModel(String options, String packageName) throws ReflectiveOperationException {
        int seen = 0;
        for (Map.Entry<String, List<Constant>> entry :
                CTools.bindings(Path.of(options)).constants().entrySet()) {
            Class<?> java = Class.forName(packageName + "." + entry.getKey());
            for (Constant constant : entry.getValue()) {
                assertThat(java.getField(constant.name()).get(null))
                        .as(constant.name())
                        .isEqualTo(constant.value());
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource(textBlock = SOURCES)
    void layoutsAgreeWithSizesAlignmentsAndOffsets(String options, String packageName)
            throws ReflectiveOperationException {
        for (CRecord record : CTools.bindings(Path.of(options)).records()) {
            String name = JavaNames.type(record.name());
            Class<?> java = Class.forName(packageName + "." + name);
            StructLayout layout = (StructLayout) java.getField("LAYOUT").get(null);
            StructType<?> type = (StructType<?>) java.getField("TYPE").get(null);
            assertThat(type.layout()).isSameAs(layout);
            assertThat(type.name()).isEqualTo(record.name());
            assertThat(type.binding()).isSameAs((Object) java);
            assertThat(layout.byteSize())
                    .isEqualTo(record.size())
                    .isEqualTo(java.getField("SIZEOF").getLong(null));
            assertThat(layout.byteAlignment())
                    .isEqualTo(record.align())
                    .isEqualTo(java.getField("ALIGNOF").getLong(null));
            if (record.isUnion()) {
                continue;
            }
            List<String> wrong = new ArrayList<>();
            for (Member member : record.members()) {
                if (!member.name().isEmpty()
                        && !member.isBitField()
                        && layout.byteOffset(MemoryLayout.PathElement.groupElement(member.name())) != member.offset()) {
                    wrong.add(member.name());
                }
            }
            assertThat(wrong).as(record.name()).isEmpty();
        }
    }
}
