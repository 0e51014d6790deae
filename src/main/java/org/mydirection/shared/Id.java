package org.mydirection.shared;

import java.util.Optional;
import java.util.UUID;

/** A typed, opaque identifier: a record around a random UUID, so that two kinds of id cannot be swapped. */
public interface Id {

    /** The UUID itself; never null. */
    UUID value();

    /** The text form for addresses and logs: it says nothing about what it names. */
    default String text() {
        return value().toString();
    }

    /** Reads the text form. Empty when the text is null or is no UUID, so that a mistyped address is "not found". */
    static Optional<UUID> parse(String text) {
        if (text == null || text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** Reads the text form of something that must be there; throws {@link NotFound} otherwise. */
    static UUID require(String text) {
        return parse(text).orElseThrow(NotFound::new);
    }
}
