package dev.ferrite.offheap.bindgen;

import dev.ferrite.offheap.bindgen.model.BindingException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The command {@code ./ferrite bindgen}: struct classes and constants from a C header.
 *
 * <p>It needs gcc, takes about half a second for the headers of DRM, and writes the same bytes for the same headers.
 */
public final class Bindgen {
    /** The help page. */
    public static final String USAGE = """
            usage: ./ferrite bindgen HEADER --package P --out DIR [OPTIONS]

            Writes one Java class for each struct and union of a C header, and one for its constants.

              HEADER              the header; write one that includes several to select from them
              --package P         the package of the classes
              --out DIR           the source root, such as src/main/java; the package's folder is made below it

            What is selected; without any of these: all that HEADER and the files it includes with quotes declare
              --include REGEX     structs and unions by name, from any header
              --constants [CLASS=]REGEX
                                  macros and enumerators by name, from any header, into CLASS or the class of the
                                  header that defines them (drm.h: DrmH); a name without wildcards that has no
                                  constant value is an error
              --from REGEX        all that files with such a path declare
              --exclude REGEX     names that --from and the default leave out

            How they are accessed
              --modes REGEX       int and long members, as struct.member, that get acquire, release, opaque, volatile,
                                  compare-and-set and get-and-add; those declared volatile or _Atomic get them anyway
              --addresses REGEX   the same, and also by address without checks, for words in mapped memory

            The compiler
              -I DIR              where headers are
              -D NAME[=VALUE]     defines a macro
              --cc COMMAND        another gcc; cross compilers for 64-bit little-endian machines work, too

            The rest
              --no-docs           leaves the header's comments out of the Javadoc; they are the header's text, under
                                  its licence
              --check-file FILE   also writes a C file of static assertions over all sizes, offsets and values
              --check             writes nothing; says what differs from the files that are there, and exits with 1 if
                                  something does, with 3 if the headers are not those the check file was made from
              @FILE               options from a file, one a line; its paths start at its own folder

            Give an option several times to add to it. Regular expressions must match the whole name.
            """;

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int OTHER_HEADERS = 3;

    private static final String MARK = "// Generated from ";

    private Bindgen() {}

    /**
     * Runs the command.
     *
     * @param args the arguments behind {@code bindgen}
     * @param out for what was done
     * @param err for what went wrong
     * @return the exit status: 0, 1 if it failed, 2 for wrong usage, 3 if {@code --check} met other headers
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        BindgenOptions options;
        try {
            options = BindgenOptions.parse(List.of(args));
        } catch (BindingException e) {
            err.println("bindgen: " + e.getMessage() + "; see ./ferrite bindgen --help");
            return WRONG_USAGE;
        }
        if (options.help()) {
            out.print(USAGE);
            return OK;
        }
        try {
            Bindings bindings = Bindings.make(options);
            return options.check() ? check(options, bindings, out, err) : write(options, bindings, out);
        } catch (BindingException e) {
            err.println("bindgen: " + e.getMessage());
            return FAILED;
        } catch (IOException e) {
            err.println("bindgen: " + e);
            return FAILED;
        }
    }

    private static Map<Path, String> outputs(BindgenOptions options, Bindings bindings) {
        Map<Path, String> outputs = new TreeMap<>();
        bindings.files().forEach((name, text) -> outputs.put(options.out().resolve(name), text));
        Path checkFile = options.checkFile();
        if (checkFile != null) {
            outputs.put(checkFile, bindings.layoutCheck());
        }
        return outputs;
    }

    private static int write(BindgenOptions options, Bindings bindings, PrintStream out) throws IOException {
        int written = 0;
        for (Map.Entry<Path, String> file : outputs(options, bindings).entrySet()) {
            Path folder = file.getKey().toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (!isThere(file.getKey(), file.getValue())) {
                Files.writeString(file.getKey(), file.getValue());
                written++;
            }
        }
        int constants =
                bindings.constants().values().stream().mapToInt(List::size).sum();
        out.println(bindings.records().size() + " structs and unions, " + constants + " constants; " + written
                + " files written to " + options.out());
        for (Path stale : stale(options, bindings)) {
            out.println("no longer generated, delete it: " + stale);
        }
        return OK;
    }

    private static boolean isThere(Path file, String text) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(text);
    }

    /** Generated files in the folder that this run does not know. */
    private static List<Path> stale(BindgenOptions options, Bindings bindings) throws IOException {
        List<Path> stale = new ArrayList<>();
        if (!Files.isDirectory(options.out())) {
            return stale;
        }
        try (Stream<Path> files = Files.list(options.out())) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".java")
                        && !bindings.files().containsKey(name)
                        && Files.readString(file).startsWith(MARK)) {
                    stale.add(file);
                }
            }
        }
        return stale;
    }

    private static int check(BindgenOptions options, Bindings bindings, PrintStream out, PrintStream err)
            throws IOException {
        Path checkFile = options.checkFile();
        if (checkFile != null && Files.exists(checkFile)) {
            String committed = Files.readString(checkFile);
            for (String stamp : bindings.stamps()) {
                if (!committed.contains(" *   " + stamp + "\n")) {
                    err.println("bindgen: the headers here are not those the bindings were made from: " + stamp);
                    return OTHER_HEADERS;
                }
            }
        }
        List<String> differences = new ArrayList<>();
        for (Map.Entry<Path, String> file : outputs(options, bindings).entrySet()) {
            if (!isThere(file.getKey(), file.getValue())) {
                differences.add((Files.exists(file.getKey()) ? "differs: " : "missing: ") + file.getKey());
            }
        }
        for (Path stale : stale(options, bindings)) {
            differences.add("no longer generated: " + stale);
        }
        differences.forEach(err::println);
        if (differences.isEmpty()) {
            out.println(bindings.files().size() + " files are up to date");
        }
        return differences.isEmpty() ? OK : FAILED;
    }
}
