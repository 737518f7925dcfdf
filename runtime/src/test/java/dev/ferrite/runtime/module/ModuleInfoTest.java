package dev.ferrite.runtime.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleInfoTest {
    private static final ModuleInfo NOVA = ModuleInfo.builder("nova")
            .author("A")
            .author("B")
            .description("Nova GPU driver")
            .license("GPL v2")
            .alias("nova-drm")
            .firmware("nvidia/gsp.bin")
            .build();

    @Test
    void factsComeBackThroughTheModinfoForm() {
        assertThat(NOVA.toModinfo())
                .isEqualTo("name=nova\0author=A\0author=B\0description=Nova GPU driver\0license=GPL v2\0"
                        + "alias=nova-drm\0firmware=nvidia/gsp.bin\0");
        assertThat(ModuleInfo.parse(NOVA.toModinfo())).isEqualTo(NOVA);
        assertThat(ModuleInfo.parse("name=a\n\nlicense=MIT\n"))
                .isEqualTo(new ModuleInfo("a", List.of(), "", "MIT", List.of(), List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "license=MIT                       | key 'name' is required",
                "name=a                            | key 'license' is required",
                "name=a;license=                   | key 'license' is required",
                "name=a;name=b;license=MIT         | key 'name' is given twice: 'a' and 'b'",
                "name=a;license=MIT;license=GPL    | key 'license' is given twice: 'MIT' and 'GPL'",
                "name=a;description=x;description=y;license=MIT | key 'description' is given twice",
                "name=a;author=x;author=x;license=MIT | key 'author' has 'x' twice",
                "name=a;license=MIT;alias=x;alias=x | key 'alias' has 'x' twice",
                "name=a;colour=red;license=MIT     | key 'colour' is unknown",
                "license=MIT;name=a                | key 'name' must come before key 'license'",
                "name=a;license=MIT;author=x       | key 'author' must come before key 'license'",
                "name=a b;license=MIT              | key 'name' takes at most 55",
                "name=a;license                    | an entry is key=value: 'license'",
            })
    void brokenRuleIsRefusedWithTheNameOfTheKey(String entries, String message) {
        assertThatThrownBy(() -> ModuleInfo.parse(entries.replace(';', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("module info: ")
                .hasMessageContaining(message);
    }

    @Test
    void builderHoldsTheSameRules() {
        assertThatThrownBy(() -> ModuleInfo.builder("a").build()).hasMessageContaining("'license' is required");
        assertThatThrownBy(() -> ModuleInfo.builder("").license("MIT").build())
                .hasMessageContaining("'name' is required");
        assertThatThrownBy(() -> ModuleInfo.builder("a").license("MIT").license("MIT"))
                .hasMessageContaining("'license' is given twice");
        assertThatThrownBy(() -> ModuleInfo.builder("a").license("M\0T").build())
                .hasMessageContaining("'license' takes one line");
        assertThatThrownBy(
                        () -> ModuleInfo.builder("x".repeat(56)).license("MIT").build())
                .hasMessageContaining("at most 55");
        assertThat(ModuleInfo.builder("x".repeat(55)).license("MIT").build().name())
                .hasSize(55);
    }

    @Test
    void listsAreCopies() {
        assertThatThrownBy(() -> NOVA.authors().add("C")).isInstanceOf(UnsupportedOperationException.class);
    }
}
