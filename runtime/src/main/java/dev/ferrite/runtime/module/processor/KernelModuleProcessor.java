package dev.ferrite.runtime.module.processor;

import dev.ferrite.runtime.module.KernelModuleInfo;
import dev.ferrite.runtime.module.ModuleInfo;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Checks and writes out every {@link KernelModuleInfo}; javac finds it as a service. */
public final class KernelModuleProcessor extends AbstractProcessor {
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> providers = new TreeSet<>();

    /** For javac. */
    public KernelModuleProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(KernelModuleInfo.class.getName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // nobody else's annotation; an unclaimed one is a lint warning for users
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element element : round.getElementsAnnotatedWith(KernelModuleInfo.class)) {
            try {
                write((TypeElement) element);
            } catch (SourceError e) {
                e.print(processingEnv.getMessager());
            } catch (IOException e) {
                processingEnv
                        .getMessager()
                        .printMessage(Diagnostic.Kind.ERROR, "cannot write the module's facts: " + e, element);
            }
        }
        if (round.processingOver() && !round.errorRaised() && !providers.isEmpty()) {
            new Services(processingEnv).declare(providers);
        }
        return true;
    }

    private void write(TypeElement type) throws IOException {
        ModuleInfo info = ModuleReader.read(type);
        ModuleKind kind = ModuleKind.of(type, processingEnv.getElementUtils(), processingEnv.getTypeUtils());
        String other = names.putIfAbsent(info.name(), type.getQualifiedName().toString());
        if (other != null) {
            throw new SourceError(
                    type, "module info: key 'name': " + other + " has the name '" + info.name() + "', too");
        }
        String packageName = processingEnv
                .getElementUtils()
                .getPackageOf(type)
                .getQualifiedName()
                .toString();
        String className = type.getSimpleName() + "Info";
        String qualified = packageName.isEmpty() ? className : packageName + "." + className;
        try (Writer writer =
                processingEnv.getFiler().createSourceFile(qualified, type).openWriter()) {
            writer.write(InfoWriter.write(packageName, className, type, kind, info));
        }
        providers.add(
                kind == ModuleKind.SELF
                        ? processingEnv.getElementUtils().getBinaryName(type).toString()
                        : qualified);
    }
}
