package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.mydirection.shared.StartRefused;

/** Opens what media need, in order, and closes it. Called once each, by the start of the application. */
@ApplicationScoped
public class MediaStart {

    private static final Logger LOG = Logger.getLogger(MediaStart.class.getName());

    @Inject
    MediaSettings settings;

    @Inject
    ObjectStore store;

    @Inject
    VaultKeys keys;

    @Inject
    KeyWrapping wrapping;

    @Inject
    Vault vault;

    @Inject
    MediaTools tools;

    @Inject
    MediaJobs jobs;

    /**
     * After the migrations: checks the settings, opens the store, the key-encryption key and the tools, warms the
     * cipher, and takes up the jobs. Throws {@link StartRefused} with one sentence that names the setting; what was
     * opened is closed again.
     */
    public void start() {
        settings.check();
        try {
            clearWorkFolder();
            wrapping.open(keys.any());
            if (settings.rotatesVaultKey()) {
                wrapping.rotate(keys::rewrap);
                wrapping.takeNew();
                LOG.warning(
                        "The key file was replaced by a new one (setting vault.rotate). Keep a copy of the new one; the"
                                + " old one lies beside it with the ending .old and is needed for older backups only.");
            }
            store.open();
            tools.open();
            warm();
            jobs.start();
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** Ends the jobs, waiting some seconds for what is running, and stops the embedded store. */
    public void stop() {
        jobs.stop();
        store.close();
    }

    private void clearWorkFolder() {
        try {
            WorkFolder.clear(settings.workFolder());
        } catch (IOException e) {
            throw new StartRefused(
                    "The folder " + settings.workFolder() + " can't be cleared: see the setting data.dir.", e);
        }
    }

    private void warm() {
        // Pictures are kept in memory while they are decoded, not in files of the system's temporary folder.
        ImageIO.setUseCache(false);
        ImageIO.scanForPlugins();
        try {
            vault.warm();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }
}
