package org.mydirection.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request whose parameters hold nothing that cannot be seen and kept: no control characters but tab and line ends
 * (PostgreSQL refuses NUL, and logs and pages read others as commands), no halves of characters, and no marks that turn
 * the direction of what follows (U+202A to U+202E, U+2066 to U+2069), by which a name can be made to read as another.
 */
final class CleanRequest extends HttpServletRequestWrapper {

    CleanRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getParameter(String name) {
        return clean(super.getParameter(name));
    }

    @Override
    public String[] getParameterValues(String name) {
        return clean(super.getParameterValues(name));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> cleaned = new LinkedHashMap<>();
        super.getParameterMap().forEach((name, values) -> cleaned.put(name, clean(values)));
        return cleaned;
    }

    private static String[] clean(String[] values) {
        return values == null
                ? null
                : Arrays.stream(values).map(CleanRequest::clean).toArray(String[]::new);
    }

    /** The text without what nobody can see; the same text when there is nothing of that kind; null for null. */
    static String clean(String text) {
        return text == null || text.codePoints().allMatch(CleanRequest::stays)
                ? text
                : text.codePoints()
                        .filter(CleanRequest::stays)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean stays(int character) {
        boolean control =
                Character.isISOControl(character) && character != '\t' && character != '\n' && character != '\r';
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean turns = character >= 0x202a && character <= 0x202e || character >= 0x2066 && character <= 0x2069;
        return !control && !half && !turns;
    }
}
