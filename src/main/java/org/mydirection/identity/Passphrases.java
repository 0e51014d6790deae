package org.mydirection.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.StartRefused;

/**
 * Passphrases, kept as PBKDF2 with HMAC-SHA-512 by the JDK: 210,000 rounds (OWASP Password Storage Cheat Sheet, read
 * 2026-11), a salt of 16 random bytes, a hash of 32. Text form: {@code pbkdf2-sha512$rounds$salt$hash}, Base64.
 */
public final class Passphrases {

    /** The least that a passphrase may have (NCSC "three random words"; OWASP ASVS 5.0, 6.2.1 asks for at least 8). */
    public static final int LEAST_CHARACTERS = 12;

    private static final int MOST_CHARACTERS = 200;
    private static final int LEAST_ROUNDS = 210_000;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> WORDS = List.of(
            "amber", "apple", "arrow", "badge", "barley", "basket", "beacon", "birch", "bottle", "bramble", "bridge",
            "bronze", "button", "candle", "canvas", "carrot", "castle", "cedar", "chalk", "cherry", "clover", "cobble",
            "copper", "cotton", "cradle", "cricket", "daisy", "dapple", "drizzle", "ember", "fable", "falcon",
            "feather", "fennel", "fiddle", "flint", "forest", "garden", "ginger", "glacier", "grape", "hammer",
            "harbour", "hazel", "heron", "honey", "hollow", "island", "ivory", "jacket", "jasper", "kettle", "kitten",
            "ladder", "lantern", "lemon", "linen", "lobster", "magpie", "maple", "marble", "meadow", "mellow", "mitten",
            "mosaic", "nettle", "nutmeg", "oatmeal", "olive", "orchard", "otter", "paddle", "pebble", "pepper",
            "pigeon", "planet", "plum", "pocket", "poplar", "quartz", "quill", "rabbit", "ribbon", "river", "robin",
            "saddle", "saffron", "salmon", "shadow", "silver", "sparrow", "spruce", "squash", "summer", "thimble",
            "thistle", "timber", "tulip", "turnip", "velvet", "violet", "waffle", "walnut", "willow", "window",
            "winter", "yellow", "zephyr");

    /** More rounds than the least by the system property {@code passphrase.rounds}; fewer for a demo or in tests. */
    private static final int ROUNDS = Integer.getInteger("passphrase.rounds", LEAST_ROUNDS);

    /** What an unknown name is compared with, so that it takes as long as a known one. */
    private static final String NOBODY = hash(random());

    private Passphrases() {}

    /** Throws {@link StartRefused} where real people would be kept with fewer rounds than OWASP names. */
    public static void requireFullCost(boolean demo) {
        requireFullCost(ROUNDS, demo);
    }

    static void requireFullCost(int rounds, boolean demo) {
        if (rounds < LEAST_ROUNDS && !demo) {
            throw new StartRefused(
                    "The setting passphrase.rounds must be " + LEAST_ROUNDS + " or more: fewer are for a demo only.");
        }
    }

    public static String hash(String passphrase) {
        return hash(passphrase, ROUNDS);
    }

    /** With another number of rounds, which the hash then carries: for the tests of everything else. */
    static String hash(String passphrase, int rounds) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return "pbkdf2-sha512$" + rounds + "$" + text.encodeToString(salt) + "$"
                + text.encodeToString(derive(passphrase, salt, rounds));
    }

    /**
     * Whether the passphrase is the one. A null hash (nobody of that name) costs the same time and is never right.
     */
    public static boolean matches(String passphrase, String hash) {
        String[] parts = (hash == null ? NOBODY : hash).split("\\$");
        byte[] expected = Base64.getDecoder().decode(parts[3]);
        byte[] actual = derive(passphrase, Base64.getDecoder().decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(expected, actual) && hash != null;
    }

    /** 16 hexadecimal digits that change with the hash, and from which the hash cannot be found again. */
    static String mark(String hash) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(hash.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    /** Why the passphrase cannot be used; empty when it can. */
    public static List<Refusal> check(String passphrase) {
        int length = passphrase == null ? 0 : passphrase.strip().length();
        return length < LEAST_CHARACTERS || length > MOST_CHARACTERS
                ? List.of(Refusal.of("error.passphrase_short", LEAST_CHARACTERS))
                : List.of();
    }

    /** Four random words and a number: what is printed on the card that a person is given. */
    public static String random() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            words.append(WORDS.get(RANDOM.nextInt(WORDS.size()))).append('-');
        }
        return words.append(100 + RANDOM.nextInt(900)).toString();
    }

    private static byte[] derive(String passphrase, byte[] salt, int rounds) {
        // Over-long input is hashed as it is cut: no cost without end for a sender of megabytes.
        String given =
                passphrase == null ? "" : passphrase.substring(0, Math.min(passphrase.length(), MOST_CHARACTERS));
        PBEKeySpec spec = new PBEKeySpec(
                new String(given.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1).toCharArray(),
                salt,
                rounds,
                HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no PBKDF2WithHmacSHA512", missing);
        } finally {
            spec.clearPassword();
        }
    }
}
