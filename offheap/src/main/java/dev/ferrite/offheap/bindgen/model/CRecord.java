package dev.ferrite.offheap.bindgen.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A struct or union with its layout.
 *
 * <p>Mutable while a reader fills it in, because a record may point to itself; nobody changes it afterwards. Equality
 * is identity.
 */
public final class CRecord implements CType {
    private final boolean union;
    private final String tag;
    private final long size;
    private final Source source;
    private final List<Member> members = new ArrayList<>();
    private String typedef = "";
    private long align;
    private String doc = "";

    /**
     * A record without members yet.
     *
     * @param union whether it is a union
     * @param tag its tag, empty if it has none
     * @param size in bytes
     * @param align in bytes; 0 if the reader does not know yet
     * @param source where it is declared
     */
    public CRecord(boolean union, String tag, long size, long align, Source source) {
        this.union = union;
        this.tag = tag;
        this.size = size;
        this.align = align;
        this.source = source;
    }

    /**
     * One member.
     *
     * @param name its name, empty for an anonymous struct or union
     * @param type its type
     * @param bitOffset where it starts, in bits from the start of the record
     * @param bitSize how many bits a bit-field has; 0 for an ordinary member
     * @param source where it is declared
     * @param doc what the header says of it, as plain text; empty if nothing
     */
    public record Member(String name, CType type, long bitOffset, int bitSize, Source source, String doc) {
        /**
         * Whether it is a bit-field.
         *
         * @return true for {@code int x : 3}
         */
        public boolean isBitField() {
            return bitSize != 0;
        }

        /**
         * Where it starts, in bytes.
         *
         * @return the offset, rounded down for a bit-field
         */
        public long offset() {
            return bitOffset / 8;
        }

        /**
         * The same member with other words on it.
         *
         * @param text the new doc
         * @return the copy
         */
        public Member withDoc(String text) {
            return new Member(name, type, bitOffset, bitSize, source, text);
        }
    }

    /**
     * Whether all members start at 0.
     *
     * @return true for a union
     */
    public boolean isUnion() {
        return union;
    }

    /**
     * The tag.
     *
     * @return the name after {@code struct}, empty if it has none
     */
    public String tag() {
        return tag;
    }

    /**
     * The name of the typedef that names an untagged record.
     *
     * @return the name, empty if there is none
     */
    public String typedef() {
        return typedef;
    }

    /**
     * Names an untagged record.
     *
     * @param name the typedef
     */
    public void typedef(String name) {
        this.typedef = name;
    }

    /**
     * How C code writes this type.
     *
     * @return {@code struct x}, {@code union x} or a typedef's name; empty for an anonymous record
     */
    public String cName() {
        return tag.isEmpty() ? typedef : (union ? "union " : "struct ") + tag;
    }

    /**
     * The bare name.
     *
     * @return the tag, else the typedef, else empty
     */
    public String name() {
        return tag.isEmpty() ? typedef : tag;
    }

    @Override
    public long size() {
        return size;
    }

    /**
     * The alignment in bytes.
     *
     * @return {@code _Alignof}; 0 if not known yet
     */
    public long align() {
        return align;
    }

    /**
     * Sets the alignment.
     *
     * @param bytes a power of two
     */
    public void align(long bytes) {
        this.align = bytes;
    }

    /**
     * Where it is declared.
     *
     * @return file and line
     */
    public Source source() {
        return source;
    }

    /**
     * The members in source order.
     *
     * @return the list itself, which readers fill
     */
    public List<Member> members() {
        return members;
    }

    /**
     * What the header says of it.
     *
     * @return plain text, empty if nothing
     */
    public String doc() {
        return doc;
    }

    /**
     * Sets what the header says of it.
     *
     * @param text plain text
     */
    public void doc(String text) {
        this.doc = text;
    }

    @Override
    public String toString() {
        return cName().isEmpty() ? (union ? "union {...}" : "struct {...}") : cName();
    }
}
