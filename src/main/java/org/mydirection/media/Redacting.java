package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;

/**
 * Redacts a picture or recording: new forms are made from the stored ones, read back and looked at, and then take their
 * place wherever the file is shown. What was there before is withheld from everybody, and destroyed by the sweep after
 * {@code media.withheld.days}. Who may redact what, the caller decides.
 */
@ApplicationScoped
public class Redacting {

    @Inject
    MediaSettings settings;

    @Inject
    AssetLedger ledger;

    @Inject
    MediaReading reading;

    @Inject
    Vault vault;

    @Inject
    PictureSanitising pictures;

    @Inject
    RecordingSanitising recordings;

    @Inject
    RecordingRedaction sounds;

    @Inject
    MediaVerification verification;

    /**
     * Makes and stores the new forms; nothing is shown otherwise yet. Not inside a transaction. Follow it by {@link
     * #replace} or {@link #drop}.
     *
     * @throws NotFound when the asset is not READY
     * @throws Refused redaction.nothing, redaction.region, redaction.span
     */
    public Redacted prepare(AssetId id, Redaction redaction) {
        AssetView view = reading.find(id).filter(AssetView::isReady).orElseThrow(NotFound::new);
        Refused.ifAny(redaction.check(view));
        AssetWork work = ledger.work(id).orElseThrow(NotFound::new);
        try (WorkFolder folder = new WorkFolder(settings.workFolder(), AssetId.random())) {
            SanitisedMedia media =
                    view.isPicture() ? picture(work, redaction, folder) : recording(work, redaction, folder);
            List<SealedForm> forms = store(work, media);
            Redacted made = new Redacted(id, media, forms, redaction);
            try {
                verify(work, redaction, forms, folder);
            } catch (IOException | RuntimeException e) {
                drop(made);
                throw e;
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("a redaction could not be made", e);
        }
    }

    /** In the transaction of the caller: from its end on, the new forms are shown and the old ones are not. */
    @Transactional
    public void replace(Redacted redacted) {
        ledger.redacted(redacted);
    }

    /**
     * In the transaction of the caller: the face in this picture cannot be known, since it is covered or not in it. Whoever
     * looked at it says so; who may, the caller decides.
     */
    @Transactional
    public void likenessChanged(AssetId id) {
        ledger.likenessChanged(id);
    }

    /** Lets go of what was prepared and is not wanted. */
    public void drop(Redacted redacted) {
        try {
            for (SealedForm form : redacted.forms()) {
                vault.destroy(form.name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a redaction could not be dropped", e);
        }
    }

    private SanitisedMedia picture(AssetWork work, Redaction redaction, WorkFolder folder) throws IOException {
        Path master = open(work, Form.MASTER, work.forms(), folder, "before.jpg");
        return pictures.redact(master, redaction.regions(), folder);
    }

    /** Taken out before the voice is disguised, which blurs in time, and again behind it. */
    private SanitisedMedia recording(AssetWork work, Redaction redaction, WorkFolder folder) throws IOException {
        Path before = open(work, Form.PLAYBACK, work.forms(), folder, "before.mp4");
        Path samples = sounds.samples(before, SourceType.MP4, folder, "samples.wav");
        sounds.takeOut(samples, redaction.spans());
        if (redaction.disguised()) {
            sounds.disguise(samples);
            sounds.takeOut(samples, redaction.spans());
        }
        return recordings.sanitise(samples, SourceType.WAV, folder);
    }

    private List<SealedForm> store(AssetWork work, SanitisedMedia media) throws IOException {
        List<SealedForm> forms = new ArrayList<>();
        for (Map.Entry<Form, Path> file : media.files().entrySet()) {
            forms.add(SealedForm.of(file.getKey(), vault.seal(work.key().orElseThrow(NotFound::new), file.getValue())));
        }
        return forms;
    }

    private void verify(AssetWork work, Redaction redaction, List<SealedForm> forms, WorkFolder folder)
            throws IOException {
        for (SealedForm form : forms) {
            Path file = open(work, form.form(), forms, folder, "read-back-" + form.name());
            if (form.form().kind() == MediaKind.PICTURE) {
                verification.requireOnlyPixels(file);
                BufferedImage image = ImageIO.read(file.toFile());
                PictureRedaction.requireCovered(image, redaction.regions());
            } else {
                verification.requireOnlySamples(file, folder.path());
                sounds.requireTakenOut(
                        sounds.samples(file, SourceType.MP4, folder, "read-back.wav"), redaction.spans());
            }
        }
    }

    private Path open(AssetWork work, Form form, List<SealedForm> among, WorkFolder folder, String name)
            throws IOException {
        SealedForm sealed =
                among.stream().filter(each -> each.form() == form).findFirst().orElseThrow(NotFound::new);
        Path file = folder.file(name);
        vault.open(List.of(sealed.under(work.key().orElseThrow(NotFound::new))), file);
        return file;
    }

    /** Prepared, stored and looked at. Opaque: only {@link #replace} and {@link #drop} can do anything with it. */
    public static final class Redacted {

        private final AssetId asset;
        private final SanitisedMedia media;
        private final List<SealedForm> forms;
        private final Redaction redaction;

        Redacted(AssetId asset, SanitisedMedia media, List<SealedForm> forms, Redaction redaction) {
            this.asset = asset;
            this.media = media;
            this.forms = List.copyOf(forms);
            this.redaction = redaction;
        }

        /** The stretches that are out of it. */
        public List<Redaction.Span> spans() {
            return redaction.spans();
        }

        boolean disguised() {
            return redaction.disguised();
        }

        AssetId asset() {
            return asset;
        }

        SanitisedMedia media() {
            return media;
        }

        List<SealedForm> forms() {
            return forms;
        }
    }
}
