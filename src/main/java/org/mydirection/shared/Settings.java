package org.mydirection.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The settings of the installation, by MicroProfile Config: system properties, then environment variables, then the
 * defaults in {@code META-INF/microprofile-config.properties}. The environment's form of {@code db.url} is {@code
 * DB_URL}. A value that cannot be used throws {@link StartRefused} with a sentence that names the setting.
 */
@ApplicationScoped
public class Settings {

    /** The value, trimmed; empty when it is not set or blank. */
    public Optional<String> find(String name) {
        return ConfigProvider.getConfig()
                .getOptionalValue(name, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** The value; refused when it is not set. */
    public String text(String name) {
        return find(name).orElseThrow(() -> new StartRefused("The setting " + name + " is missing: give it a value."));
    }

    public boolean flag(String name) {
        return find(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** A whole number in the range, both ends included. */
    public long number(String name, long least, long most) {
        String value = text(name);
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, with the range
        }
        throw new StartRefused("The setting " + name + " must be a whole number from " + least + " to " + most
                + ", and it is \"" + value + "\".");
    }

    /** The folder that holds everything the installation keeps on disk (setting {@code data.dir}). */
    public Path dataFolder() {
        return Path.of(text("data.dir")).toAbsolutePath().normalize();
    }
}
