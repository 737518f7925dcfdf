package dev.ferrite.offheap.bindgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.bindgen.model.CRecord;
import dev.ferrite.offheap.bindgen.model.CRecord.Member;
import dev.ferrite.offheap.bindgen.model.CType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** castxml, which stands on clang and shares nothing with the DWARF reader, sees the same layouts. */
class SecondReaderTest {
    private static final Pattern ELEMENT = Pattern.compile("<(\\w+)((?: \\w+=\"[^\"]*\")+)/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile(" (\\w+)=\"([^\"]*)\"");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/bindings/bindings.options",
                "src/test/bindings/bindings.options",
                "../drm/src/main/bindings/bindings.options"
            })
    void castxmlSeesTheSameSizesAlignmentsAndBitOffsets(String options) throws Exception {
        CTools.require("gcc");
        CTools.require("castxml");
        CTools.requireHeaders(Path.of(options));
        Path xml = folder.resolve("types.xml");
        CTools.Ran ran = CTools.run(List.of(
                "castxml",
                "--castxml-output=1",
                "-x",
                "c",
                "-o",
                xml.toString(),
                CTools.header(Path.of(options)).toString()));
        assertThat(ran).isEqualTo(new CTools.Ran(0, ""));
        Map<String, String> theirs = read(Files.readString(xml));
        Map<String, String> ours = new TreeMap<>();
        CTools.bindings(Path.of(options)).records().forEach(r -> describe(r, r.name(), ours));
        assertThat(ours).hasSizeGreaterThan(30);
        theirs.keySet().retainAll(ours.keySet());
        assertThat(theirs).isEqualTo(ours);
    }

    private static void describe(CRecord record, String name, Map<String, String> into) {
        into.put(name, "size " + record.size() + " align " + (record.align() == 0 ? "?" : record.align()));
        for (Member member : record.members()) {
            if (!member.name().isEmpty()) {
                String bits = member.isBitField() ? " bits " + member.bitSize() : "";
                into.put(name + "." + member.name(), "at " + member.bitOffset() + bits);
                CRecord inner = CType.recordOf(member.type());
                if (inner != null && inner.name().isEmpty()) {
                    describe(inner, name + "." + member.name(), into);
                }
            }
        }
    }

    /** An element of castxml's output, which has one a line. */
    private record Element(String tag, Map<String, String> attributes) {
        String get(String name) {
            return attributes.getOrDefault(name, "");
        }
    }

    private static Map<String, String> read(String xml) {
        Map<String, Element> byId = new HashMap<>();
        List<Element> all = new ArrayList<>();
        Matcher elements = ELEMENT.matcher(xml);
        while (elements.find()) {
            Map<String, String> attributes = new HashMap<>();
            Matcher pairs = ATTRIBUTE.matcher(elements.group(2));
            while (pairs.find()) {
                attributes.put(pairs.group(1), pairs.group(2));
            }
            Element element = new Element(elements.group(1), attributes);
            byId.put(element.get("id"), element);
            all.add(element);
        }
        Map<String, String> names = new HashMap<>();
        for (Element e : all) {
            if (isRecord(e) && !e.get("name").isEmpty() && !e.get("size").isEmpty()) {
                names.put(e.get("id"), e.get("name"));
            }
        }
        for (Element e : all) {
            if (e.tag().equals("Typedef")) {
                Element target = strip(byId, e.get("type"));
                if (target != null && isRecord(target) && !target.get("size").isEmpty()) {
                    names.putIfAbsent(target.get("id"), e.get("name"));
                }
            }
        }
        Map<String, String> found = new TreeMap<>();
        for (Element e : all) {
            String name = names.get(e.get("id"));
            if (name != null) {
                describe(byId, names, e, name, found);
            }
        }
        return found;
    }

    private static boolean isRecord(Element e) {
        return e.tag().equals("Struct") || e.tag().equals("Union");
    }

    private static @Nullable Element strip(Map<String, Element> byId, String id) {
        Element e = byId.get(id);
        while (e != null
                && (e.tag().equals("ElaboratedType")
                        || e.tag().equals("ArrayType")
                        || e.tag().equals("CvQualifiedType"))) {
            e = byId.get(e.get("type"));
        }
        return e;
    }

    private static void describe(
            Map<String, Element> byId,
            Map<String, String> names,
            Element record,
            String name,
            Map<String, String> into) {
        into.put(name, "size " + bytes(record, "size") + " align " + bytes(record, "align"));
        for (String id : record.get("members").split(" +", -1)) {
            Element field = byId.get(id);
            if (field == null
                    || !field.tag().equals("Field")
                    || field.get("name").isEmpty()) {
                continue;
            }
            String member = name + "." + field.get("name");
            String bits = field.get("bits");
            into.put(member, "at " + field.get("offset") + (bits.isEmpty() ? "" : " bits " + bits));
            Element inner = strip(byId, field.get("type"));
            if (inner != null && isRecord(inner) && !names.containsKey(inner.get("id"))) {
                describe(byId, names, inner, member, into);
            }
        }
    }

    private static long bytes(Element e, String attribute) {
        return Long.parseLong(e.get(attribute)) / 8;
    }
}
