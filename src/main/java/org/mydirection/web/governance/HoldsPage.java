package org.mydirection.web.governance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.governance.Holding;
import org.mydirection.governance.Holding.HoldRow;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.story.HoldId;
import org.mydirection.story.StoryHold;
import org.mydirection.story.StoryId;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** The holds in force; placing one, lifting one. */
@Named
@RequestScoped
public class HoldsPage {

    private static final String AGAIN = "/governance/holds.xhtml?faces-redirect=true";

    @Inject
    private Me me;

    @Inject
    private Holding holding;

    @Inject
    private Messages messages;

    private List<HoldRow> rows;
    private String story;
    private StoryHold.Kind kind;
    private String reason;

    @PostConstruct
    void load() {
        rows = holding.inForce(me.viewer());
    }

    public String place() {
        try {
            StoryId held = new StoryId(Id.require(story == null ? null : story.strip()));
            holding.place(me.viewer(), held, kind, reason);
            messages.done("hold.placed.text");
            return AGAIN;
        } catch (NotFound unknown) {
            messages.refuse("story", Refusal.of("hold.story_unknown"));
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse(kind == null ? "kind" : "reason", refusal));
        }
        return null;
    }

    public String lift(String hold) {
        holding.lift(me.viewer(), new HoldId(Id.require(hold)));
        messages.done("hold.lifted.text");
        return AGAIN;
    }

    public List<HoldRow> getRows() {
        return rows;
    }

    public StoryHold.Kind[] getKinds() {
        return StoryHold.Kind.values();
    }

    public String getStory() {
        return story;
    }

    public void setStory(String story) {
        this.story = story;
    }

    public StoryHold.Kind getKind() {
        return kind;
    }

    public void setKind(StoryHold.Kind kind) {
        this.kind = kind;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
