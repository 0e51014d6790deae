package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.Receipt;
import org.mydirection.consent.Receipts;
import org.mydirection.consent.TakingBack;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionView;
import org.mydirection.supervision.Ledger;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Asks once, and takes the story back: all of it, one way of using it, or one part. No reason is asked for. */
@Named
@RequestScoped
public class TakeBackPage {

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
    private Receipts receipts;

    @Inject
    private Ledger ledger;

    private VersionView version;
    private Receipt receipt;
    private Ledger.Stakes stakes;

    public void open() {
        version = writing.read(me.viewer(), address.story());
        receipt = receipts.latest(me.viewer(), address.story()).orElse(null);
        stakes = ledger.stakes(me.viewer(), address.story());
    }

    public void takeBack() {
        takingBack.takeBack(me.viewer(), address.story());
        address.go("/story/taken-back.xhtml", "");
    }

    /** One way of using it. */
    public void takeBackPurpose(String name) {
        Purpose purpose = Stream.of(Purpose.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
        try {
            takingBack.takeBack(me.viewer(), address.story(), purpose);
            messages.done("take_back.purpose.done.text");
            address.go("/story/where.xhtml", "");
        } catch (Refused refused) {
            messages.refuse(refused);
            open();
        }
    }

    /** One picture or recording, all of it. */
    public void takeBackPart() {
        try {
            takingBack.takeBack(me.viewer(), address.story(), address.scene(), 0, Integer.MAX_VALUE);
            messages.done("take_back.part.done.text");
            address.go("/story/edit.xhtml", "");
        } catch (Refused refused) {
            messages.refuse(refused);
            open();
        }
    }

    public VersionView getVersion() {
        return version;
    }

    /** The ways of using it that have a yes now. */
    public List<Purpose> getPurposes() {
        return receipt == null || receipt.endedAt() != null ? List.of() : receipt.yes();
    }

    /** The pictures and recordings. */
    public List<SceneView> getParts() {
        return version == null || getPurposes().isEmpty()
                ? List.of()
                : version.scenes().stream()
                        .filter(scene -> scene.file() != null)
                        .toList();
    }

    /** What it would touch. */
    public Ledger.Stakes getStakes() {
        return stakes;
    }
}
