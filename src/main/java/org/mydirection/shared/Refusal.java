package org.mydirection.shared;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * One reason for an expected "no". Immutable.
 *
 * @param code the key of its message: {@code <code>.what} says what happened, {@code <code>.next} what to do
 * @param arguments what the message needs, as text, in the order of its placeholders; may be empty, never null
 */
public record Refusal(String code, List<String> arguments) implements Serializable {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public static Refusal of(String code, Object... arguments) {
        return new Refusal(code, Stream.of(arguments).map(String::valueOf).toList());
    }
}
