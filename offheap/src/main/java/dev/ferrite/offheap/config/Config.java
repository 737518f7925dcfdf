package dev.ferrite.offheap.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The value and the source of every option. Immutable. */
public final class Config {
    private static final String FILE_PROPERTY = "ferrite.config";
    private static final String FILE_VARIABLE = "FERRITE_CONFIG";

    private final Map<ConfigOption, Setting> settings;

    private Config(Map<ConfigOption, Setting> settings) {
        this.settings = settings;
    }

    /**
     * An option's value and where it comes from.
     *
     * @param value one of the type's values
     * @param source {@code default}, or the file, variable or property that set it
     */
    public record Setting(String value, String source) {}

    /** Resolved on first use, once. What failed then fails again, with the same message. */
    private static final class OfThisProcess {
        static final @Nullable Config CONFIG;
        static final @Nullable String FAILURE;

        static {
            Config config = null;
            String failure = null;
            try {
                config = resolve(System.getenv(), System.getProperties());
            } catch (ConfigException e) {
                failure = e.getMessage();
            }
            CONFIG = config;
            FAILURE = failure;
        }
    }

    /**
     * The configuration of this process, resolved once.
     *
     * @return the configuration
     * @throws ConfigException if what was set at start is wrong
     */
    public static Config ofThisProcess() {
        Config config = OfThisProcess.CONFIG;
        if (config == null) {
            throw new ConfigException(List.of(String.valueOf(OfThisProcess.FAILURE)));
        }
        return config;
    }

    /**
     * Resolves a configuration.
     *
     * @param environment the environment's variables
     * @param properties the system properties
     * @return the configuration
     * @throws ConfigException if a file cannot be read, or an option is unknown, has a bad value, or contradicts another
     */
    public static Config resolve(Map<String, String> environment, Properties properties) {
        List<String> problems = new ArrayList<>();
        Map<ConfigOption, Setting> settings = new EnumMap<>(ConfigOption.class);
        for (ConfigOption option : ConfigOption.values()) {
            settings.put(option, new Setting(option.initial(), "default"));
        }
        String file = properties.getProperty(FILE_PROPERTY, environment.get(FILE_VARIABLE));
        if (file != null) {
            readFile(Path.of(file), settings, problems);
        }
        environment.forEach((variable, value) -> {
            if (variable.startsWith("FERRITE_") && !variable.equals(FILE_VARIABLE)) {
                ConfigOption option = find(variable, ConfigOption::variable);
                if (option == null) {
                    problems.add(unknown(variable, ConfigOption::variable));
                } else {
                    set(option, value, variable + " in the environment", settings, problems);
                }
            }
        });
        for (String property : properties.stringPropertyNames()) {
            if (property.startsWith("ferrite.") && !property.equals(FILE_PROPERTY)) {
                ConfigOption option = find(property, ConfigOption::property);
                if (option == null) {
                    problems.add(unknown(property, ConfigOption::property));
                } else {
                    set(option, properties.getProperty(property), "-D" + property, settings, problems);
                }
            }
        }
        checkConflicts(settings, problems);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new Config(settings);
    }

    /**
     * An option's value.
     *
     * @param option the option
     * @return one of its type's values
     */
    public String value(ConfigOption option) {
        return setting(option).value();
    }

    /**
     * An option's value and source.
     *
     * @param option the option
     * @return the setting
     */
    public Setting setting(ConfigOption option) {
        Setting setting = settings.get(option);
        if (setting == null) {
            throw new IllegalStateException("option without a setting: " + option);
        }
        return setting;
    }

    /**
     * All options as a table, one line each: name, value, source, values it takes, what it does.
     *
     * @return the text, ending in a line end
     */
    public String table() {
        StringBuilder text = new StringBuilder();
        for (ConfigOption option : ConfigOption.values()) {
            Setting setting = setting(option);
            text.append(String.format(
                    "%-14s = %-8s (%s; one of %s)%n               %s%n",
                    option.id(),
                    setting.value(),
                    setting.source(),
                    String.join(", ", option.type().values()),
                    option.help()));
        }
        return text.toString();
    }

    private static void readFile(Path file, Map<ConfigOption, Setting> settings, List<String> problems) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            problems.add("configuration file cannot be read: " + file);
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String place = file + " line " + (i + 1);
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (equals < 0) {
                problems.add(place + " is not NAME=VALUE: " + line);
                continue;
            }
            String name = line.substring(0, equals).strip();
            ConfigOption option = find(name, ConfigOption::id);
            if (option == null) {
                problems.add(place + ": " + unknown(name, ConfigOption::id));
            } else {
                set(option, line.substring(equals + 1).strip(), place, settings, problems);
            }
        }
    }

    private static void set(
            ConfigOption option,
            String value,
            String source,
            Map<ConfigOption, Setting> settings,
            List<String> problems) {
        if (option.type().values().contains(value)) {
            settings.put(option, new Setting(value, source));
        } else {
            problems.add("option " + option.id() + " is one of "
                    + String.join(", ", option.type().values()) + ", and " + source + " says: " + value);
        }
    }

    private static void checkConflicts(Map<ConfigOption, Setting> settings, List<String> problems) {
        settings.forEach((option, setting) -> {
            if (!setting.value().equals(option.initial())) {
                for (ConfigOption.Conflict conflict : option.conflicts()) {
                    ConfigOption other = find(conflict.option(), ConfigOption::id);
                    Setting with = other == null ? null : settings.get(other);
                    if (with != null && with.value().equals(conflict.value())) {
                        problems.add("options contradict each other: " + option.id() + "=" + setting.value() + " ("
                                + setting.source() + ") and " + conflict.option() + "=" + conflict.value() + " ("
                                + with.source() + ")");
                    }
                }
            }
        });
    }

    /** One of an option's three names. */
    private interface Naming {
        String of(ConfigOption option);
    }

    private static @Nullable ConfigOption find(String name, Naming naming) {
        return Arrays.stream(ConfigOption.values())
                .filter(option -> naming.of(option).equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String unknown(String name, Naming naming) {
        String nearest = Arrays.stream(ConfigOption.values())
                .map(naming::of)
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .orElse("");
        return "unknown option " + name + "; the nearest is " + nearest;
    }

    /** How many characters must be inserted, deleted or replaced (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
