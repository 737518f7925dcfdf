package dev.ferrite.offheap.struct.processor;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources with the struct processor. */
final class Javac {
    private final Path folder;
    private final List<String> messages = new ArrayList<>();

    Javac(Path folder) {
        this.folder = folder;
    }

    /** Compiles one file of package {@code p}; gives whether it succeeded. */
    boolean compile(String className, String source) throws IOException {
        messages.clear();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///p/" + className + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignore) {
                        return source;
                    }
                };
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    diagnostics,
                    List.of(
                            "-d",
                            folder.toString(),
                            "-s",
                            folder.toString(),
                            "-Xlint:all",
                            "-classpath",
                            folder + File.pathSeparator + System.getProperty("java.class.path")),
                    null,
                    List.of(file));
            task.setProcessors(List.of(new StructProcessor()));
            boolean good = task.call();
            for (Diagnostic<? extends JavaFileObject> d : diagnostics.getDiagnostics()) {
                messages.add(d.getLineNumber() + ": " + d.getMessage(Locale.ROOT));
            }
            return good;
        }
    }

    /** Errors and warnings of the last run, each {@code line: text}. */
    List<String> messages() {
        return messages;
    }

    /** The source that was written for a class. */
    String generated(String className) throws IOException {
        return Files.readString(folder.resolve("p").resolve(className + ".java"));
    }

    /** A compiled class of package {@code p}. */
    Class<?> load(String className) throws Exception {
        ClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        return Class.forName("p." + className, true, loader);
    }
}
