package org.mydirection.consent;

import java.security.SecureRandom;
import java.util.Locale;

/** A code on paper: four times four letters, of which only the hash is kept. */
final class PaperCode {

    /** Without letters that read like digits. 16 of 32 are 80 bits: see {@link CodeTries}. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private PaperCode() {}

    static String made() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** Of the letters and digits alone, so that it may be typed with or without lines and in any case. */
    static String hash(String code) {
        String plain = code == null ? "" : code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return ConsentEvent.sha256("third party\n" + plain);
    }
}
