package org.mydirection.web.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes, both ends included (RFC 9110 §14.1).
 *
 * @param from from 0
 * @param to at least {@code from}, less than the size of what is read
 */
record ByteRange(long from, long to) {

    private static final Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /** The number of bytes, at least 1. */
    long length() {
        return to - from + 1;
    }

    /** Whether the header asks for one range that we understand; anything else is answered with the whole. */
    static boolean understood(String header) {
        if (header == null) {
            return false;
        }
        Matcher single = SINGLE.matcher(header);
        return single.matches()
                && !(single.group(1).isEmpty() && single.group(2).isEmpty())
                && (single.group(1).isEmpty()
                        || single.group(2).isEmpty()
                        || Long.parseLong(single.group(1)) <= Long.parseLong(single.group(2)));
    }

    /**
     * The range that the header asks for of something of that size; empty when it lies outside. A range without an end
     * is answered with at most {@code most} bytes: the client comes back for the next, and access is decided again.
     */
    static Optional<ByteRange> of(String header, long size, long most) {
        Matcher single = SINGLE.matcher(header);
        if (!single.matches()) {
            return Optional.empty();
        }
        if (single.group(1).isEmpty()) {
            long last = Long.parseLong(single.group(2));
            return last == 0 ? Optional.empty() : Optional.of(new ByteRange(Math.max(0, size - last), size - 1));
        }
        long from = Long.parseLong(single.group(1));
        if (from >= size) {
            return Optional.empty();
        }
        long to = single.group(2).isEmpty() ? from + most - 1 : Long.parseLong(single.group(2));
        return Optional.of(new ByteRange(from, Math.min(to, size - 1)));
    }
}
