package org.mydirection.journeys;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;

/** The words on the screen, from the application's own bundle, so that a journey looks for what a person reads. */
public final class Words {

    private static final Properties BUNDLE = load("messages");
    private static final Properties WELSH = load("messages_cy");

    private Words() {}

    /** The message with its placeholders filled; fails when there is no such key. */
    public static String of(String key, Object... arguments) {
        String pattern = BUNDLE.getProperty(key);
        if (pattern == null) {
            throw new AssertionError("no such message: " + key);
        }
        return arguments.length == 0 ? pattern.replace("''", "'") : MessageFormat.format(pattern, arguments);
    }

    /** The same in Welsh, without placeholders. */
    public static String welsh(String key) {
        return WELSH.getProperty(key, of(key));
    }

    private static Properties load(String name) {
        Properties bundle = new Properties();
        try (Reader reader = new InputStreamReader(
                Words.class.getResourceAsStream("/org/mydirection/" + name + ".properties"), StandardCharsets.UTF_8)) {
            bundle.load(reader);
            return bundle;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
