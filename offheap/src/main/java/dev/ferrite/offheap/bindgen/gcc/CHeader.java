package dev.ferrite.offheap.bindgen.gcc;

import dev.ferrite.offheap.bindgen.dwarf.DwarfTypes;
import dev.ferrite.offheap.bindgen.model.BindingException;
import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CRecord.Member;
import dev.ferrite.offheap.bindgen.model.CType;
import dev.ferrite.offheap.bindgen.model.CType.Array;
import dev.ferrite.offheap.bindgen.model.CType.Enumeration;
import dev.ferrite.offheap.bindgen.model.CType.Enumerator;
import dev.ferrite.offheap.bindgen.model.CType.Source;
import dev.ferrite.offheap.bindgen.model.CType.Typedef;
import dev.ferrite.offheap.bindgen.model.Constant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A header that compiles: its types from debug information, its macros from the preprocessor. */
public final class CHeader {
    private final Gcc gcc;
    private final Path path;
    private final Preprocessed text;
    private final DwarfTypes types;
    private final KernelDoc docs = new KernelDoc();
    private final boolean withDocs;
    private final Map<CRecord, String> spelling = new LinkedHashMap<>();

    private CHeader(Gcc gcc, Path path, Preprocessed text, DwarfTypes types, boolean withDocs) {
        this.gcc = gcc;
        this.path = path;
        this.text = text;
        this.types = types;
        this.withDocs = withDocs;
    }

    /**
     * Compiles a header.
     *
     * @param gcc the compiler
     * @param path the header
     * @param withDocs whether comments are read, too
     * @return what it declares
     * @throws BindingException with the compiler's own message if it has an error
     */
    public static CHeader read(Gcc gcc, Path path, boolean withDocs) {
        if (!Files.isReadable(path)) {
            throw new BindingException("header cannot be read: " + path);
        }
        Path object = gcc.file("types.so");
        gcc.runOrFail(List.of(
                "-w",
                "-x",
                "c",
                "-gdwarf-5",
                "-gno-strict-dwarf",
                "-gz=none",
                "-fno-eliminate-unused-debug-types",
                "-shared",
                "-fPIC",
                "-nostdlib",
                "-o",
                object.toString(),
                path.toString()));
        String macros = gcc.runOrFail(List.of("-w", "-E", "-dD", "-x", "c", path.toString()));
        return new CHeader(gcc, path, new Preprocessed(macros), DwarfTypes.read(object), withDocs);
    }

    /**
     * Records with a name, in source order; alignments are 0 until {@link #align} is called.
     *
     * @return structs and unions
     */
    public List<CRecord> records() {
        return types.records();
    }

    /**
     * Whether a file is a system header: found on the compiler's own search path.
     *
     * @param file as in {@link Source#file()}
     * @return gcc's judgement
     */
    public boolean isSystem(String file) {
        return text.isSystem(file);
    }

    /**
     * All files that were read.
     *
     * @return paths as gcc prints them
     */
    public Set<String> files() {
        return text.files();
    }

    /**
     * Asks the compiler for the alignment of records, those without a name inside them included, and reads their
     * comments.
     *
     * @param records records with names
     */
    public void align(Collection<CRecord> records) {
        records.forEach(record -> spell(record, record.cName(), spelling));
        Map<String, Long> values = new Probe(gcc, path.toAbsolutePath())
                .integers(spelling.values().stream()
                        .map(s -> "_Alignof(" + s + ")")
                        .toList());
        spelling.forEach((record, s) -> record.align(values.getOrDefault("_Alignof(" + s + ")", 1L)));
        if (withDocs) {
            spelling.keySet().forEach(this::document);
        }
    }

    /**
     * How C code writes the type of a record, also of one that only a member names.
     *
     * @param record one that {@link #align} has seen
     * @return an expression for {@code sizeof}
     */
    public String spelling(CRecord record) {
        return spelling.getOrDefault(record, record.cName());
    }

    private static void spell(CRecord record, String name, Map<CRecord, String> into) {
        if (into.putIfAbsent(record, name) != null) {
            return;
        }
        for (Member member : record.members()) {
            CRecord inner = CType.recordOf(member.type());
            if (inner == null || !inner.name().isEmpty()) {
                continue;
            }
            if (member.name().isEmpty()) {
                for (Member hidden : inner.members()) {
                    spellMember(name, hidden, into);
                }
            } else {
                spellMember(name, member, into);
            }
        }
    }

    private static void spellMember(String outer, Member member, Map<CRecord, String> into) {
        CRecord inner = CType.recordOf(member.type());
        if (inner == null || !inner.name().isEmpty()) {
            return;
        }
        if (member.name().isEmpty()) {
            inner.members().forEach(hidden -> spellMember(outer, hidden, into));
            return;
        }
        StringBuilder element = new StringBuilder("((" + outer + " *)0)->" + member.name());
        CType type = member.type().bare();
        while (type instanceof Array a) {
            element.append("[0]");
            type = a.element().bare();
        }
        spell(inner, "__typeof__(" + element + ")", into);
    }

    private void document(CRecord record) {
        KernelDoc.Doc doc = docs.above(record.source(), record.name());
        record.doc(doc.text());
        documentMembers(record, doc.members());
    }

    private void documentMembers(CRecord record, Map<String, String> fromBlock) {
        record.members().replaceAll(member -> {
            String own = docs.member(member.source(), member.name());
            return member.withDoc(own.isEmpty() ? fromBlock.getOrDefault(member.name(), "") : own);
        });
        for (Member member : record.members()) {
            if (member.name().isEmpty() && member.type().bare() instanceof CRecord anonymous) {
                documentMembers(anonymous, fromBlock);
            }
        }
    }

    /**
     * The enumerators of the whole header.
     *
     * @return one constant each, in source order
     */
    public List<Constant> enumerators() {
        List<Constant> constants = new ArrayList<>();
        for (Enumeration enumeration : types.enumerations()) {
            String owner = owner(enumeration);
            Map<String, String> words = withDocs
                    ? docs.above(enumeration.source(), enumeration.tag()).members()
                    : Map.of();
            for (Enumerator e : enumeration.values()) {
                boolean negative = enumeration.signed() && e.value() < 0;
                constants.add(new Constant(
                        e.name(),
                        Constant.narrow(e.value(), enumeration.size(), negative),
                        e.value(),
                        owner,
                        "",
                        words.getOrDefault(e.name(), ""),
                        enumeration.source()));
            }
        }
        return constants;
    }

    private String owner(Enumeration enumeration) {
        if (!enumeration.tag().isEmpty()) {
            return "enum " + enumeration.tag();
        }
        for (Typedef typedef : types.typedefs()) {
            if (typedef.target().equals(enumeration)) {
                return typedef.name();
            }
        }
        return "an unnamed enum";
    }

    /**
     * The names of macros without parameters that have a body, in source order.
     *
     * @return name to the file that defines it
     */
    public Map<String, String> macros() {
        Map<String, String> names = new LinkedHashMap<>();
        text.macros().forEach((name, macro) -> {
            if (!macro.body().isEmpty()) {
                names.put(name, macro.source().file());
            }
        });
        return names;
    }

    /**
     * Evaluates macros.
     *
     * @param names the macros
     * @param asked those among them, or others, that must work
     * @return the values of those that are constants, in the order of the names
     * @throws BindingException naming a macro that was asked for and is none, or is no constant
     */
    public List<Constant> evaluate(Collection<String> names, Set<String> asked) {
        for (String name : asked) {
            if (!text.macros().containsKey(name)) {
                throw new BindingException(
                        text.isFunctionLike(name)
                                ? "macro " + name + " takes parameters: only macros without parameters are constants"
                                : "no macro or enumerator of this name: " + name);
            }
        }
        Probe probe = new Probe(gcc, path.toAbsolutePath());
        List<String> numbers = new ArrayList<>();
        for (String name : names) {
            String body = text.macros().get(name) == null
                    ? ""
                    : text.macros().get(name).body();
            if (isExpression(body) && !isString(body)) {
                numbers.add(name);
            }
        }
        Map<String, Probe.Value> values = probe.values(numbers);
        List<Constant> constants = new ArrayList<>();
        for (String name : names) {
            Macro macro = text.macros().get(name);
            if (macro == null) {
                continue;
            }
            Probe.Value value = values.get(name);
            if (isString(macro.body())) {
                constants.add(constant(macro, unquote(macro.body()), 0));
            } else if (value != null) {
                constants.add(constant(macro, java(macro, value), value.real() ? 0 : value.bits()));
            } else if (asked.contains(name)) {
                throw new BindingException("macro " + name + " cannot be evaluated: "
                        + probe.failures().getOrDefault(name, "it is no expression") + ": " + macro.body());
            }
        }
        return constants;
    }

    private Object java(Macro macro, Probe.Value value) {
        if (value.real()) {
            return Double.longBitsToDouble(value.bits());
        }
        boolean word = text.isIoctl(macro) && value.bits() >>> 32 == 0;
        return Constant.narrow(value.bits(), word ? 4 : value.size(), value.negative());
    }

    private Constant constant(Macro macro, Object value, long bits) {
        String doc = withDocs ? docs.above(macro.source(), macro.name()).text() : "";
        return new Constant(macro.name(), value, bits, "", macro.body(), doc, macro.source());
    }

    /** Refuses what would spoil the lines around it. */
    private static boolean isExpression(String text) {
        String body = text.replaceAll("'(?:\\\\.|[^'\\\\])'", "0");
        int depth = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '{' || c == '}' || c == ';' || c == '#') {
                return false;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0 && !body.isEmpty();
    }

    private static boolean isString(String body) {
        return body.matches("\"(?:[^\"\\\\]|\\\\[\"\\\\ntr])*\"");
    }

    private static String unquote(String literal) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            if (c == '\\') {
                i++;
                c = switch (literal.charAt(i)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    default -> literal.charAt(i);
                };
            }
            text.append(c);
        }
        return text.toString();
    }
}
