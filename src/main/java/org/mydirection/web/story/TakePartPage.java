package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.consent.TakingBack;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryWriting;
import org.mydirection.supervision.Ledger;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;
import org.mydirection.web.RecordingTime;

/** Takes a stretch of a recording back: the recording to hear, where it begins and ends, what it touches, one press. */
@Named
@RequestScoped
public class TakePartPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private StoryWriting writing;

    @Inject
    private TakingBack takingBack;

    @Inject
    private Ledger ledger;

    private SceneView scene;
    private Ledger.Stakes stakes;
    private String from;
    private String to;

    public void open() {
        scene = writing.read(me.viewer(), address.story()).scenes().stream()
                .filter(one -> one.id().equals(address.scene()))
                .filter(one -> one.kind() == SceneKind.RECORDING && one.file() != null)
                .findFirst()
                .orElseThrow(NotFound::new);
        stakes = ledger.stakes(me.viewer(), address.story());
    }

    public void takeBack() {
        open();
        long begin = RecordingTime.millis(from).orElse(-1L);
        long end = RecordingTime.millis(to).map(this::within).orElse(-1L);
        if (begin < 0 || end <= begin) {
            messages.refuse("to", Refusal.of("permission.no_span"));
            return;
        }
        try {
            takingBack.takeBack(me.viewer(), address.story(), address.scene(), (int) begin, (int) end);
            address.go("/story/part-taken.xhtml", "");
        } catch (Refused refused) {
            messages.refuse(refused);
        }
    }

    private long within(long millis) {
        return Math.min(millis, scene.file().durationMillis());
    }

    public SceneView getScene() {
        return scene;
    }

    /** How long it is, to a tenth of a second, as it is typed. */
    public String getLength() {
        return RecordingTime.text(scene.file().durationMillis() / 100 * 100);
    }

    /** What it would touch. */
    public Ledger.Stakes getStakes() {
        return stakes;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
