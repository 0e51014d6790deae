package org.mydirection.identity;

/** Hashes for people of the tests: of the real kind, with a hundredth of the rounds, since theirs take long on purpose. */
public final class QuickHash {

    private static final int ROUNDS = 2_100;

    private QuickHash() {}

    public static String of(String passphrase) {
        return Passphrases.hash(passphrase, ROUNDS);
    }
}
