package dev.ferrite.offheap.bindgen.emit;

import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CRecord.Member;
import dev.ferrite.offheap.bindgen.model.CType;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The getter and setter of a place, found by the names that the emitter gives. */
record Accessor(List<Step> outer, Method get, Optional<Method> set, List<Object> indices) {
    private record Step(Method slice, List<Object> indices) {}

    static Accessor find(String packageName, ClassNames names, CRecord record, List<Object> path)
            throws ReflectiveOperationException {
        List<Step> steps = new ArrayList<>();
        CRecord at = record;
        for (int i = 0; ; ) {
            Member member = (Member) path.get(i++);
            List<Object> indices = new ArrayList<>();
            while (i < path.size() && path.get(i) instanceof Integer index) {
                indices.add((long) index);
                i++;
            }
            Class<?> owner = Class.forName(packageName + "." + names.of(at).replace('.', '$'));
            Field field = Field.of(at).stream()
                    .filter(f -> f.member().equals(member))
                    .findFirst()
                    .orElseThrow();
            Method method = method(owner, field.java(), 1 + indices.size(), false);
            if (i == path.size()) {
                return new Accessor(
                        steps,
                        method,
                        CType.isQualified(member.type(), "const")
                                ? Optional.empty()
                                : Optional.of(method(owner, field.java(), 2 + indices.size(), true)),
                        indices);
            }
            steps.add(new Step(method, indices));
            CRecord inner = CType.recordOf(member.type());
            if (inner == null) {
                throw new IllegalStateException("no struct inside " + member.name());
            }
            at = inner;
        }
    }

    private static Method method(Class<?> owner, String name, int parameters, boolean isVoid) {
        for (Method method : owner.getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == parameters
                    && method.getParameterTypes()[0] == MemorySegment.class
                    && isVoid == (method.getReturnType() == void.class)) {
                return method;
            }
        }
        throw new IllegalStateException(owner + " has no " + name + " of " + parameters);
    }

    boolean isWritable() {
        return set.isPresent();
    }

    private MemorySegment inner(MemorySegment struct) throws ReflectiveOperationException {
        MemorySegment at = struct;
        for (Step step : outer) {
            at = (MemorySegment) invoke(step.slice, at, step.indices);
        }
        return at;
    }

    Object get(MemorySegment struct) throws ReflectiveOperationException {
        return invoke(get, inner(struct), indices);
    }

    void set(MemorySegment struct, Object value) throws ReflectiveOperationException {
        List<Object> all = new ArrayList<>(indices);
        all.add(value);
        invoke(set.orElseThrow(), inner(struct), all);
    }

    private static Object invoke(Method method, MemorySegment first, List<Object> rest)
            throws ReflectiveOperationException {
        List<Object> all = new ArrayList<>();
        all.add(first);
        all.addAll(rest);
        return method.invoke(null, all.toArray());
    }
}
