package org.mydirection.web.permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.consent.AnsweringAloud;
import org.mydirection.consent.Asking;
import org.mydirection.consent.Choices.How;
import org.mydirection.consent.Receipt;
import org.mydirection.consent.Receipts;
import org.mydirection.media.AssetView;
import org.mydirection.media.UploadId;
import org.mydirection.shared.Refused;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;
import org.mydirection.web.media.AnswerFiles;

/** The answers said aloud: recorded here, or heard by a witness. */
@Named
@RequestScoped
public class AloudPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private Asking asking;

    @Inject
    private AnsweringAloud aloud;

    @Inject
    private AnswerFiles files;

    @Inject
    private Receipts receipts;

    private AssetView file;
    private boolean looked;
    private Receipt answers;
    private boolean witnessed;

    public void open() {
        Asking.Asked asked = asking.read(me.viewer(), address.story());
        if (!asked.open() || asked.how() != How.ALOUD) {
            address.go(asked.open() ? Questions.HELP : Questions.LIMITS, "");
            return;
        }
        witnessed = asked.witnessed();
        answers = receipts.making(me.viewer(), address.story()).orElse(null);
    }

    /** On with it: recorded and ready, or with a witness and nothing recorded. */
    public void next() {
        witnessed = asking.read(me.viewer(), address.story()).witnessed();
        if (getFile() == null ? witnessed : file.isReady()) {
            address.go(Questions.TEACH_BACK, "");
        } else {
            messages.refuse(Refused.because(file == null ? "permission.aloud_missing" : "permission.recording_open"));
            answers = receipts.making(me.viewer(), address.story()).orElse(null);
        }
    }

    public void drop() {
        aloud.drop(me.viewer(), address.story());
        address.go(Questions.ALOUD, "");
    }

    /** The recording, ready or on its way; null without one. Read when first asked for: a post asks before anything is opened. */
    public AssetView getFile() {
        if (!looked) {
            looked = true;
            file = files.settle(me.viewer(), address.story()).orElse(null);
        }
        return file;
    }

    /** What is said aloud: the answers so far. */
    public Receipt getAnswers() {
        return answers;
    }

    public boolean isWitnessed() {
        return witnessed;
    }

    /** The upload of what was recorded here and not kept yet; null when there is none. */
    public String getCutShort() {
        return files.cutShort(me.viewer(), address.story()).map(UploadId::text).orElse(null);
    }
}
