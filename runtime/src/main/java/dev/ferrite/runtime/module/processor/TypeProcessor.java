package dev.ferrite.runtime.module.processor;

import java.io.IOException;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** What processors of one annotation on types have in common: each type gets a class beside it, or an error where it is. */
abstract class TypeProcessor extends AbstractProcessor {
    private final Class<? extends Annotation> annotation;
    private final String suffix;

    /** The class beside type {@code X} is called {@code X} and a suffix. */
    TypeProcessor(Class<? extends Annotation> annotation, String suffix) {
        this.annotation = annotation;
        this.suffix = suffix;
    }

    /** Checks a type and writes the source of its class; throws SourceError. */
    abstract String source(TypeElement type, String packageName, String className);

    /** A class was written beside a type. */
    void written(TypeElement type, String qualified) {}

    /** No more types will come. */
    void over() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(annotation.getName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // nobody else's annotation; an unclaimed one is a lint warning for users
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element element : round.getElementsAnnotatedWith(annotation)) {
            try {
                write((TypeElement) element);
            } catch (SourceError e) {
                e.print(processingEnv.getMessager());
            } catch (IOException e) {
                String what = "cannot write what belongs to @" + annotation.getSimpleName() + ": " + e;
                processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, what, element);
            }
        }
        if (round.processingOver() && !round.errorRaised()) {
            over();
        }
        return true;
    }

    private void write(TypeElement type) throws IOException {
        String packageName = processingEnv
                .getElementUtils()
                .getPackageOf(type)
                .getQualifiedName()
                .toString();
        String className = type.getSimpleName() + suffix;
        String qualified = packageName.isEmpty() ? className : packageName + "." + className;
        String source = source(type, packageName, className);
        try (Writer writer =
                processingEnv.getFiler().createSourceFile(qualified, type).openWriter()) {
            writer.write(source);
        }
        written(type, qualified);
    }
}
