package dev.ferrite.offheap.bindgen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.bindgen.Bindings;
import dev.ferrite.offheap.bindgen.CPaths;
import dev.ferrite.offheap.bindgen.CPaths.Place;
import dev.ferrite.offheap.bindgen.CTools;
import dev.ferrite.offheap.bindgen.model.CNames;
import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CType;
import dev.ferrite.offheap.bindgen.model.CType.Kind;
import dev.ferrite.offheap.bindgen.model.CType.Scalar;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * C and Java exchange structs through a mapped file: for every place in every record one image, all bytes of which are
 * {@code 0xA5} but for that place. C writes and Java reads, then Java writes and C reads, and both images are the same
 * byte by byte, so that a setter touches nothing else.
 */
class InteropTest {
    @TempDir
    Path folder;

    @BeforeEach
    void needsGcc() {
        CTools.require("gcc");
    }

    /** One image: which record, which place, and what is stored there. */
    private record Image(CRecord record, Place place, long value, long at) {}

    @ParameterizedTest
    @CsvSource(textBlock = """
                    src/main/bindings/bindings.options, dev.ferrite.offheap.uapi, 60
                    src/test/bindings/bindings.options, dev.ferrite.offheap.bindgen.torture, 150
                    """)
    void eachSideReadsWhatTheOtherWrote(String options, String packageName, int atLeast) throws Exception {
        Bindings bindings = CTools.bindings(Path.of(options));
        List<Image> images = images(bindings);
        assertThat(images).hasSizeGreaterThan(atLeast);
        long size = images.getLast().at + images.getLast().record.size();
        Path program = CTools.compile(folder, CTools.header(Path.of(options)), program(images, size));
        Path fromC = folder.resolve("from-c");
        Path fromJava = folder.resolve("from-java");
        assertThat(CTools.run(List.of(program.toString(), "write", fromC.toString())))
                .isEqualTo(new CTools.Ran(0, ""));

        ClassNames names =
                new ClassNames(bindings.records(), bindings.constants().keySet());
        Files.write(fromJava, filled(size));
        try (Arena arena = Arena.ofConfined();
                FileChannel c = FileChannel.open(fromC, StandardOpenOption.READ);
                FileChannel java = FileChannel.open(fromJava, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MemorySegment written = c.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            MemorySegment ours = java.map(FileChannel.MapMode.READ_WRITE, 0, size, arena);
            for (Image image : images) {
                String what = image.record + " " + image.place.path();
                Accessor accessor = Accessor.find(packageName, names, image.record, image.place.steps());
                long length = image.record.size();
                Object read = accessor.get(written.asSlice(image.at, length));
                assertThat(read).as(what).isEqualTo(expected(image, read.getClass()));
                MemorySegment slot = ours.asSlice(image.at, length);
                if (accessor.isWritable()) {
                    accessor.set(slot, read);
                } else {
                    slot.copyFrom(written.asSlice(image.at, length));
                }
                assertThat(slot.mismatch(written.asSlice(image.at, length)))
                        .as(what)
                        .isEqualTo(-1);
            }
        }
        assertThat(CTools.run(List.of(program.toString(), "read", fromJava.toString())))
                .isEqualTo(new CTools.Ran(0, ""));
    }

    private static byte[] filled(long size) {
        byte[] bytes = new byte[Math.toIntExact(size)];
        Arrays.fill(bytes, (byte) 0xA5);
        return bytes;
    }

    private static List<Image> images(Bindings bindings) {
        List<Image> images = new ArrayList<>();
        long at = 0;
        for (CRecord record : bindings.records()) {
            int index = 0;
            for (Place place : CPaths.of(record)) {
                if (place.isLeaf() && ScalarAccess.of(place.type()) != null) {
                    for (long value : values(place, index++)) {
                        images.add(new Image(record, place, value, at));
                        at += (record.size() + 127) / 64 * 64;
                    }
                }
            }
        }
        return images;
    }

    /** A pattern with the top bit set, so that signs are seen, and one without. */
    private static long[] values(Place place, int index) {
        long pattern = 0x9E37_79B9_7F4A_7C15L * (index + 1);
        int bits = place.bitSize() > 0 ? place.bitSize() : (int) place.type().size() * 8;
        if (place.type().bare() instanceof Scalar s && s.kind() == Kind.BOOL) {
            return new long[] {0, 1};
        }
        if (place.type().bare() instanceof Scalar s && s.kind() == Kind.FLOAT) {
            return new long[] {-index - 2, index + 3};
        }
        long mask = bits == 64 ? -1L : (1L << bits) - 1;
        long top = 1L << (bits - 1);
        return new long[] {(pattern & mask) | top, pattern & mask & ~top};
    }

    private static Object expected(Image image, Class<?> java) {
        CType type = image.place.type().bare();
        if (type instanceof Scalar s && s.kind() == Kind.FLOAT) {
            return java == Float.class ? (Object) ((float) image.value * 0.5f) : (Object) (image.value * 0.5);
        }
        if (type instanceof Scalar s && s.kind() == Kind.BOOL) {
            return image.value != 0;
        }
        boolean signed =
                type instanceof Scalar s ? s.kind() == Kind.SIGNED : type instanceof CType.Enumeration e && e.signed();
        int bits = image.place.bitSize() > 0 ? image.place.bitSize() : (int) type.size() * 8;
        long value = signed ? image.value << (64 - bits) >> (64 - bits) : image.value;
        if (java == Byte.class) {
            return (byte) value;
        }
        if (java == Short.class) {
            return (short) value;
        }
        return java == Integer.class ? (Object) (int) value : (Object) value;
    }

    private static String program(List<Image> images, long size) {
        StringBuilder c = new StringBuilder("static unsigned char file[" + size + "];\n");
        c.append("static int bad;\n");
        StringBuilder write = new StringBuilder("static void write_all(void) {\n");
        StringBuilder read = new StringBuilder("static void read_all(void) {\n");
        for (Image image : images) {
            Place place = image.place;
            String type = image.record.cName();
            String struct = "((" + type + " *)(file + " + image.at + "))";
            String value;
            if (place.type().bare() instanceof Scalar s && s.kind() == Kind.FLOAT) {
                value = image.value + " * 0.5";
            } else {
                value = "0x" + Long.toHexString(image.value) + "ULL";
            }
            if (place.bitSize() > 0) {
                write.append(struct + "->" + place.path() + " = " + value + ";\n");
                int spare = 64 - place.bitSize();
                read.append("if (((unsigned long long)" + struct + "->" + place.path() + " << " + spare + ") != ("
                        + value + " << " + spare + ")) { bad = 1; puts(\"" + type + " " + place.path() + "\"); }\n");
            } else {
                String made = "union { " + CNames.declare(plain(place.type()), "v") + "; } u; ";
                write.append("{ " + made + "u.v = (__typeof__(u.v))(" + value + "); memcpy((void *)&" + struct + "->"
                        + place.path() + ", &u.v, sizeof(u.v)); }\n");
                read.append("{ " + made + "u.v = (__typeof__(u.v))(" + value + "); if (memcmp((void *)&" + struct + "->"
                        + place.path() + ", &u.v, sizeof(u.v))) { bad = 1; puts(\"" + type + " " + place.path()
                        + "\"); } }\n");
            }
        }
        return c.append(write)
                .append("}\n")
                .append(read)
                .append("}\n")
                .append("int main(int argc, char **argv) {\n")
                .append("FILE *f = fopen(argv[2], argv[1][0] == 'w' ? \"w\" : \"r\");\n")
                .append("if (argv[1][0] == 'w') { memset(file, 0xA5, sizeof file); write_all();")
                .append(" return fwrite(file, 1, sizeof file, f) != sizeof file || fclose(f); }\n")
                .append("if (fread(file, 1, sizeof file, f) != sizeof file) return 2;\n")
                .append("read_all(); return bad; }\n")
                .toString();
    }

    /** A type that can be declared and assigned outside its struct. */
    private static CType plain(CType type) {
        return switch (type.bare()) {
            case CType.Pointer p -> new CType.Pointer(new CType.Incomplete("void"), p.size());
            case CType.Enumeration e when e.tag().isEmpty() -> new Scalar("unsigned int", Kind.UNSIGNED, e.size());
            case CType other -> other;
        };
    }
}
