package dev.ferrite.offheap.bindgen;

import dev.ferrite.offheap.bindgen.emit.ClassNames;
import dev.ferrite.offheap.bindgen.emit.ConstantsEmitter;
import dev.ferrite.offheap.bindgen.emit.JavaNames;
import dev.ferrite.offheap.bindgen.emit.LayoutCheckEmitter;
import dev.ferrite.offheap.bindgen.emit.StructEmitter;
import dev.ferrite.offheap.bindgen.gcc.CHeader;
import dev.ferrite.offheap.bindgen.gcc.Gcc;
import dev.ferrite.offheap.bindgen.model.BindingException;
import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CRecord.Member;
import dev.ferrite.offheap.bindgen.model.CType;
import dev.ferrite.offheap.bindgen.model.Constant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The bindings of one header: what was selected, and the text of every file.
 *
 * @param records the selected structs and unions, and those they contain
 * @param constants the selected constants by class
 * @param files Java sources by file name, such as {@code DrmVersion.java}
 * @param layoutCheck the C file with the static assertions
 * @param stamps names and digests of the headers that what was selected comes from, but for those in the folder of the
 *     given one
 */
public record Bindings(
        List<CRecord> records,
        Map<String, List<Constant>> constants,
        Map<String, String> files,
        String layoutCheck,
        List<String> stamps) {

    /**
     * Reads a header and writes everything into memory.
     *
     * @param options what to select
     * @return the bindings
     * @throws BindingException if they cannot be made
     */
    public static Bindings make(BindgenOptions options) {
        try (Gcc gcc = new Gcc(options.cc(), options.gccFlags())) {
            return new Maker(options, CHeader.read(gcc, options.header(), options.docs())).make();
        }
    }

    private static final class Maker {
        private final BindgenOptions options;
        private final CHeader header;
        private final String origin;

        Maker(BindgenOptions options, CHeader header) {
            this.options = options;
            this.header = header;
            this.origin = fileName(options.header().toString());
        }

        Bindings make() {
            List<CRecord> records = records();
            Map<String, List<Constant>> constants = constants();
            if (records.isEmpty() && constants.isEmpty()) {
                throw new BindingException("nothing selected: " + options.header()
                        + " declares no struct and no constant that the options choose");
            }
            header.align(records);
            ClassNames names = new ClassNames(records, constants.keySet());
            Map<String, String> files = new TreeMap<>();
            StructEmitter structs =
                    new StructEmitter(options.packageName(), names, records, this::wantsModes, this::wantsAddresses);
            for (CRecord record : records) {
                String from = "from " + fileName(record.source().file());
                files.put(names.of(record) + ".java", structs.emit(record, from));
            }
            ConstantsEmitter emitter = new ConstantsEmitter(options.packageName());
            List<Constant> all = new ArrayList<>();
            constants.forEach((name, list) -> {
                Set<String> from = new TreeSet<>();
                list.forEach(c -> from.add(fileName(c.source().file())));
                String sources = String.join(", ", from);
                files.put(
                        name + ".java",
                        emitter.emit(name, "Constants of {@code " + sources + "}.", "from " + sources, list));
                all.addAll(list);
            });
            List<String> stamps = stamps(records, all);
            String check = new LayoutCheckEmitter(names, header::spelling).emit(origin, stamps, records, all);
            return new Bindings(records, constants, files, check, stamps);
        }

        private List<CRecord> records() {
            Set<CRecord> chosen = new LinkedHashSet<>();
            Set<String> missing = options.askedRecords();
            for (CRecord record : header.records()) {
                missing.remove(record.name());
                String file = record.source().file();
                if (options.wantsRecord(record.name(), file, header.isSystem(file))) {
                    add(record, chosen);
                }
            }
            if (!missing.isEmpty()) {
                throw new BindingException("no struct or union of this name: " + String.join(", ", missing));
            }
            return List.copyOf(chosen);
        }

        /** A record needs the classes of the records in it. */
        private static void add(CRecord record, Set<CRecord> chosen) {
            for (Member member : record.members()) {
                CRecord inner = CType.recordOf(member.type());
                if (inner != null && !chosen.contains(inner)) {
                    add(inner, chosen);
                }
            }
            if (!record.name().isEmpty()) {
                chosen.add(record);
            }
        }

        private Map<String, List<Constant>> constants() {
            Set<String> asked = options.asked();
            Map<String, List<Constant>> classes = new TreeMap<>();
            for (Constant constant : header.enumerators()) {
                asked.remove(constant.name());
                put(constant, classes);
            }
            Map<String, String> macros = header.macros();
            List<String> wanted = new ArrayList<>();
            macros.forEach((name, file) -> {
                if (options.classOf(name, file, header.isSystem(file)) != null) {
                    wanted.add(name);
                }
            });
            header.evaluate(wanted, asked).forEach(constant -> put(constant, classes));
            return classes;
        }

        private void put(Constant constant, Map<String, List<Constant>> classes) {
            String file = constant.source().file();
            String name = options.classOf(constant.name(), file, header.isSystem(file));
            if (name == null) {
                return;
            }
            List<Constant> list =
                    classes.computeIfAbsent(name.isEmpty() ? JavaNames.header(file) : name, n -> new ArrayList<>());
            if (list.stream().noneMatch(c -> c.name().equals(constant.name()))) {
                list.add(constant);
            }
        }

        private boolean wantsModes(CRecord record, Member member) {
            return options.wantsModes(record.name() + "." + member.name())
                    || CType.isQualified(member.type(), "volatile")
                    || CType.isQualified(member.type(), "_Atomic");
        }

        private boolean wantsAddresses(CRecord record, Member member) {
            return options.wantsAddresses(record.name() + "." + member.name());
        }

        private List<String> stamps(List<CRecord> records, List<Constant> constants) {
            Set<String> files = new LinkedHashSet<>();
            records.forEach(r -> files.add(r.source().file()));
            constants.forEach(c -> files.add(c.source().file()));
            Path own = options.header().toAbsolutePath().normalize().getParent();
            Set<String> stamps = new TreeSet<>();
            for (String file : files) {
                // A header beside the selection is versioned with it: its changes must show as differences.
                if (!Objects.equals(Path.of(file).toAbsolutePath().normalize().getParent(), own)) {
                    stamps.add(fileName(file) + " " + digest(file));
                }
            }
            return List.copyOf(stamps);
        }

        private static String digest(String file) {
            try {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(file)));
                return HexFormat.of().formatHex(sum, 0, 8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        private static String fileName(@Nullable String path) {
            return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
