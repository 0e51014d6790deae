package org.mydirection.media;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mydirection.shared.StartRefused;

/**
 * The key-encryption key: it wraps and unwraps the keys of stories (AES-256-GCM, bound to the id of the key). It lives
 * in a file outside the database and the store, as 32 random bytes in Base64.
 */
@ApplicationScoped
class KeyWrapping {

    /** AES-256, in bytes. */
    static final int KEY_BYTES = 32;

    private static final Logger LOG = Logger.getLogger(KeyWrapping.class.getName());

    @Inject
    MediaSettings settings;

    private final SecureRandom random = new SecureRandom();
    private volatile Aead keyEncryptionKey;

    /**
     * Loads the key-encryption key, or makes it on the first run of an installation with the embedded store. Throws
     * {@link StartRefused} when it is missing, unreadable, or not the one that wrapped {@code known}.
     *
     * @param known any key that is already stored
     */
    public void open(Optional<SealedKey> known) {
        Path file = settings.vaultKeyFile();
        if (!Files.exists(file)) {
            if (known.isPresent() || !settings.mayMakeVaultKey()) {
                throw new StartRefused("The key file " + file + " is not there: put your copy of it there, or let the"
                        + " setting vault.key.file name it.");
            }
            make(file);
        }
        keyEncryptionKey = load(file);
        known.ifPresent(this::check);
    }

    /** 32 new random bytes, wrapped for that id. */
    public SealedKey newKey(VaultKeyId id) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        try {
            return new SealedKey(id, keyEncryptionKey.encrypt(bytes, boundTo(id)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key could not be wrapped", impossible);
        }
    }

    /** The 32 bytes of the key; throws {@link GeneralSecurityException} when it was wrapped otherwise. */
    public byte[] unwrap(SealedKey key) throws GeneralSecurityException {
        return keyEncryptionKey.decrypt(key.wrapped(), boundTo(key.id()));
    }

    private void make(Path file) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            OwnerOnly.create(file);
            Files.writeString(
                    file, Base64.getEncoder().encodeToString(bytes) + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new StartRefused(
                    "The key file " + file + " can't be written: let the setting vault.key.file or data.dir name a"
                            + " place that can be.",
                    e);
        }
        LOG.warning("A new key file was made (setting vault.key.file). Keep a copy of it apart from the data: without"
                + " it no picture and no recording can ever be opened again.");
    }

    private Aead load(Path file) {
        try {
            byte[] bytes = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (bytes.length == KEY_BYTES) {
                warnWhenOthersMayRead(file);
                return new AesGcmJce(bytes);
            }
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            throw new StartRefused(unusable(file), e);
        }
        throw new StartRefused(unusable(file));
    }

    private void check(SealedKey known) {
        try {
            unwrap(known);
        } catch (GeneralSecurityException wrong) {
            throw new StartRefused(
                    "The key file " + settings.vaultKeyFile()
                            + " is not the one that the stored media were locked with:"
                            + " let the setting vault.key.file name the right one.",
                    wrong);
        }
    }

    private static String unusable(Path file) {
        return "The key file " + file + " (setting vault.key.file) can't be used: it must be readable and hold 32 bytes"
                + " in Base64.";
    }

    private static void warnWhenOthersMayRead(Path file) throws IOException {
        if (OwnerOnly.supported(file)
                && !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                        .endsWith("------")) {
            LOG.log(
                    Level.WARNING,
                    "The key file (setting vault.key.file) can be read by other accounts of this machine.");
        }
    }

    private static byte[] boundTo(VaultKeyId id) {
        return id.text().getBytes(StandardCharsets.US_ASCII);
    }
}
