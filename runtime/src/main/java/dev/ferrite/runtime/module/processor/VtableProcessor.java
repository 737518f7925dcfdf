package dev.ferrite.runtime.module.processor;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.util.Trees;
import dev.ferrite.runtime.vtable.Vtable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Writes the table of every interface with {@link Vtable}; javac finds it as a service. */
public final class VtableProcessor extends TypeProcessor {
    private static final int MOST = Long.SIZE;

    /** For javac. */
    public VtableProcessor() {
        super(Vtable.class, "Vtable");
    }

    @Override
    String source(TypeElement type, String packageName, String className) {
        if (type.getKind() != ElementKind.INTERFACE || !type.getTypeParameters().isEmpty()) {
            throw new SourceError(type, "@Vtable belongs on an interface without type parameters");
        }
        return new VtableWriter(processingEnv.getTypeUtils()).write(packageName, className, type, optional(type));
    }

    private List<ExecutableElement> optional(TypeElement type) {
        List<ExecutableElement> optional = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (!method.isDefault()) {
                continue;
            }
            String name = method.getSimpleName().toString();
            if (!seen.add(name)) {
                throw new SourceError(method, "optional operations have names of their own: " + name);
            }
            if (!throwsAbsent(method, name)) {
                throw new SourceError(
                        method, "an optional operation has no body but: throw VtableOps.absent(\"" + name + "\");");
            }
            optional.add(method);
        }
        if (optional.size() > MOST) {
            throw new SourceError(type, "at most " + MOST + " optional operations: " + optional.size());
        }
        return optional;
    }

    /** Whether the body is the one that is allowed; true where the compiler does not show bodies. */
    private boolean throwsAbsent(ExecutableElement method, String name) {
        MethodTree tree = tree(method);
        if (tree == null || tree.getBody() == null) {
            return true;
        }
        List<? extends StatementTree> body = tree.getBody().getStatements();
        return body.size() == 1
                && body.getFirst() instanceof ThrowTree thrown
                && thrown.getExpression() instanceof MethodInvocationTree call
                && isAbsent(call.getMethodSelect())
                && call.getArguments().size() == 1
                && call.getArguments().getFirst() instanceof LiteralTree literal
                && name.equals(literal.getValue());
    }

    private static boolean isAbsent(ExpressionTree method) {
        String text = method.toString();
        return text.equals("absent") || text.equals("VtableOps.absent") || text.endsWith(".VtableOps.absent");
    }

    private @Nullable MethodTree tree(ExecutableElement method) {
        try {
            return Trees.instance(processingEnv).getTree(method);
        } catch (IllegalArgumentException | LinkageError anotherCompiler) {
            return null;
        }
    }
}
