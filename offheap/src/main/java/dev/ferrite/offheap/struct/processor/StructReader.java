package dev.ferrite.offheap.struct.processor;

import dev.ferrite.offheap.bindgen.emit.JavaNames;
import dev.ferrite.offheap.bindgen.emit.StructEmitter;
import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CRecord.Member;
import dev.ferrite.offheap.bindgen.model.CType;
import dev.ferrite.offheap.bindgen.model.CType.Kind;
import dev.ferrite.offheap.bindgen.model.CType.Scalar;
import dev.ferrite.offheap.bindgen.model.CType.Source;
import dev.ferrite.offheap.struct.Align;
import dev.ferrite.offheap.struct.Array;
import dev.ferrite.offheap.struct.CacheLine;
import dev.ferrite.offheap.struct.Offset;
import dev.ferrite.offheap.struct.Shared;
import dev.ferrite.offheap.struct.Struct;
import dev.ferrite.offheap.struct.Unsigned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Lays out annotated types by C's rules: every member at the next multiple of its alignment, the size a multiple of the
 * largest alignment. A member on cache lines of its own starts on one, and the next member starts on another.
 */
final class StructReader {
    private static final int LARGEST_ALIGNMENT = 4096;
    private static final long LARGEST_SIZE = 1L << 40;

    private final Elements elements;
    private final Types types;
    private final Map<TypeElement, CRecord> known = new LinkedHashMap<>();
    private final Map<CRecord, Set<String>> shared = new HashMap<>();
    private final Set<TypeElement> open = new HashSet<>();

    StructReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** Every struct read so far. */
    Map<TypeElement, CRecord> known() {
        return known;
    }

    /** Whether a member is used by several threads. */
    boolean isShared(CRecord record, String member) {
        return shared.getOrDefault(record, Set.of()).contains(member);
    }

    String packageOf(TypeElement type) {
        return elements.getPackageOf(type).getQualifiedName().toString();
    }

    /** The simple name of the class that is written for a type. */
    String classNameOf(TypeElement type) {
        String given = type.getAnnotation(Struct.class).value();
        return given.isEmpty() ? type.getSimpleName() + "Struct" : given;
    }

    /** The layout of a type with {@link Struct}. */
    CRecord read(TypeElement type) {
        CRecord done = known.get(type);
        if (done != null) {
            return done;
        }
        if (!open.add(type)) {
            throw new StructError(type, "struct " + type.getSimpleName() + " contains itself");
        }
        CRecord record = layOut(type);
        open.remove(type);
        known.put(type, record);
        return record;
    }

    /** A declaration of a member: an abstract method or a record component. */
    private record Declaration(Element element, String name, TypeMirror type) {}

    private List<Declaration> declarations(TypeElement type) {
        List<Declaration> result = new ArrayList<>();
        if (type.getKind() == ElementKind.RECORD) {
            for (RecordComponentElement component : type.getRecordComponents()) {
                result.add(new Declaration(component, component.getSimpleName().toString(), component.asType()));
            }
        } else if (type.getKind() == ElementKind.INTERFACE) {
            if (!type.getInterfaces().isEmpty() || !type.getTypeParameters().isEmpty()) {
                throw new StructError(type, "a struct's interface extends nothing and has no type parameters");
            }
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
                    continue;
                }
                if (!method.getParameters().isEmpty()) {
                    throw new StructError(method, "a member has no parameters: " + method.getSimpleName());
                }
                result.add(new Declaration(method, method.getSimpleName().toString(), method.getReturnType()));
            }
        } else {
            throw new StructError(type, "@Struct belongs on an interface or a record");
        }
        if (result.isEmpty()) {
            throw new StructError(type, "a struct needs a member");
        }
        return result;
    }

    private CRecord layOut(TypeElement type) {
        boolean union = type.getAnnotation(Struct.class).union();
        List<Declaration> declarations = declarations(type);
        checkNames(type, declarations);
        List<Member> members = new ArrayList<>();
        Set<String> sharedMembers = new HashSet<>();
        long next = 0;
        long end = 0;
        long align = requestedAlign(type, 1);
        for (Declaration declaration : declarations) {
            CType memberType = typeOf(declaration);
            long memberAlign = requestedAlign(declaration.element, naturalAlign(memberType));
            long offset = union ? 0 : place(declaration, memberType, memberAlign, next, members);
            members.add(new Member(
                    declaration.name,
                    memberType,
                    offset * 8,
                    0,
                    Source.UNKNOWN,
                    doc(elements.getDocComment(declaration.element))));
            if (isShared(type, declaration, memberType)) {
                sharedMembers.add(declaration.name);
            }
            align = Math.max(align, memberAlign);
            next = offset + memberType.size();
            CacheLine line = declaration.element.getAnnotation(CacheLine.class);
            if (line != null) {
                next = roundUp(next, line.value());
            }
            end = Math.max(end, next);
            if (end > LARGEST_SIZE) {
                throw new StructError(
                        declaration.element, "struct too large: end of " + declaration.name + " at " + end);
            }
        }
        String name = type.getSimpleName().toString().replaceAll("([a-z0-9])([A-Z])", "$1_$2");
        CRecord record = new CRecord(union, name.toLowerCase(Locale.ROOT), roundUp(end, align), align, Source.UNKNOWN);
        record.members().addAll(members);
        record.doc(doc(elements.getDocComment(type)));
        shared.put(record, sharedMembers);
        return record;
    }

    private static long place(Declaration declaration, CType type, long align, long next, List<Member> members) {
        Offset fixed = declaration.element.getAnnotation(Offset.class);
        if (fixed == null) {
            return roundUp(next, align);
        }
        long offset = fixed.value();
        if (offset < 0 || offset % align != 0) {
            throw new StructError(
                    declaration.element,
                    "bad alignment: offset must be a multiple of " + align + ", 0 or more: offset=" + offset);
        }
        for (Member other : members) {
            long otherEnd = other.offset() + other.type().size();
            if (offset < otherEnd && other.offset() < offset + type.size()) {
                throw new StructError(
                        declaration.element,
                        "member " + declaration.name + " at " + offset + " overlaps " + other.name() + " at "
                                + other.offset() + " to " + (otherEnd - 1));
            }
        }
        return offset;
    }

    private static long roundUp(long value, long align) {
        return (value + align - 1) / align * align;
    }

    private static long requestedAlign(Element element, long natural) {
        Align align = element.getAnnotation(Align.class);
        CacheLine line = element.getAnnotation(CacheLine.class);
        long wanted = Math.max(align == null ? 1 : align.value(), line == null ? 1 : line.value());
        for (int value : new int[] {align == null ? 1 : align.value(), line == null ? 1 : line.value()}) {
            if (value < 1 || value > LARGEST_ALIGNMENT || Integer.bitCount(value) != 1) {
                throw new StructError(
                        element,
                        "bad alignment: must be a power of two from 1 to " + LARGEST_ALIGNMENT + ": align=" + value);
            }
        }
        if (align != null && align.value() < natural) {
            throw new StructError(
                    element, "bad alignment: below the type's own: align=" + align.value() + " own=" + natural);
        }
        return Math.max(wanted, natural);
    }

    private static long naturalAlign(CType type) {
        return switch (type) {
            case CType.Array a -> naturalAlign(a.element());
            case CRecord r -> r.align();
            default -> type.size();
        };
    }

    private CType typeOf(Declaration declaration) {
        Array array = declaration.element.getAnnotation(Array.class);
        TypeMirror mirror = declaration.type;
        int dimensions = 0;
        while (mirror instanceof ArrayType a) {
            mirror = a.getComponentType();
            dimensions++;
        }
        if (dimensions > 0 && (array == null || array.value().length != dimensions)) {
            throw new StructError(
                    declaration.element, "an array member needs @Array with one length for each dimension");
        }
        CType type = elementType(declaration, mirror);
        if (array == null) {
            return type;
        }
        if (array.value().length == 0) {
            throw new StructError(declaration.element, "array length must be 1 or more: none given");
        }
        for (int i = array.value().length - 1; i >= 0; i--) {
            int count = array.value()[i];
            if (count < 1) {
                throw new StructError(declaration.element, "array length must be 1 or more: length=" + count);
            }
            type = new CType.Array(type, count);
            if (type.size() > LARGEST_SIZE || type.size() < 0) {
                throw new StructError(declaration.element, "array too large: length=" + count);
            }
        }
        return type;
    }

    private CType elementType(Declaration declaration, TypeMirror mirror) {
        boolean unsigned = declaration.element.getAnnotation(Unsigned.class) != null;
        if (unsigned && mirror.getKind() != TypeKind.BYTE && mirror.getKind() != TypeKind.SHORT) {
            throw new StructError(declaration.element, "@Unsigned belongs on a byte or short");
        }
        Kind kind = unsigned ? Kind.UNSIGNED : Kind.SIGNED;
        return switch (mirror.getKind()) {
            case BOOLEAN -> new Scalar("boolean", Kind.BOOL, 1);
            case BYTE -> new Scalar(unsigned ? "unsigned byte" : "byte", kind, 1);
            case SHORT -> new Scalar(unsigned ? "unsigned short" : "short", kind, 2);
            case CHAR -> new Scalar("char16", Kind.UNSIGNED, 2);
            case INT -> new Scalar("int", Kind.SIGNED, 4);
            case LONG -> new Scalar("long", Kind.SIGNED, 8);
            case FLOAT -> new Scalar("float", Kind.FLOAT, 4);
            case DOUBLE -> new Scalar("double", Kind.FLOAT, 8);
            case DECLARED -> declared(declaration, (DeclaredType) mirror);
            default -> throw unknown(declaration, mirror);
        };
    }

    private CType declared(Declaration declaration, DeclaredType mirror) {
        TypeElement element = (TypeElement) types.asElement(mirror);
        if (element.getAnnotation(Struct.class) != null) {
            if (open.contains(element)) {
                throw new StructError(declaration.element, "struct " + element.getSimpleName() + " contains itself");
            }
            return read(element);
        }
        if (element.getQualifiedName().contentEquals("java.lang.foreign.MemorySegment")) {
            return new CType.Pointer(new CType.Incomplete("void"), 8);
        }
        throw unknown(declaration, mirror);
    }

    private static StructError unknown(Declaration declaration, TypeMirror mirror) {
        return new StructError(
                declaration.element,
                "unknown type: " + mirror + " has no layout; use a primitive, MemorySegment for a pointer, or a type"
                        + " with @Struct");
    }

    private static boolean isShared(TypeElement type, Declaration declaration, CType memberType) {
        boolean word = memberType instanceof Scalar s && s.kind() == Kind.SIGNED && (s.size() == 4 || s.size() == 8);
        boolean pointer = memberType instanceof CType.Pointer;
        if (declaration.element.getAnnotation(Shared.class) != null && !word && !pointer) {
            throw new StructError(declaration.element, "@Shared belongs on an int, a long or a pointer");
        }
        return (word || pointer)
                && (declaration.element.getAnnotation(Shared.class) != null
                        || type.getAnnotation(Shared.class) != null);
    }

    /** Two members must not lead to the same constant or method. */
    private static void checkNames(TypeElement type, List<Declaration> declarations) {
        Map<String, String> constants = new HashMap<>();
        Map<String, String> methods = new HashMap<>();
        for (Declaration declaration : declarations) {
            claim(constants, JavaNames.constant(declaration.name), declaration);
            claim(methods, JavaNames.method(declaration.name), declaration);
        }
        for (Declaration declaration : declarations) {
            boolean modes =
                    declaration.element.getAnnotation(Shared.class) != null || type.getAnnotation(Shared.class) != null;
            for (String mode : modes ? StructEmitter.MODE_SUFFIXES : List.<String>of()) {
                String method = JavaNames.method(declaration.name) + mode;
                String other = methods.get(method);
                if (other != null) {
                    throw new StructError(
                            declaration.element,
                            "two names alike: " + method + " is the accessor of " + other + " and a mode of "
                                    + declaration.name);
                }
            }
        }
    }

    private static void claim(Map<String, String> names, String name, Declaration declaration) {
        String other = names.put(name, declaration.name);
        if (other != null) {
            throw new StructError(
                    declaration.element,
                    "two names alike: " + other + " and " + declaration.name + " both become " + name);
        }
    }

    /** A Javadoc comment as plain text: inline tags become code, block tags go. */
    private static String doc(@Nullable String comment) {
        if (comment == null) {
            return "";
        }
        return comment.replaceAll("(?ms)^\\s*@\\w+.*", "")
                .replaceAll("\\{@(?:code|link|linkplain|literal)\\s+([^}]*)\\}", "``$1``")
                .replaceAll("</?p>", "\n\n")
                .replaceAll("<[^>]*>", "")
                .strip();
    }
}
