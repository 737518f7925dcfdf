package dev.ferrite.runtime.module.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What the annotated class is, and so what its entry points do. */
enum ModuleKind {
    /** Has its own entry points. */
    SELF("dev.ferrite.runtime.module.ModuleType", ""),
    /** Built as a whole. */
    MODULE("dev.ferrite.runtime.module.Module", "return %s.init(self);"),
    /** Filled field by field. */
    IN_PLACE(
            "dev.ferrite.runtime.module.InPlaceModule",
            "return dev.ferrite.runtime.module.InPlaceModule.load(new %s(), self);"),
    /** {@code module_auxiliary_driver!}. */
    AUXILIARY(
            "dev.ferrite.runtime.auxiliary.AuxiliaryDriver",
            "return dev.ferrite.runtime.auxiliary.AuxiliaryBus.system().register(new %s(), self)::close;"),
    /** {@code module_platform_driver!}. */
    PLATFORM(
            "dev.ferrite.runtime.platform.PlatformDriver",
            "return dev.ferrite.runtime.platform.PlatformBus.system().register(new %s(), self)::close;"),
    /** {@code module_pci_driver!}. */
    PCI(
            "dev.ferrite.runtime.pci.PciDriver",
            "return dev.ferrite.runtime.pci.PciBus.system().register(new %s(), self)::close;");

    private final String interfaceName;
    private final String init;

    ModuleKind(String interfaceName, String init) {
        this.interfaceName = interfaceName;
        this.init = init;
    }

    /** The body of the init entry. */
    String init(TypeElement type) {
        return String.format(init, type.getQualifiedName());
    }

    /** What a class is; a mistake if it is nothing, several things, or cannot be made. */
    static ModuleKind of(TypeElement type, Elements elements, Types types) {
        List<ModuleKind> kinds = new ArrayList<>();
        for (ModuleKind kind : values()) {
            TypeElement wanted = elements.getTypeElement(kind.interfaceName);
            if (wanted != null && types.isSubtype(types.erasure(type.asType()), types.erasure(wanted.asType()))) {
                kinds.add(kind);
            }
        }
        if (kinds.size() != 1) {
            throw new SourceError(
                    type,
                    "@KernelModuleInfo belongs on one of Module, InPlaceModule, AuxiliaryDriver, PlatformDriver, PciDriver"
                            + " and ModuleType: " + type.getSimpleName() + " is "
                            + (kinds.isEmpty()
                                    ? "none"
                                    : String.join(
                                            " and ",
                                            kinds.stream()
                                                    .map(ModuleKind::simpleName)
                                                    .toList())));
        }
        ModuleKind kind = kinds.getFirst();
        kind.checkReach(type);
        if (kind == MODULE) {
            checkInit(type, types);
        } else {
            kind.checkConstructor(type);
        }
        return kind;
    }

    private String simpleName() {
        return interfaceName.substring(interfaceName.lastIndexOf('.') + 1);
    }

    private void checkReach(TypeElement type) {
        if (type.getKind() == ElementKind.INTERFACE || type.getModifiers().contains(Modifier.ABSTRACT)) {
            throw new SourceError(type, "a module's class is not abstract: " + type.getSimpleName());
        }
        Element each = type;
        while (each != null && each.getKind() != ElementKind.PACKAGE) {
            Element around = each.getEnclosingElement();
            boolean inner = around != null
                    && around.getKind() != ElementKind.PACKAGE
                    && !each.getModifiers().contains(Modifier.STATIC);
            if (inner || each.getModifiers().contains(Modifier.PRIVATE)) {
                throw new SourceError(type, "a module's class is neither private nor inner: " + type.getSimpleName());
            }
            if (this == SELF && !each.getModifiers().contains(Modifier.PUBLIC)) {
                throw new SourceError(
                        type, "a ModuleType is public, for ServiceLoader makes it: " + type.getSimpleName());
            }
            each = around;
        }
    }

    private static void checkInit(TypeElement type, Types types) {
        TypeMirror wanted = types.erasure(type.asType());
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (method.getSimpleName().contentEquals("init")
                    && method.getModifiers().contains(Modifier.STATIC)
                    && !method.getModifiers().contains(Modifier.PRIVATE)
                    && method.getParameters().size() == 1
                    && method.getParameters().getFirst().asType().toString().endsWith("ThisModule")
                    && types.isSubtype(types.erasure(method.getReturnType()), wanted)) {
                return;
            }
        }
        throw new SourceError(
                type, "a Module needs 'static " + type.getSimpleName() + " init(ThisModule self)', not private");
    }

    private void checkConstructor(TypeElement type) {
        for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            if (constructor.getParameters().isEmpty()
                    && !constructor.getModifiers().contains(Modifier.PRIVATE)
                    && (this != SELF || constructor.getModifiers().contains(Modifier.PUBLIC))) {
                return;
            }
        }
        throw new SourceError(
                type,
                "a module's class that is a " + simpleName() + " needs a " + (this == SELF ? "public " : "")
                        + "constructor without parameters: " + type.getSimpleName());
    }
}
