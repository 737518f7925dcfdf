package dev.ferrite.runtime.module.processor;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources with the processors of this floor. */
public final class Javac {
    private final Path folder;
    private final List<String> messages = new ArrayList<>();

    /** Writes into a folder. */
    public Javac(Path folder) {
        this.folder = folder;
    }

    /** A source file of package {@code p}; its class is the first word after {@code class} or {@code interface}. */
    private static JavaFileObject file(String source) {
        String[] parts = source.split("(?s).*?\\b(class|interface|enum)\\s+", 2);
        String name = source.startsWith("module ")
                ? "module-info"
                : "p/" + parts[parts.length - 1].split("\\W", 2)[0];
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignore) {
                return source;
            }
        };
    }

    /** Compiles files; gives whether it succeeded. */
    public boolean compile(String... sources) throws IOException {
        return compile(
                List.of("-classpath", folder + File.pathSeparator + System.getProperty("java.class.path")), sources);
    }

    private boolean compile(List<String> path, String... sources) throws IOException {
        messages.clear();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            List<String> options =
                    new ArrayList<>(List.of("-d", folder.toString(), "-s", folder.toString(), "-Xlint:all,-classfile"));
            options.addAll(path);
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    diagnostics,
                    options,
                    null,
                    Arrays.stream(sources).map(Javac::file).toList());
            task.setProcessors(List.of(new KernelModuleProcessor(), new VtableProcessor()));
            boolean good = task.call();
            for (Diagnostic<? extends JavaFileObject> d : diagnostics.getDiagnostics()) {
                messages.add(d.getLineNumber() + ": " + d.getMessage(Locale.ROOT));
            }
            return good;
        }
    }

    /** Errors and warnings of the last run, each {@code line: text}. */
    public List<String> messages() {
        return messages;
    }

    /** A loader of what was compiled; the caller closes it. */
    public URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }
}
