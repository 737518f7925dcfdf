package dev.ferrite.runtime.module.processor;

import dev.ferrite.runtime.module.KernelModuleInfo;
import dev.ferrite.runtime.module.ModuleInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;

/** Checks and writes out every {@link KernelModuleInfo}; javac finds it as a service. */
public final class KernelModuleProcessor extends TypeProcessor {
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> providers = new TreeSet<>();

    /** For javac. */
    public KernelModuleProcessor() {
        super(KernelModuleInfo.class, "Info");
    }

    @Override
    String source(TypeElement type, String packageName, String className) {
        ModuleInfo info = ModuleReader.read(type);
        String other = names.putIfAbsent(info.name(), type.getQualifiedName().toString());
        if (other != null) {
            throw new SourceError(
                    type, "module info: key 'name': " + other + " has the name '" + info.name() + "', too");
        }
        return InfoWriter.write(packageName, className, type, kind(type), info);
    }

    @Override
    void written(TypeElement type, String qualified) {
        providers.add(
                kind(type) == ModuleKind.SELF
                        ? processingEnv.getElementUtils().getBinaryName(type).toString()
                        : qualified);
    }

    @Override
    void over() {
        if (!providers.isEmpty()) {
            new Services(processingEnv).declare(providers);
        }
    }

    private ModuleKind kind(TypeElement type) {
        return ModuleKind.of(type, processingEnv.getElementUtils(), processingEnv.getTypeUtils());
    }
}
