package org.mydirection.media;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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
        if (known.isPresent() && Files.exists(next()) && !opens(known.get())) {
            // A rotation ended between its last write to the database and the change of the files.
            keyEncryptionKey = load(next());
            check(known.get());
            takeNew();
        }
        known.ifPresent(this::check);
    }

    private boolean opens(SealedKey known) {
        try {
            unwrap(known);
            return true;
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    /**
     * Makes a new key-encryption key and wraps again, by it, what the one in use wrapped. The new key lies beside the file
     * of the one in use, with the ending {@code .new}, before anything is wrapped by it; {@link #takeNew} puts it in its
     * place afterwards.
     *
     * @param rewrap does it for every key that is stored, in one transaction
     */
    public void rotate(Consumer<UnaryOperator<SealedKey>> rewrap) {
        Aead before = keyEncryptionKey;
        Path next = next();
        make(next);
        Aead after = load(next);
        rewrap.accept(key -> {
            try {
                byte[] bytes = before.decrypt(key.wrapped(), boundTo(key.id()));
                return new SealedKey(key.id(), after.encrypt(bytes, boundTo(key.id())));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a key of a story does not open: nothing was changed", e);
            }
        });
        keyEncryptionKey = after;
    }

    /** The new key takes the place of the one that was in use, which stays beside it with the ending {@code .old}. */
    public void takeNew() {
        Path file = settings.vaultKeyFile();
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(next(), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartRefused(
                    "The new key file " + next() + " could not be put in the place of " + file
                            + " (setting vault.key.file): do it by hand, every key is wrapped by the new one already.",
                    e);
        }
    }

    private Path next() {
        Path file = settings.vaultKeyFile();
        return file.resolveSibling(file.getFileName() + ".new");
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
