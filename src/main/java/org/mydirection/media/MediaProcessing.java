package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.shared.Refused;

/**
 * The work on one asset, from wherever it stands to its end. Each step reads where the asset is, does its work outside
 * of a transaction, and records it in one: so it can be broken off anywhere and begun again, and never does a thing
 * twice that counts. What a broken step left in the store belongs to no row, and goes with the sweep.
 */
@ApplicationScoped
class MediaProcessing {

    /** How often the process may end while it works on one asset before that is taken for the asset's doing. */
    static final int MOST_ENDS = 3;

    @Inject
    MediaSettings settings;

    @Inject
    AssetLedger ledger;

    @Inject
    Vault vault;

    @Inject
    MalwareScan scan;

    @Inject
    PictureSanitising pictures;

    @Inject
    RecordingSanitising recordings;

    @Inject
    MediaVerification verification;

    /** Does all that is left to do; throws IOException or a RuntimeException when it should be tried again. */
    public void work(AssetId id) throws IOException {
        Optional<AssetWork> left = ledger.work(id);
        while (left.isPresent() && step(left.get())) {
            left = ledger.work(id);
        }
    }

    /** Whether there may be more to do. */
    private boolean step(AssetWork work) throws IOException {
        if (work.discarded()) {
            return erase(work);
        }
        if (work.key().isEmpty()) {
            return false; // the story was erased: there is nothing left that could be read
        }
        return switch (work.status()) {
            case RECEIVED -> scan(work);
            case SCANNED -> sanitise(work);
            case SANITISED -> verify(work);
            case READY, REFUSED -> destroyRaw(work);
            case FAILED -> false;
        };
    }

    private boolean erase(AssetWork work) throws IOException {
        for (UUID object : work.objects()) {
            vault.destroy(object);
        }
        ledger.erased(work.id());
        return false;
    }

    private boolean scan(AssetWork work) throws IOException {
        try {
            scan.requireClean(work.raw());
        } catch (Refused refused) {
            return refuse(work, refused);
        }
        ledger.scanned(work.id());
        return true;
    }

    private boolean sanitise(AssetWork work) throws IOException {
        try (WorkFolder folder = new WorkFolder(settings.workFolder(), work.id())) {
            if (folder.brokenOff() >= MOST_ENDS) {
                // A file that takes the whole process down must not do so at each start for ever.
                throw Refused.because(MediaLimits.BROKEN);
            }
            Path raw = folder.file("raw");
            vault.open(work.raw(), raw);
            SanitisedMedia media = work.sourceType().kind() == MediaKind.PICTURE
                    ? pictures.sanitise(raw, work.sourceType(), folder)
                    : recordings.sanitise(raw, work.sourceType(), folder);
            store(work, media);
        } catch (Refused refused) {
            return refuse(work, refused);
        }
        return true;
    }

    private void store(AssetWork work, SanitisedMedia media) throws IOException {
        List<SealedForm> forms = new ArrayList<>();
        try {
            for (Map.Entry<Form, Path> file : media.files().entrySet()) {
                forms.add(SealedForm.of(file.getKey(), vault.seal(work.key().orElseThrow(), file.getValue())));
            }
            ledger.sanitised(work.id(), media, forms);
        } catch (IOException | RuntimeException e) {
            takeBack(forms, e);
            throw e;
        }
    }

    /** What no row owns need not wait for the sweep. */
    private void takeBack(List<SealedForm> forms, Exception reason) {
        for (SealedForm form : forms) {
            try {
                vault.destroy(form.name());
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }

    private boolean verify(AssetWork work) throws IOException {
        try (WorkFolder folder = new WorkFolder(settings.workFolder(), work.id())) {
            for (SealedForm form : work.forms()) {
                Path file = folder.file(form.name().toString());
                vault.open(List.of(form.under(work.key().orElseThrow())), file);
                if (form.form().kind() == MediaKind.PICTURE) {
                    verification.requireOnlyPixels(file);
                } else {
                    verification.requireOnlySamples(file, folder.path());
                }
            }
        }
        ledger.ready(work.id());
        return true;
    }

    private boolean destroyRaw(AssetWork work) throws IOException {
        if (!work.rawNames().isEmpty()) {
            for (UUID object : work.rawNames()) {
                vault.destroy(object);
            }
            ledger.rawDestroyed(work.id());
        }
        return false;
    }

    private boolean refuse(AssetWork work, Refused refused) {
        ledger.refused(work.id(), refused.refusals().get(0).code());
        return true;
    }
}
