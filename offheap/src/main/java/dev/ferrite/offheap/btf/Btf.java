package dev.ferrite.offheap.btf;

import dev.ferrite.offheap.bindgen.model.CNames;
import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CType;
import dev.ferrite.offheap.bindgen.model.CType.Enumeration;
import dev.ferrite.offheap.bindgen.model.CType.Typedef;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Type information of a kernel or a module.
 *
 * <p>Opening reads the whole file (some megabytes) and notes where each type starts; types are converted when asked for.
 * Not thread-safe.
 */
public final class Btf {
    /** Where the running kernel keeps its type information. */
    public static final Path VMLINUX = Path.of("/sys/kernel/btf/vmlinux");

    /** The help page. */
    public static final String USAGE = """
            usage: ./ferrite btf NAME... [OPTIONS]

            Prints structs of the running kernel with offsets, sizes, holes and cache lines.

              NAME            a struct, union, enum or typedef, such as task_struct; with its keyword in quotes
                              ('union thread_union') if several share the name
              --module M      also look into module M
              --file FILE     read this file instead of the kernel's
              --base FILE     what a split file continues; the file vmlinux beside it if there is one
              --list REGEX    print the names of structs and unions that match, and their sizes
            """;

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final BtfData data;
    private final BtfTypes types;

    private Btf(BtfData data) {
        this.data = data;
        this.types = new BtfTypes(data);
    }

    /**
     * Reads a file; a file of a module finds its base, {@code vmlinux}, in the same folder.
     *
     * @param path such as {@link #VMLINUX}
     * @return its types
     * @throws BtfException with one sentence if it is missing or damaged
     */
    public static Btf open(Path path) {
        Path base = path.resolveSibling("vmlinux");
        return path.endsWith("vmlinux") || !Files.exists(base) ? open(path, null) : open(path, base);
    }

    /**
     * Reads a file.
     *
     * @param path the file
     * @param base what a split file continues; null if it stands alone
     * @return its types, those of the base included
     * @throws BtfException with one sentence if it is missing or damaged
     */
    public static Btf open(Path path, @Nullable Path base) {
        BtfData first = base == null ? null : BtfData.parse(read(base), base.toString(), null);
        return new Btf(BtfData.parse(read(path), path.toString(), first));
    }

    /** The types of a section in memory. */
    static Btf of(byte[] bytes, @Nullable Btf base) {
        return new Btf(BtfData.parse(bytes, "bytes", base == null ? null : base.data));
    }

    private static byte[] read(Path path) {
        if (!Files.exists(path)) {
            throw new BtfException(
                    path.equals(VMLINUX)
                            ? "this kernel shows no type information: " + path
                                    + " is missing (it needs a kernel built with CONFIG_DEBUG_INFO_BTF)"
                            : "no such file of type information: " + path);
        }
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new BtfException("type information cannot be read: " + path + ": " + e.getMessage(), e);
        }
    }

    /**
     * How many types there are, those of the base included.
     *
     * @return the count
     */
    public int size() {
        return data.endId() - 1;
    }

    /**
     * Finds a type by name: a struct, else a union, else a typedef, else an enum.
     *
     * @param name the bare name, or with its keyword ({@code struct page}, {@code enum pid_type})
     * @return the type with its layout; alignments are deduced, for BTF has none
     * @throws BtfException if the type is damaged
     */
    public Optional<CType> find(String name) {
        int space = name.indexOf(' ');
        String keyword = space < 0 ? "" : name.substring(0, space);
        byte[] bare = name.substring(space + 1).strip().getBytes(StandardCharsets.UTF_8);
        int[][] orders = switch (keyword) {
            case "struct" -> new int[][] {{BtfData.STRUCT}};
            case "union" -> new int[][] {{BtfData.UNION}};
            case "typedef" -> new int[][] {{BtfData.TYPEDEF}};
            case "enum" -> new int[][] {{BtfData.ENUM, BtfData.ENUM64}};
            default ->
                new int[][] {{BtfData.STRUCT}, {BtfData.UNION}, {BtfData.TYPEDEF}, {BtfData.ENUM, BtfData.ENUM64}};
        };
        for (int[] kinds : orders) {
            int id = bare.length == 0 ? 0 : findId(bare, kinds);
            if (id != 0) {
                return Optional.of(guarded(id));
            }
        }
        return Optional.empty();
    }

    private CType guarded(int id) {
        try {
            return types.type(id);
        } catch (IndexOutOfBoundsException e) {
            throw new BtfException("damaged BTF: type " + id, e);
        }
    }

    /** A module's own types come first: it may have its own struct of a common name. */
    private int findId(byte[] name, int[] kinds) {
        for (int id = data.firstId(); id < data.endId(); id++) {
            if (isKind(id, kinds) && data.isNamed(id, name)) {
                return id;
            }
        }
        for (int id = 1; id < data.firstId(); id++) {
            if (isKind(id, kinds) && data.isNamed(id, name)) {
                return id;
            }
        }
        return 0;
    }

    private boolean isKind(int id, int[] kinds) {
        int kind = data.kind(id);
        for (int k : kinds) {
            if (kind == k) {
                return true;
            }
        }
        return false;
    }

    /**
     * The names of structs and unions.
     *
     * @param pattern which must match the whole name
     * @return {@code struct x} or {@code union x}, sorted
     */
    public List<String> names(Pattern pattern) {
        TreeSet<String> names = new TreeSet<>();
        for (int id = 1; id < data.endId(); id++) {
            int kind = data.kind(id);
            if (kind == BtfData.STRUCT || kind == BtfData.UNION) {
                String name = data.name(id);
                if (!name.isEmpty() && pattern.matcher(name).matches()) {
                    names.add((kind == BtfData.UNION ? "union " : "struct ") + name);
                }
            }
        }
        return List.copyOf(names);
    }

    /**
     * Prints a type as C code with offsets.
     *
     * @param type from {@link #find}
     * @return lines
     */
    public static String print(CType type) {
        return switch (type) {
            case CRecord record -> StructPrinter.print(record);
            case Enumeration enumeration -> StructPrinter.print(enumeration);
            case Typedef typedef
            when typedef.target() instanceof CRecord record && record.tag().isEmpty() ->
                "typedef " + StructPrinter.print(record);
            case Typedef typedef
            when typedef.target() instanceof Enumeration e && e.tag().isEmpty() -> StructPrinter.print(e);
            case Typedef typedef ->
                "typedef " + CNames.declare(typedef.target(), typedef.name()) + "; /* size: " + typedef.size()
                        + " */\n";
            default -> CNames.declare(type, "") + ";\n";
        };
    }

    /**
     * Runs the command {@code ./ferrite btf}.
     *
     * @param args the arguments behind {@code btf}
     * @param out for structs
     * @param err for what went wrong
     * @return the exit status: 0, 1 if something was not found or cannot be read, 2 for wrong usage
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        List<String> names = new ArrayList<>();
        Path file = VMLINUX;
        Path base = null;
        Pattern list = null;
        for (int i = 0; i < args.length; i++) {
            String option = args[i];
            if (option.equals("--help") || option.equals("-h")) {
                out.print(USAGE);
                return OK;
            }
            if (!option.startsWith("-")) {
                names.add(option);
                continue;
            }
            int equals = option.indexOf('=');
            String value = equals > 0 ? option.substring(equals + 1) : i + 1 < args.length ? args[++i] : "";
            if (value.isEmpty()) {
                return wrongUsage(err, "option " + option + " needs a value, or is unknown");
            }
            switch (equals > 0 ? option.substring(0, equals) : option) {
                case "--module" -> file = VMLINUX.resolveSibling(value);
                case "--file" -> file = Path.of(value);
                case "--base" -> base = Path.of(value);
                case "--list" -> {
                    try {
                        list = Pattern.compile(value);
                    } catch (PatternSyntaxException e) {
                        return wrongUsage(err, "not a regular expression: " + value);
                    }
                }
                default -> {
                    return wrongUsage(err, "unknown option: " + option);
                }
            }
        }
        if (names.isEmpty() && list == null) {
            return wrongUsage(err, "no name given");
        }
        try {
            Btf btf = base == null ? open(file) : open(file, base);
            return btf.print(names, list, out, err);
        } catch (BtfException e) {
            err.println("btf: " + e.getMessage());
            return FAILED;
        }
    }

    private static int wrongUsage(PrintStream err, String problem) {
        err.println("btf: " + problem + "; see ./ferrite btf --help");
        return WRONG_USAGE;
    }

    private int print(List<String> names, @Nullable Pattern list, PrintStream out, PrintStream err) {
        int status = OK;
        if (list != null) {
            for (String name : names(list)) {
                find(name).ifPresent(type -> out.printf("%8d  %s%n", type.size(), name));
            }
        }
        for (String name : names) {
            Optional<CType> type = find(name);
            if (type.isPresent()) {
                out.print(print(type.get()));
            } else {
                err.println("btf: no struct, union, typedef or enum of this name: " + name + nearest(name));
                status = FAILED;
            }
        }
        return status;
    }

    private String nearest(String name) {
        String best = "";
        int distance = 4;
        for (String candidate : names(Pattern.compile(".*"))) {
            String bare = candidate.substring(candidate.indexOf(' ') + 1);
            if (Math.abs(bare.length() - name.length()) < distance) {
                int d = distance(name, bare);
                if (d < distance) {
                    distance = d;
                    best = bare;
                }
            }
        }
        return best.isEmpty() ? "" : "; nearest is " + best;
    }

    /** How many letters to insert, delete or replace. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
