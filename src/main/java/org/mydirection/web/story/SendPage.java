package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.consent.Receipt;
import org.mydirection.consent.Receipts;
import org.mydirection.moderation.Sending;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.story.VersionView;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;
import org.mydirection.web.Words;

/** The last look before a story is sent: what is missing, all at once, what it looks like, and what was said yes to. */
@Named
@RequestScoped
public class SendPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private Words words;

    @Inject
    private StoryWriting writing;

    @Inject
    private Sending sending;

    @Inject
    private Receipts receipts;

    private VersionView version;
    private List<Missing> missing = List.of();
    private Receipt receipt;

    public void open() {
        List<Refusal> refusals = sending.missing(me.viewer(), address.story());
        version = writing.read(me.viewer(), address.story());
        if (version.status() != VersionStatus.DRAFT) {
            address.go("/story/where.xhtml", "");
            return;
        }
        missing = refusals.stream().map(this::missing).toList();
        receipt = receipts.latest(me.viewer(), address.story()).orElse(null);
    }

    public void send() {
        try {
            sending.send(me.viewer(), address.story());
            messages.done("make.sent.text");
            address.go("/story/where.xhtml", "");
        } catch (Refused refused) {
            open();
            messages.refuse(refused);
        }
    }

    private Missing missing(Refusal refusal) {
        String story = "?story=" + address.getStory();
        if (refusal.code().startsWith("submit.permission")) {
            return new Missing(words.say(refusal), "/permission/limits.xhtml" + story);
        }
        if (refusal.arguments().isEmpty()) {
            return new Missing(words.say(refusal), "/story/edit.xhtml" + story);
        }
        int part = Integer.parseInt(refusal.arguments().get(0));
        String scene = version.scenes().get(part - 1).id().text();
        return new Missing(words.say(refusal), "/story/scene.xhtml" + story + "&scene=" + scene);
    }

    public VersionView getVersion() {
        return version;
    }

    public List<Missing> getMissing() {
        return missing;
    }

    /** What was last said yes or no to; null when nothing was. */
    public Receipt getReceipt() {
        return receipt;
    }

    /** Something to do before it can be sent, and where to do it: a path from the context root. */
    public record Missing(String text, String href) {}
}
