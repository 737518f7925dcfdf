package dev.ferrite.offheap.struct.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.StructType;
import dev.ferrite.offheap.bindgen.CTools;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Structs declared in Java: their layout is C's, and mistakes are shown where they are. */
class StructProcessorTest {
    private static final String HEAD = """
            package p;
            import dev.ferrite.offheap.struct.*;
            import java.lang.foreign.MemorySegment;
            """;

    @TempDir
    Path folder;

    private Javac javac;

    @BeforeEach
    void compiler() {
        javac = new Javac(folder);
    }

    private Class<?> struct(String className, String body) throws Exception {
        assertThat(javac.compile(className, HEAD + body))
                .as(javac.messages()::toString)
                .isTrue();
        assertThat(javac.messages()).isEmpty();
        return javac.load(className + "Struct");
    }

    private static long number(Class<?> struct, String constant) throws ReflectiveOperationException {
        return struct.getField(constant).getLong(null);
    }

    @Test
    void membersAreLaidOutAsInC() throws Exception {
        Class<?> s = struct(
                "Mixed",
                "@Struct interface Mixed { byte a(); long b(); short c(); int d(); boolean e(); double f(); float g(); char h();"
                        + " MemorySegment p(); @Unsigned byte u(); }");
        assertThat(number(s, "A_OFFSET")).isZero();
        assertThat(number(s, "B_OFFSET")).isEqualTo(8);
        assertThat(number(s, "C_OFFSET")).isEqualTo(16);
        assertThat(number(s, "D_OFFSET")).isEqualTo(20);
        assertThat(number(s, "E_OFFSET")).isEqualTo(24);
        assertThat(number(s, "F_OFFSET")).isEqualTo(32);
        assertThat(number(s, "G_OFFSET")).isEqualTo(40);
        assertThat(number(s, "H_OFFSET")).isEqualTo(44);
        assertThat(number(s, "P_OFFSET")).isEqualTo(48);
        assertThat(number(s, "U_OFFSET")).isEqualTo(56);
        assertThat(number(s, "SIZEOF")).isEqualTo(64);
        assertThat(number(s, "ALIGNOF")).isEqualTo(8);
        assertThat(((StructType<?>) s.getField("TYPE").get(null)).name()).isEqualTo("mixed");
        assertThat(((StructLayout) s.getField("LAYOUT").get(null)).byteSize()).isEqualTo(64);
        assertThat(s.getMethod("p", MemorySegment.class).getReturnType()).isEqualTo(long.class);
        assertThat(s.getMethod("u", MemorySegment.class).getReturnType()).isEqualTo(int.class);
    }

    @Test
    void recordsWorkLikeInterfaces() throws Exception {
        Class<?> s = struct("Point", "@Struct record Point(int x, @Align(16) int y) {}");
        assertThat(number(s, "Y_OFFSET")).isEqualTo(16);
        assertThat(number(s, "SIZEOF")).isEqualTo(32);
    }

    @Test
    void nestedStructsArraysAndUnions() throws Exception {
        Class<?> s = struct("Outer", """
                @Struct interface Outer {
                    byte first();
                    @Array(3) Inner inners();
                    @Array({2, 4}) short[][] grid();
                    Either either();
                    default int notAMember() { return 1; }
                    static int neither() { return 2; }
                    @Struct interface Inner { int a(); byte b(); }
                    @Struct(union = true) interface Either { int i(); double d(); }
                }
                """);
        assertThat(number(s, "INNERS_OFFSET")).isEqualTo(4);
        assertThat(number(s, "GRID_OFFSET")).isEqualTo(28);
        assertThat(number(s, "EITHER_OFFSET")).isEqualTo(48);
        assertThat(number(s, "SIZEOF")).isEqualTo(56);
        assertThat(number(javac.load("EitherStruct"), "D_OFFSET")).isZero();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment outer =
                    arena.allocate((StructLayout) s.getField("LAYOUT").get(null));
            s.getMethod("grid", MemorySegment.class, long.class, long.class, short.class)
                    .invoke(null, outer, 1L, 3L, (short) 7);
            assertThat(s.getMethod("grid", MemorySegment.class, long.class, long.class)
                            .invoke(null, outer, 1L, 3L))
                    .isEqualTo((short) 7);
            MemorySegment inner = (MemorySegment)
                    s.getMethod("inners", MemorySegment.class, long.class).invoke(null, outer, 2L);
            assertThat(inner.address() - outer.address()).isEqualTo(4 + 2 * 8);
        }
    }

    @Test
    void cacheLinesIsolateMembers() throws Exception {
        Class<?> s = struct(
                "Ring",
                "@Struct interface Ring { int capacity(); @CacheLine @Shared long head(); @CacheLine(128) long tail();"
                        + " int after(); }");
        assertThat(number(s, "HEAD_OFFSET")).isEqualTo(64);
        assertThat(number(s, "TAIL_OFFSET")).isEqualTo(128);
        assertThat(number(s, "AFTER_OFFSET")).isEqualTo(256);
        assertThat(number(s, "ALIGNOF")).isEqualTo(128);
        assertThat(number(s, "SIZEOF")).isEqualTo(384);
    }

    @Test
    void nothingSharesTheLineOfTheLastMember() throws Exception {
        Class<?> s = struct("Last", "@Struct interface Last { int a(); @CacheLine long b(); }");
        assertThat(number(s, "SIZEOF")).isEqualTo(128);
    }

    @Test
    void alignmentOfTheWholePadsIt() throws Exception {
        assertThat(number(struct("Wide", "@Struct @Align(32) interface Wide { int a(); }"), "SIZEOF"))
                .isEqualTo(32);
        assertThat(number(struct("Line", "@Struct @CacheLine interface Line { int a(); }"), "SIZEOF"))
                .isEqualTo(64);
    }

    @Test
    void fixedOffsetsAreKept() throws Exception {
        Class<?> s = struct("Fixed", "@Struct interface Fixed { @Offset(16) int a(); int b(); @Offset(0) long c(); }");
        assertThat(number(s, "A_OFFSET")).isEqualTo(16);
        assertThat(number(s, "B_OFFSET")).isEqualTo(20);
        assertThat(number(s, "C_OFFSET")).isZero();
        assertThat(number(s, "SIZEOF")).isEqualTo(24);
    }

    @Test
    void sharedMembersHaveEveryModeOnSegmentsAndByAddress() throws Exception {
        Class<?> s = struct("Word", "@Struct @Shared interface Word { int state(); byte plain(); long count(); }");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word =
                    arena.allocate((StructLayout) s.getField("LAYOUT").get(null));
            s.getMethod("stateRelease", long.class, int.class).invoke(null, word.address(), 5);
            assertThat(s.getMethod("stateCompareAndSetAcquire", MemorySegment.class, int.class, int.class)
                            .invoke(null, word, 5, 6))
                    .isEqualTo(true);
            assertThat(s.getMethod("stateAcquire", long.class).invoke(null, word.address()))
                    .isEqualTo(6);
            assertThat(s.getMethod("countGetAndAdd", long.class, long.class).invoke(null, word.address(), 3L))
                    .isEqualTo(0L);
        }
        assertThat(s.getMethods()).noneMatch(m -> m.getName().equals("plainAcquire"));
    }

    @Test
    void nameAndJavadocAreTaken() throws Exception {
        assertThat(javac.compile("Named", HEAD + """
                                /** What it is, with {@code code}. */
                                @Struct("RealName") interface Named {
                                    /**
                                     * How many there are.
                                     *
                                     * @return a count
                                     */
                                    int count();
                                }
                                """)).isTrue();
        assertThat(javac.generated("RealName"))
                .startsWith("// Generated from p.Named: edit the source, not this file.\npackage p;\n")
                .contains("/**\n * What it is, with {@code code}.\n *\n * <p>{@code struct named}: 4 bytes")
                .contains("     * How many there are.\n     *\n     * <p>{@code int count}, offset 0.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    int a();|String b();                       | 6: unknown type: java.lang.String has no layout
                    int a();|void b();                         | 6: unknown type: void has no layout
                    int a();|int[] b();                        | 6: an array member needs @Array
                    int a();|@Array(2) int[][] b();            | 6: an array member needs @Array
                    int a();|@Array(0) int b();                | 6: array length must be 1 or more: length=0
                    int a();|@Array({}) int b();               | 6: array length must be 1 or more
                    int a();|@Array({2000000000, 2000000000}) long b(); | 6: array too large
                    long a();|@Offset(4) int b();              | 6: member b at 4 overlaps a at 0 to 7
                    int a();|@Offset(6) int b();               | 6: bad alignment: offset must be a multiple of 4, 0 or more: offset=6
                    int a();|@Offset(-4) int b();              | 6: bad alignment: offset must be a multiple of 4, 0 or more: offset=-4
                    int a();|@Align(3) int b();                | 6: bad alignment: must be a power of two from 1 to 4096: align=3
                    int a();|@Align(8192) int b();             | 6: bad alignment: must be a power of two from 1 to 4096: align=8192
                    int a();|@Align(2) int b();                | 6: bad alignment: below the type's own: align=2 own=4
                    int a();|@CacheLine(48) int b();           | 6: bad alignment: must be a power of two
                    int a();|@Unsigned int b();                | 6: @Unsigned belongs on a byte or short
                    int a();|@Shared byte b();                 | 6: @Shared belongs on an int, a long or a pointer
                    int nameLen();|int name_len();             | 6: two names alike: nameLen and name_len both become
                    int aAcquire();|@Shared int a();           | 6: two names alike: aAcquire is the accessor of aAcquire and a mode of a
                    int a();|int b(int c);                     | 6: a member has no parameters: b
                    int a();|Bad b();                          | 6: struct Bad contains itself
                    """)
    void mistakesAreErrorsAtTheMember(String first, String second, String message) throws Exception {
        String source = HEAD + "@Struct interface Bad {\n    " + first + "\n    " + second + "\n}\n";
        assertThat(javac.compile("Bad", source)).isFalse();
        assertThat(javac.messages()).hasSize(1).first().asString().startsWith(message);
        assertThat(Files.exists(folder.resolve("p/BadStruct.java"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    @Struct interface Bad {}                              | a struct needs a member
                    @Struct class Bad {}                                  | @Struct belongs on an interface or a record
                    @Struct enum Bad { A }                                | @Struct belongs on an interface or a record
                    @Struct interface Bad<T> { int a(); }                 | a struct's interface extends nothing
                    @Struct interface Bad extends Runnable { int a(); }   | a struct's interface extends nothing
                    @Struct @Align(5) interface Bad { int a(); }          | bad alignment: must be a power of two
                    """)
    void mistakesOfTheWholeAreErrorsAtTheType(String source, String message) throws Exception {
        assertThat(javac.compile("Bad", HEAD + source)).isFalse();
        assertThat(javac.messages()).hasSize(1).first().asString().startsWith("4: " + message);
    }

    /** Random structs: gcc and the processor agree on every size and offset. */
    @Test
    void randomStructsAreLaidOutAsGccDoes() throws Exception {
        CTools.require("gcc");
        Random random = new Random(11);
        String[][] types = {
            {"byte", "signed char"},
            {"short", "short"},
            {"int", "int"},
            {"long", "long"},
            {"float", "float"},
            {"double", "double"},
            {"boolean", "_Bool"},
            {"char", "unsigned short"},
            {"MemorySegment", "void *"},
        };
        StringBuilder java = new StringBuilder(HEAD + "interface All {\n");
        StringBuilder header = new StringBuilder();
        StringBuilder c = new StringBuilder("int main(void) {\n");
        List<String> expressions = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            java.append("@Struct interface S").append(n).append(" {\n");
            header.append("struct S").append(n).append(" {\n");
            int members = 1 + random.nextInt(9);
            c.append("printf(\"S%d.SIZEOF %%zu\\n\", sizeof(struct S%d));\n".formatted(n, n));
            c.append("printf(\"S%d.ALIGNOF %%zu\\n\", _Alignof(struct S%d));\n".formatted(n, n));
            for (int m = 0; m < members; m++) {
                boolean nest = n > 0 && random.nextInt(5) == 0;
                int other = nest ? random.nextInt(n) : random.nextInt(types.length);
                String javaType = nest ? "S" + other : types[other][0];
                String cType = nest ? "struct S" + other : types[other][1];
                int count = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0;
                int align = !nest && random.nextInt(6) == 0 ? 8 << random.nextInt(5) : 0;
                java.append(align > 0 ? "@Align(" + align + ") " : "")
                        .append(count > 0 ? "@Array(" + count + ") " : "")
                        .append(javaType + " m" + m + "();\n");
                header.append(align > 0 ? "_Alignas(" + align + ") " : "")
                        .append(cType + " m" + m + (count > 0 ? "[" + count + "]" : "") + ";\n");
                c.append("printf(\"S%d.M%d_OFFSET %%zu\\n\", offsetof(struct S%d, m%d));\n".formatted(n, m, n, m));
                expressions.add("S" + n + ".M" + m);
            }
            java.append("}\n");
            header.append("};\n");
        }
        Path h = Files.writeString(folder.resolve("all.h"), header);
        CTools.Ran truth = CTools.run(
                List.of(CTools.compile(folder, h, c + "return 0; }\n").toString()));
        assertThat(javac.compile("All", java + "}\n"))
                .as(javac.messages()::toString)
                .isTrue();
        List<String> wrong = new ArrayList<>();
        List<String> lines = truth.out().lines().toList();
        assertThat(lines).hasSizeGreaterThan(expressions.size());
        for (String line : lines) {
            String[] parts = line.split("[. ]", -1);
            long ours = number(javac.load(parts[0] + "Struct"), parts[1]);
            if (ours != Long.parseLong(parts[2])) {
                wrong.add(line + " but " + ours);
            }
        }
        assertThat(wrong).isEmpty();
    }
}
