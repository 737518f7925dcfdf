package dev.ferrite.runtime.module.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Declares modules as services: in a file for the class path, and by a look at {@code module-info}. */
final class Services {
    private static final String SERVICE = "dev.ferrite.runtime.module.ModuleType";
    private static final String FILE = "META-INF/services/" + SERVICE;

    private final ProcessingEnvironment environment;

    Services(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    void declare(Set<String> providers) {
        Set<String> missing = new TreeSet<>(providers);
        for (String provider : providers) {
            TypeElement type = environment.getElementUtils().getTypeElement(provider.replace('$', '.'));
            ModuleElement module =
                    type == null ? null : environment.getElementUtils().getModuleOf(type);
            if (module == null || module.isUnnamed() || provides(module).contains(provider.replace('$', '.'))) {
                missing.remove(provider);
            }
        }
        for (String provider : missing) {
            environment
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.WARNING,
                            "module-info should say: provides " + SERVICE + " with " + provider
                                    + "; nobody finds the module otherwise");
        }
        write(providers);
    }

    private static Set<String> provides(ModuleElement module) {
        Set<String> names = new HashSet<>();
        for (ModuleElement.Directive directive : module.getDirectives()) {
            if (directive instanceof ModuleElement.ProvidesDirective provides
                    && provides.getService().getQualifiedName().contentEquals(SERVICE)) {
                provides.getImplementations()
                        .forEach(type -> names.add(type.getQualifiedName().toString()));
            }
        }
        return names;
    }

    private void write(Set<String> providers) {
        Set<String> lines = new TreeSet<>(providers);
        try {
            FileObject before = environment.getFiler().getResource(StandardLocation.CLASS_OUTPUT, "", FILE);
            before.getCharContent(true)
                    .toString()
                    .lines()
                    .map(String::strip)
                    .filter(this::isThere)
                    .forEach(lines::add);
        } catch (IOException none) {
            // the first build, or nothing declared by hand
        }
        try (Writer writer = environment
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", FILE)
                .openWriter()) {
            for (String line : lines) {
                writer.write(line + "\n");
            }
        } catch (IOException e) {
            environment.getMessager().printMessage(Diagnostic.Kind.ERROR, "cannot write " + FILE + ": " + e);
        }
    }

    /** Whether a line of an earlier build names a class that still is one. */
    private boolean isThere(String line) {
        return !line.isEmpty() && environment.getElementUtils().getTypeElement(line.replace('$', '.')) != null;
    }
}
