package dev.ferrite.runtime.module.processor;

import dev.ferrite.runtime.module.KernelModuleInfo;
import dev.ferrite.runtime.module.ModuleInfo;
import dev.ferrite.runtime.module.ModuleParam;
import dev.ferrite.runtime.module.ParamType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Reads the facts of a module from its annotation, with the rules of {@link ModuleInfo} itself. */
final class ModuleReader {
    private static final Pattern KEY = Pattern.compile("key '(\\w+)'");

    private ModuleReader() {}

    static ModuleInfo read(TypeElement type) {
        Keys keys = new Keys(type, annotation(type));
        ModuleInfo.Builder builder = ModuleInfo.builder(keys.text("name"));
        keys.texts("authors").forEach(builder::author);
        if (keys.has("description")) {
            builder.description(keys.text("description"));
        }
        builder.license(keys.text("license"));
        keys.texts("alias").forEach(builder::alias);
        keys.texts("firmware").forEach(builder::firmware);
        for (String needed : keys.texts("depends")) {
            if (needed.equals(keys.text("name"))) {
                throw keys.error("depends", "module info: key 'depends': module " + needed + " depends on itself");
            }
            builder.depends(needed);
        }
        keys.annotations("params").forEach(param -> builder.param(param(param)));
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            String text = String.valueOf(e.getMessage());
            throw keys.error(keyOf(text), text);
        }
    }

    private static ModuleParam param(Keys keys) {
        try {
            return new ModuleParam(
                    keys.text("name"),
                    ParamType.valueOf(keys.constant("type")),
                    keys.text("value"),
                    keys.text("description"));
        } catch (IllegalArgumentException e) {
            throw keys.error(String.valueOf(e.getMessage()));
        }
    }

    /** The key of the annotation that a message is about. */
    private static String keyOf(String message) {
        Matcher key = KEY.matcher(message);
        return !key.find()
                ? ""
                : switch (key.group(1)) {
                    case "author" -> "authors";
                    case "parm" -> "params";
                    default -> key.group(1);
                };
    }

    private static AnnotationMirror annotation(TypeElement type) {
        String name = KernelModuleInfo.class.getName();
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            if (((TypeElement) mirror.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(name)) {
                return mirror;
            }
        }
        throw new IllegalStateException(type + " has no " + name);
    }
}
