package dev.ferrite.offheap.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferrite.offheap.bindgen.CTools;
import dev.ferrite.offheap.bindgen.dwarf.ElfFile;
import dev.ferrite.offheap.bindgen.model.CNames;
import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CRecord.Member;
import dev.ferrite.offheap.bindgen.model.CType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Type information of kernels: a section built here, one built by gcc, and the running kernel's own. */
class BtfTest {
    @TempDir
    Path folder;

    /** Every kind, and a struct with a hole, bit-fields, an inner union, pointers, a function and padding. */
    private static BtfBuilder small() {
        return new BtfBuilder()
                .integer("int", 4, 1) // 1
                .integer("unsigned char", 1, 0) // 2
                .type("", BtfData.PTR, false, 0, 8) // 3: struct node *
                .type("", BtfData.ARRAY, false, 0, 0) // 4: unsigned char [6]
                .words(2, 1, 6)
                .type("", BtfData.UNION, false, 2, 8) // 5
                .member("number", 1, 0)
                .member("next", 3, 0)
                .type("", BtfData.FUNC_PROTO, false, 2, 1) // 6: int (struct node *, ...)
                .words(0, 3, 0, 0)
                .type("", BtfData.PTR, false, 0, 6) // 7
                .type("node", BtfData.STRUCT, true, 6, 88) // 8
                .member("first", 2, 0)
                .member("low", 1, 3 << 24 | 32)
                .member("high", 1, 5 << 24 | 35)
                .member("", 5, 64)
                .member("call", 7, 512)
                .member("name", 4, 576)
                .type("node_t", BtfData.TYPEDEF, false, 0, 8) // 9
                .type("color", BtfData.ENUM, true, 2, 4) // 10
                .pair("RED", 1)
                .pair("NONE", -1)
                .type("wide", BtfData.ENUM64, false, 1, 8) // 11
                .member("HUGE", 5, 1)
                .type("later", BtfData.FWD, true, 0, 0) // 12
                .type("", BtfData.CONST, false, 0, 12) // 13
                .type("f", BtfData.FUNC, false, 0, 6) // 14
                .type("v", BtfData.VAR, false, 0, 1) // 15
                .words(1)
                .type(".data", BtfData.DATASEC, false, 1, 4) // 16
                .words(15, 0, 4)
                .type("double", BtfData.FLOAT, false, 0, 8) // 17
                .type("tag", BtfData.DECL_TAG, false, 0, 8) // 18
                .words(-1)
                .type("user", BtfData.TYPE_TAG, false, 0, 1) // 19
                .type("", BtfData.VOLATILE, false, 0, 19) // 20
                .type("", BtfData.RESTRICT, false, 0, 3) // 21
                .type("tail", BtfData.STRUCT, false, 4, 32) // 22
                .member("d", 17, 0)
                .member("v", 20, 64)
                .member("r", 21, 128)
                .member("l", 23, 192)
                .type("", BtfData.PTR, false, 0, 13); // 23
    }

    private static final String NODE = """
            struct node {
            	unsigned char              first;                /*     0     1 */

            	/* XXX 3 bytes hole, try to pack */

            	int                        low:3;                /*     4: 0   4 */
            	int                        high:5;               /*     4: 3   4 */

            	/* XXX 3 bytes hole, try to pack */

            	union {
            		int                number;               /*     8     4 */
            		struct node *      next;                 /*     8     8 */
            	};                                               /*     8     8 */

            	/* XXX 48 bytes hole, try to pack */

            	/* --- cacheline 1 boundary (64 bytes) --- */
            	int                        (*call)(struct node *, ...); /*    64     8 */
            	unsigned char              name[6];              /*    72     6 */

            	/* size: 88, cachelines: 2, members: 6 */
            	/* sum members: 23, sum bit-fields: 8 bits, holes: 3, sum holes: 54 */
            	/* padding: 10 */
            	/* last cacheline: 24 bytes */
            };
            """;

    @Test
    void structIsPrintedWithOffsetsHolesAndCacheLines() {
        Btf btf = Btf.of(small().bytes(), null);
        assertThat(btf.size()).isEqualTo(23);
        assertThat(Btf.print(btf.find("node").orElseThrow())).isEqualTo(NODE);
        assertThat(Btf.print(btf.find("node_t").orElseThrow()))
                .isEqualTo("typedef struct node node_t; /* size: 88 */\n");
    }

    @Test
    void enumsOfBothWidthsKeepTheirValues() {
        Btf btf = Btf.of(small().bytes(), null);
        assertThat(Btf.print(btf.find("color").orElseThrow())).contains("RED ", "= 1,", "= -1,", "/* size: 4 */");
        assertThat(Btf.print(btf.find("wide").orElseThrow())).contains("= 4294967301,", "/* size: 8 */");
    }

    @Test
    void qualifiersForwardsAndFloatsAreNamed() {
        CRecord tail = (CRecord) Btf.of(small().bytes(), null).find("tail").orElseThrow();
        assertThat(tail.members().stream()
                        .map(m -> CNames.declare(m.type(), m.name()))
                        .toList())
                .containsExactly("double d", "volatile int v", "struct node * restrict r", "const union later *l");
    }

    @Test
    void keywordChoosesAmongTypesOfOneName() {
        Btf btf = Btf.of(small().bytes(), null);
        assertThat(btf.find("struct node")).isPresent();
        assertThat(btf.find("union node")).isEmpty();
        assertThat(btf.find("enum color")).isPresent();
        assertThat(btf.find("typedef node_t")).isPresent();
        assertThat(btf.find("")).isEmpty();
        assertThat(btf.names(Pattern.compile("n.*"))).containsExactly("struct node");
    }

    @Test
    void splitSectionContinuesNumbersAndStringsOfItsBase() {
        BtfBuilder base = small();
        BtfBuilder split = new BtfBuilder(base.stringBytes())
                .type("module_thing", BtfData.STRUCT, false, 2, 96) // 24
                .member("count", 1, 0)
                .member("node", 8, 64)
                .type("node", BtfData.STRUCT, false, 1, 4) // 25: the module's own
                .member("mine", 1, 0);
        Btf btf = Btf.of(split.bytes(), Btf.of(base.bytes(), null));
        assertThat(btf.size()).isEqualTo(25);
        CRecord thing = (CRecord) btf.find("module_thing").orElseThrow();
        assertThat(thing.members().get(1).type().size()).isEqualTo(88);
        assertThat(btf.find("node").orElseThrow().size()).isEqualTo(4);
        assertThat(btf.find("tail")).isPresent();
    }

    @Test
    void moduleFileFindsItsBaseBesideIt() throws IOException {
        BtfBuilder base = small();
        Files.write(folder.resolve("vmlinux"), base.bytes());
        Files.write(
                folder.resolve("nova"),
                new BtfBuilder(base.stringBytes())
                        .type("nova_thing", BtfData.STRUCT, false, 1, 88)
                        .member("node", 8, 0)
                        .bytes());
        assertThat(Btf.open(folder.resolve("nova")).find("nova_thing")).isPresent();
        List<String> ran = run("nova_thing", "--file", folder.resolve("nova").toString());
        assertThat(ran.get(0)).isEqualTo("0");
        assertThat(ran.get(1)).contains("struct node                node;                 /*     0    88 */");
    }

    @Test
    void typeThatContainsItselfIsRefused() {
        byte[] self = new BtfBuilder()
                .type("self", BtfData.STRUCT, false, 1, 8)
                .member("me", 1, 0)
                .type("", BtfData.PTR, false, 0, 2)
                .bytes();
        Btf btf = Btf.of(self, null);
        assertThatThrownBy(() -> btf.find("self"))
                .isInstanceOf(BtfException.class)
                .hasMessageContaining("contains itself");
    }

    @Test
    void damagedSectionIsReadOrRefused() {
        byte[] whole = small().bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Btf.of(cut, null)).isInstanceOf(BtfException.class);
        }
        Random random = new Random(3);
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = whole.clone();
            damaged[24 + random.nextInt(damaged.length - 24)] = (byte) random.nextInt();
            try {
                Btf btf = Btf.of(damaged, null);
                btf.find("node").ifPresent(Btf::print);
                btf.find("tail").ifPresent(Btf::print);
            } catch (BtfException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(100, 4_900);
    }

    @Test
    void gccsTypeInformationGivesTheSameLayoutsAsItsDebugInformation() throws IOException {
        CTools.require("gcc");
        Path object = folder.resolve("types.o");
        Path source = folder.resolve("types.c");
        StringBuilder text = new StringBuilder(
                "#include \"" + CTools.header(CTools.TORTURE_OPTIONS).toAbsolutePath() + "\"\n");
        List<CRecord> records = CTools.bindings(CTools.TORTURE_OPTIONS).records();
        for (CRecord record : records) {
            text.append(record.cName()).append(" v_").append(record.name()).append(";\n");
        }
        Files.writeString(source, text);
        CTools.Ran ran = CTools.run(List.of("gcc", "-w", "-gbtf", "-c", "-o", object.toString(), source.toString()));
        assumeTrue(ran.exit() == 0, "this gcc writes no BTF");
        ByteBuffer section = ElfFile.read(object).section(".BTF");
        byte[] bytes = new byte[section.remaining()];
        section.get(bytes);
        Btf btf = Btf.of(bytes, null);
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (CRecord record : records) {
            CType found = btf.find(record.name()).orElseThrow();
            CRecord other = (CRecord) found.bare();
            compared += compare(record, other, record.name(), wrong);
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(80);
    }

    private static int compare(CRecord a, CRecord b, String path, List<String> wrong) {
        int compared = 1;
        if (a.size() != b.size()
                || a.isUnion() != b.isUnion()
                || a.members().size() != b.members().size()) {
            wrong.add(path);
            return compared;
        }
        for (int i = 0; i < a.members().size(); i++) {
            Member x = a.members().get(i);
            Member y = b.members().get(i);
            String at = path + "." + x.name();
            compared++;
            if (!x.name().equals(y.name())
                    || x.bitOffset() != y.bitOffset()
                    || x.bitSize() != y.bitSize()
                    || (x.type().size() != y.type().size() && !isHuge(x.type()))) {
                wrong.add(at + " " + x.bitOffset() + " " + y.bitOffset());
            }
            CRecord inner = CType.recordOf(x.type());
            CRecord otherInner = CType.recordOf(y.type());
            if (inner != null && otherInner != null) {
                compared += compare(inner, otherInner, at, wrong);
            }
        }
        return compared;
    }

    /** gcc leaves out of BTF what BTF cannot say: complex numbers, and enumerators beyond 32 bits. */
    private static boolean isHuge(CType type) {
        return CNames.declare(type.bare(), "").contains("complex");
    }

    @Test
    void runningKernelsStructsAreWhole() {
        assumeTrue(Files.isReadable(Btf.VMLINUX), "this kernel shows no type information");
        Btf btf = Btf.open(Btf.VMLINUX);
        assertThat(btf.size()).isGreaterThan(10_000);
        CRecord list = (CRecord) btf.find("list_head").orElseThrow();
        assertThat(list.size()).isEqualTo(16);
        assertThat(CNames.declare(list.members().getFirst().type(), "next")).isEqualTo("struct list_head *next");
        CRecord task = (CRecord) btf.find("task_struct").orElseThrow();
        assertThat(task.members().stream().map(Member::name)).contains("pid", "tgid", "comm", "mm", "real_parent");
        assertThat(Btf.print(task))
                .startsWith("struct task_struct {\n")
                .contains("/* --- cacheline 1 boundary (64 bytes)")
                .contains("/* size: " + task.size() + ", cachelines: ");
        int seen = 0;
        for (String name : btf.names(Pattern.compile("[a-d].*"))) {
            CRecord record = (CRecord) btf.find(name).orElseThrow();
            long end = 0;
            for (Member member : record.members()) {
                long size =
                        member.isBitField() ? member.bitSize() : member.type().size() * 8;
                assertThat(member.bitOffset() + size)
                        .as(name + "." + member.name())
                        .isLessThanOrEqualTo(record.size() * 8);
                assertThat(record.isUnion() || member.bitOffset() >= end || size == 0)
                        .as(name + "." + member.name())
                        .isTrue();
                end = Math.max(end, member.bitOffset());
            }
            assertThat(Btf.print(record)).isNotEmpty();
            seen++;
        }
        assertThat(seen).isGreaterThan(500);
    }

    private static List<String> run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Btf.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return List.of(
                Integer.toString(exit), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void commandPrintsStructsListsNamesAndFindsTheNearest() throws IOException {
        String file = Files.write(folder.resolve("types"), small().bytes()).toString();
        assertThat(run("node", "--file", file)).containsExactly("0", NODE, "");
        assertThat(run("--file=" + file, "--list=.*"))
                .containsExactly("0", "      88  struct node\n      32  struct tail\n", "");
        assertThat(run("nod", "--file", file))
                .containsExactly(
                        "1", "", "btf: no struct, union, typedef or enum of this name: nod; nearest is node\n");
        assertThat(run("--help")).containsExactly("0", Btf.USAGE, "");
    }

    @Test
    void missingTypeInformationIsOneSentence() {
        Path none = folder.resolve("none");
        assertThat(run("node", "--file", none.toString()))
                .containsExactly("1", "", "btf: no such file of type information: " + none + "\n");
        assertThat(run("node", "--module", "no_such_module").get(2))
                .isEqualTo("btf: no such file of type information: /sys/kernel/btf/no_such_module\n");
        assertThatThrownBy(() -> Btf.of(new byte[30], null)).hasMessage("not little-endian BTF of version 1: bytes");
    }

    @Test
    void wrongUsageIsOneSentence() {
        for (String[] args : new String[][] {{}, {"--nonsense", "x"}, {"--file"}, {"--list", "("}}) {
            List<String> ran = run(args);
            assertThat(ran.get(0)).isEqualTo("2");
            assertThat(ran.get(2)).startsWith("btf: ").hasLineCount(1);
        }
    }
}
