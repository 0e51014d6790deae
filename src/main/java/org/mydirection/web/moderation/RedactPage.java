package org.mydirection.web.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mydirection.consent.TakenPart;
import org.mydirection.moderation.Desk;
import org.mydirection.moderation.Redactions;
import org.mydirection.moderation.ReviewDesk;
import org.mydirection.moderation.ReviewId;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneId;
import org.mydirection.story.SceneView;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;
import org.mydirection.web.RecordingTime;

/** Covers parts of a picture or takes stretches out of a recording, for the reviewer who holds the claim. */
@Named
@RequestScoped
public class RedactPage {

    @Inject
    private Me me;

    @Inject
    private ReviewDesk reviews;

    @Inject
    private Redactions redactions;

    @Inject
    private Messages messages;

    private String review;
    private String scene;
    private Desk desk;
    private SceneView shown;

    /** Opens the scene; back to the queue, with the reason, when the claim is not held any more. */
    public String enter() {
        try {
            desk = reviews.read(me.viewer(), new ReviewId(Id.require(review)));
        } catch (Refused refused) {
            messages.refuseThere(refused);
            return "/moderation/queue.xhtml?faces-redirect=true&stage=CONTENT";
        }
        SceneId wanted = new SceneId(Id.require(scene));
        shown = desk.version().scenes().stream()
                .filter(each -> each.id().equals(wanted))
                .filter(each -> each.file() != null && each.file().isReady())
                .findFirst()
                .orElseThrow(NotFound::new);
        return null;
    }

    public String redact() {
        RedactForm form = new RedactForm(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
        try {
            redactions.redact(
                    me.viewer(),
                    new ReviewId(Id.require(review)),
                    new SceneId(Id.require(scene)),
                    form.redaction(),
                    form.phrases());
        } catch (Refused refused) {
            messages.refuse(refused);
            return enter();
        }
        messages.done("redact.done.text");
        return "/moderation/desk.xhtml?faces-redirect=true&review=" + review + "&stage=" + desk.stage();
    }

    /** Where a stretch begins: as it was typed, else where one begins that the storyteller took back. */
    public String from(int row) {
        return typed("from-" + row).orElseGet(() -> tookBack(row)
                .map(part -> RecordingTime.text(part.fromMillis()))
                .orElse(""));
    }

    /** Where it ends, likewise. */
    public String to(int row) {
        return typed("to-" + row).orElseGet(() -> tookBack(row)
                .map(part -> RecordingTime.text(part.untilMillis()))
                .orElse(""));
    }

    private Optional<String> typed(String field) {
        return Optional.ofNullable(FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(field));
    }

    private Optional<TakenPart> tookBack(int row) {
        return desk.takenBackOf(shown).stream()
                .filter(part -> !part.wholeFile())
                .skip(row - 1L)
                .findFirst();
    }

    /** The numbers of the rows. */
    public List<Integer> getRows() {
        return IntStream.rangeClosed(1, RedactForm.ROWS).boxed().toList();
    }

    public String getReview() {
        return review;
    }

    public void setReview(String review) {
        this.review = review;
    }

    public String getScene() {
        return scene;
    }

    public void setScene(String scene) {
        this.scene = scene;
    }

    public Desk getDesk() {
        return desk;
    }

    public SceneView getShown() {
        return shown;
    }
}
