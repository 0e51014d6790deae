package org.mydirection.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.mydirection.shared.Refused;
import org.mydirection.shared.Settings;
import org.mydirection.shared.StartRefused;

/**
 * Makes the first administrator, when the setting {@code first.administrator} names one and no account exists. The
 * passphrase is random and written once to {@code first-administrator.txt} in the data folder, for its owner only.
 */
@ApplicationScoped
public class FirstAdministrator {

    static final String SETTING = "first.administrator";

    @Inject
    private Settings settings;

    @Inject
    private Accounts accounts;

    @Inject
    private AccountKeeping keeping;

    /** Does nothing when the setting is absent or an account exists. Throws {@link StartRefused} when it cannot. */
    @Transactional
    public void ensure() {
        settings.find(SETTING).filter(name -> accounts.none()).ifPresent(this::make);
    }

    private void make(String username) {
        String passphrase = Passphrases.random();
        Path card = settings.dataFolder().resolve("first-administrator.txt");
        try {
            Files.createDirectories(card.getParent());
            Files.deleteIfExists(card);
            if (card.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        card, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(
                    card,
                    "User name: " + Accounts.normal(username) + "\nPassphrase: " + passphrase + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            throw new StartRefused(
                    "The first administrator's passphrase cannot be written to the folder that the setting data.dir"
                            + " names: make it writable.",
                    unwritable);
        }
        make(username, "First administrator", passphrase);
    }

    /**
     * Opens the account that nobody is there to open. Refused as {@link AccountKeeping#open} says; {@code
     * account.not_first} when there is an account already.
     */
    @Transactional
    public AccountId make(String username, String displayName, String passphrase) {
        if (!accounts.none()) {
            throw Refused.because("account.not_first");
        }
        return keeping.open((AccountId) null, username, displayName, passphrase, null, EnumSet.of(Role.ADMINISTRATOR));
    }
}
