package dev.ferrite.offheap.struct.processor;

import dev.ferrite.offheap.bindgen.emit.ClassNames;
import dev.ferrite.offheap.bindgen.emit.StructEmitter;
import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.struct.Struct;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Writes one class for each type with {@link Struct}; javac finds it as a service. */
public final class StructProcessor extends AbstractProcessor {
    /** For javac. */
    public StructProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Struct.class.getPackageName() + ".*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // nobody else's annotations; unclaimed ones are a lint warning for users
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        StructReader reader = new StructReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
        for (Element element : round.getElementsAnnotatedWith(Struct.class)) {
            try {
                write((TypeElement) element, reader);
            } catch (StructError e) {
                processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.text(), e.element());
            } catch (IOException e) {
                processingEnv
                        .getMessager()
                        .printMessage(Diagnostic.Kind.ERROR, "cannot write the struct class: " + e, element);
            }
        }
        return true;
    }

    private void write(TypeElement type, StructReader reader) throws IOException {
        CRecord record = reader.read(type);
        String packageName = reader.packageOf(type);
        String className = reader.classNameOf(type);
        ClassNames names = new ClassNames(List.of(), Set.of());
        reader.known().forEach((element, known) -> {
            String other = reader.packageOf(element);
            String simple = reader.classNameOf(element);
            names.put(known, other.equals(packageName) || known.equals(record) ? simple : other + "." + simple);
        });
        StructEmitter emitter = new StructEmitter(
                packageName,
                names,
                List.copyOf(reader.known().values()),
                (r, member) -> reader.isShared(r, member.name()),
                (r, member) -> reader.isShared(r, member.name()));
        String source = emitter.emit(record, "from " + type.getQualifiedName());
        String qualified = packageName.isEmpty() ? className : packageName + "." + className;
        try (Writer writer =
                processingEnv.getFiler().createSourceFile(qualified, type).openWriter()) {
            writer.write(source);
        }
    }
}
