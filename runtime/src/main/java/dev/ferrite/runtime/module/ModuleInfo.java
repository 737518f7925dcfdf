package dev.ferrite.runtime.module;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a module says of itself: the values of {@code module!}, readable before it is loaded.
 *
 * <p>The kernel's macro has four rules: each key at most once, no unknown key, required keys present, keys in order.
 * Here the first and the third hold however it is made, and all four hold for {@link #parse}; a violation is an
 * {@link IllegalArgumentException} that names the key.
 *
 * @param name the name it is loaded under: letters, digits, {@code _} and {@code -}, at most 55; required
 * @param authors who wrote it
 * @param description one sentence
 * @param license such as {@code GPL v2} or {@code Apache-2.0}; required
 * @param aliases further names it can be asked for by
 * @param firmware files it may want
 * @param depends the modules it needs
 * @param params what can be set when it is loaded
 */
public record ModuleInfo(
        String name,
        List<String> authors,
        String description,
        String license,
        List<String> aliases,
        List<String> firmware,
        List<String> depends,
        List<ModuleParam> params) {
    private static final int MAX_NAME = 55;

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException naming the key whose value is missing, given twice or not allowed
     */
    public ModuleInfo {
        required(ModuleInfoKey.NAME, name);
        required(ModuleInfoKey.LICENSE, license);
        moduleName(ModuleInfoKey.NAME, name);
        text(ModuleInfoKey.DESCRIPTION, description);
        text(ModuleInfoKey.LICENSE, license);
        authors = distinct(ModuleInfoKey.AUTHORS, authors);
        aliases = distinct(ModuleInfoKey.ALIAS, aliases);
        firmware = distinct(ModuleInfoKey.FIRMWARE, firmware);
        depends = distinct(ModuleInfoKey.DEPENDS, depends);
        depends.forEach(needed -> moduleName(ModuleInfoKey.DEPENDS, needed));
        params = List.copyOf(params);
        distinct(ModuleInfoKey.PARM, params.stream().map(ModuleParam::name).toList());
    }

    /**
     * Begins the facts of a module.
     *
     * @param name the name it is loaded under
     * @return a builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * Reads facts in the form {@link #toModinfo()} writes them: {@code key=value} entries, one a line or ended by NUL, in
     * the order {@code name}, {@code author}..., {@code description}, {@code license}, {@code alias}...,
     * {@code firmware}..., {@code depends} with commas, and of all parameters first {@code parm=NAME:DESCRIPTION}, then
     * {@code parmtype=NAME:TYPE}, then {@code parmdefault=NAME:VALUE}, the last of which the kernel does not have.
     *
     * @param modinfo the entries
     * @return the facts
     * @throws IllegalArgumentException naming the key that is unknown, given twice, out of order or missing
     */
    public static ModuleInfo parse(String modinfo) {
        Builder builder = new Builder(null);
        @Nullable ModuleInfoKey last = null;
        for (String entry : modinfo.replace('\0', '\n').lines().toList()) {
            if (entry.isBlank()) {
                continue;
            }
            int equals = entry.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("module info: an entry is key=value: '" + entry + "'");
            }
            ModuleInfoKey key = ModuleInfoKey.of(entry.substring(0, equals).strip());
            if (last != null && key.compareTo(last) < 0) {
                throw new IllegalArgumentException(
                        "module info: key '" + key + "' must come before key '" + last + "'");
            }
            builder.put(key, entry.substring(equals + 1).strip());
            last = key;
        }
        return builder.build();
    }

    /**
     * The entries of the kernel's {@code .modinfo} section: {@code key=value}, each ended by NUL.
     *
     * @return what {@link #parse} reads
     */
    public String toModinfo() {
        StringBuilder out = new StringBuilder();
        entry(out, ModuleInfoKey.NAME, name);
        authors.forEach(author -> entry(out, ModuleInfoKey.AUTHORS, author));
        if (!description.isEmpty()) {
            entry(out, ModuleInfoKey.DESCRIPTION, description);
        }
        entry(out, ModuleInfoKey.LICENSE, license);
        aliases.forEach(alias -> entry(out, ModuleInfoKey.ALIAS, alias));
        firmware.forEach(file -> entry(out, ModuleInfoKey.FIRMWARE, file));
        if (!depends.isEmpty()) {
            entry(out, ModuleInfoKey.DEPENDS, String.join(",", depends));
        }
        params.forEach(param -> entry(out, ModuleInfoKey.PARM, param.name() + ":" + param.description()));
        params.forEach(param -> entry(out, ModuleInfoKey.PARMTYPE, param.name() + ":" + param.type()));
        params.forEach(param -> entry(out, ModuleInfoKey.PARMDEFAULT, param.name() + ":" + param.defaultValue()));
        return out.toString();
    }

    private static void entry(StringBuilder out, ModuleInfoKey key, String value) {
        out.append(key).append('=').append(value).append('\0');
    }

    private static void required(ModuleInfoKey key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("module info: key '" + key + "' is required");
        }
    }

    private static void moduleName(ModuleInfoKey key, String name) {
        if (name.length() > MAX_NAME || !name.chars().allMatch(ModuleInfo::isNameCharacter)) {
            throw new IllegalArgumentException("module info: key '" + key + "' takes at most " + MAX_NAME
                    + " letters, digits, '_' and '-': " + key + "='" + name + "'");
        }
    }

    private static List<String> distinct(ModuleInfoKey key, List<String> values) {
        Set<String> seen = new HashSet<>();
        for (String value : values) {
            required(key, value);
            text(key, value);
            if (!seen.add(value)) {
                throw new IllegalArgumentException("module info: key '" + key + "' has '" + value + "' twice");
            }
        }
        return List.copyOf(values);
    }

    static void text(ModuleInfoKey key, String value) {
        if (value.indexOf('\0') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("module info: key '" + key + "' takes one line of text");
        }
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    /** Collects facts; each single-valued key is given at most once. */
    public static final class Builder {
        private @Nullable String name;
        private final List<String> authors = new ArrayList<>();
        private @Nullable String description;
        private @Nullable String license;
        private final List<String> aliases = new ArrayList<>();
        private final List<String> firmware = new ArrayList<>();
        private final List<String> depends = new ArrayList<>();
        private final List<ModuleParam> params = new ArrayList<>();
        private final Map<ModuleInfoKey, Map<String, String>> read = new EnumMap<>(ModuleInfoKey.class);

        private Builder(@Nullable String name) {
            this.name = name;
        }

        /**
         * Adds an author.
         *
         * @param author the name, perhaps with an address
         * @return this
         */
        public Builder author(String author) {
            authors.add(author);
            return this;
        }

        /**
         * Says what it is.
         *
         * @param text one sentence
         * @return this
         */
        public Builder description(String text) {
            description = once(ModuleInfoKey.DESCRIPTION, description, text);
            return this;
        }

        /**
         * Says under which licence it is.
         *
         * @param text such as {@code GPL v2}
         * @return this
         */
        public Builder license(String text) {
            license = once(ModuleInfoKey.LICENSE, license, text);
            return this;
        }

        /**
         * Adds a name it can be asked for by.
         *
         * @param alias the name
         * @return this
         */
        public Builder alias(String alias) {
            aliases.add(alias);
            return this;
        }

        /**
         * Adds a file it may want.
         *
         * @param file its name
         * @return this
         */
        public Builder firmware(String file) {
            firmware.add(file);
            return this;
        }

        /**
         * Adds a module it needs.
         *
         * @param module its name
         * @return this
         */
        public Builder depends(String module) {
            depends.add(module);
            return this;
        }

        /**
         * Adds a parameter.
         *
         * @param param of another name than those before
         * @return this
         */
        public Builder param(ModuleParam param) {
            params.add(param);
            return this;
        }

        /**
         * The facts, checked.
         *
         * @return the facts
         * @throws IllegalArgumentException naming the key that is missing or not allowed
         */
        @SuppressWarnings("NullAway") // the record refuses what is missing, with the name of the key
        public ModuleInfo build() {
            read.getOrDefault(ModuleInfoKey.PARM, Map.of())
                    .forEach((param, text) -> params.add(readParam(param, text)));
            return new ModuleInfo(
                    name, authors, description == null ? "" : description, license, aliases, firmware, depends, params);
        }

        void put(ModuleInfoKey key, String value) {
            switch (key) {
                case NAME -> name = once(key, name, value);
                case AUTHORS -> author(value);
                case DESCRIPTION -> description(value);
                case LICENSE -> license(value);
                case ALIAS -> alias(value);
                case FIRMWARE -> firmware(value);
                case DEPENDS -> Collections.addAll(depends, value.split(",", -1));
                case PARM, PARMTYPE, PARMDEFAULT -> putParam(key, value);
            }
        }

        private void putParam(ModuleInfoKey key, String value) {
            int colon = value.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("module info: key '" + key + "' takes NAME:TEXT: '" + value + "'");
            }
            String param = value.substring(0, colon);
            Map<String, String> texts = read.computeIfAbsent(key, _ -> new LinkedHashMap<>());
            if (texts.put(param, value.substring(colon + 1)) != null) {
                throw new IllegalArgumentException("module info: key '" + key + "' has '" + param + "' twice");
            }
        }

        private ModuleParam readParam(String param, String text) {
            return new ModuleParam(
                    param,
                    ParamType.of(part(ModuleInfoKey.PARMTYPE, param)),
                    part(ModuleInfoKey.PARMDEFAULT, param),
                    text);
        }

        private String part(ModuleInfoKey key, String param) {
            String text = read.getOrDefault(key, Map.of()).get(param);
            if (text == null) {
                throw new IllegalArgumentException(
                        "module info: key '" + key + "' is required for parameter '" + param + "'");
            }
            return text;
        }

        private static String once(ModuleInfoKey key, @Nullable String before, String value) {
            if (before != null) {
                throw new IllegalArgumentException(
                        "module info: key '" + key + "' is given twice: '" + before + "' and '" + value + "'");
            }
            return value;
        }
    }
}
