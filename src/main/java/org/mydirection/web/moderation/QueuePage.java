package org.mydirection.web.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mydirection.moderation.Claiming;
import org.mydirection.moderation.Claiming.QueueRow;
import org.mydirection.moderation.ReviewId;
import org.mydirection.moderation.Stage;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** A queue: what waits, one's own first, then the oldest; taking the next one, or this one. */
@Named
@RequestScoped
public class QueuePage {

    @Inject
    private Me me;

    @Inject
    private Claiming claiming;

    @Inject
    private Messages messages;

    private String stage;
    private List<QueueRow> rows = List.of();
    private long awaiting;

    public void load() {
        List<QueueRow> all = claiming.queue(me.viewer(), stage());
        awaiting = claiming.awaiting(me.viewer(), stage());
        rows = Stream.concat(all.stream().filter(QueueRow::mine), all.stream().filter(row -> !row.mine()))
                .toList();
    }

    /** Claims the oldest. */
    public String next() {
        Optional<ReviewId> claimed = claiming.claimNext(me.viewer(), stage());
        if (claimed.isEmpty()) {
            messages.refuse(null, Refusal.of("review.none_waiting"));
            load();
        }
        return claimed.map(this::deskOf).orElse(null);
    }

    /** Claims this one. */
    public String open(String review) {
        ReviewId id = new ReviewId(Id.require(review));
        try {
            claiming.claim(me.viewer(), id);
            return deskOf(id);
        } catch (Refused refused) {
            messages.refuse(refused);
            load();
            return null;
        }
    }

    private String deskOf(ReviewId review) {
        return "/moderation/desk.xhtml?faces-redirect=true&stage=" + stage() + "&review=" + review.text();
    }

    private Stage stage() {
        return Stream.of(Stage.values())
                .filter(each -> each.name().equals(stage))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Which entry of the navigation this is. */
    public String getHere() {
        return "CONTENT".equals(stage) ? "content" : "consent";
    }

    public String getStage() {
        return stage;
    }

    public void setStage(String stage) {
        this.stage = stage;
    }

    public List<QueueRow> getRows() {
        return rows;
    }

    /** How many wait for their storyteller. */
    public long getAwaiting() {
        return awaiting;
    }

    /** The most rows that the page shows. */
    public int getMost() {
        return Claiming.PAGE;
    }
}
