package dev.ferrite.offheap.bindgen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.bindgen.CTools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers whose names collide in Java still give classes that compile. */
class CollidingNamesTest {
    @TempDir
    Path folder;

    @Test
    void everyCollisionIsResolved() throws IOException {
        CTools.require("gcc");
        Path header = Files.writeString(folder.resolve("clash.h"), """
                struct clash { volatile int x; int x_acquire; int x_get_and_add; char name[4]; int name_string; };
                struct names_h { int a; };
                struct twin { int a_b; int aB; int A_B; int ab; };
                struct Twin { int a; };
                struct data_holder { struct { int data; struct { int x; } data2; } data; struct { int y; } Data; };
                struct class_ { int class; int new; int true; int int_; };
                struct object { int get_class; int hash_code; int wait; int notify; int to_string; int LAYOUT; int TYPE; };
                struct string { unsigned char byte; char text[4]; };
                struct byte { struct { int x; } objects; };
                enum clash_values { twin_value = 1, goto_ = 2 };
                #define int_max 3
                """);
        Path out = folder.resolve("out");
        List<String> result = CTools.bindgen(header.toString(), "--package", "p", "--out", out.toString());
        assertThat(result).startsWith("0").last().isEqualTo("");
        assertThat(Files.readString(out.resolve("p/Clash.java")))
                .contains(
                        "int xAcquire(MemorySegment s)",
                        "int xAcquire_(MemorySegment s)",
                        "int xGetAndAdd_(MemorySegment s)")
                .contains("String nameString(MemorySegment s)", "int nameString_(MemorySegment s)");

        List<String> args = new ArrayList<>(List.of(
                "-proc:none",
                "-Xlint:all",
                "-Werror",
                "-d",
                folder.resolve("classes").toString(),
                "-classpath",
                System.getProperty("java.class.path")));
        try (Stream<Path> files = Files.list(out.resolve("p"))) {
            files.forEach(file -> args.add(file.toString()));
        }
        assertThat(args).hasSizeGreaterThan(14);
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int exit = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, args.toArray(String[]::new));
        assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(exit).isZero();
    }
}
