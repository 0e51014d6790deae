package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryHelping;
import org.mydirection.story.StoryWriting;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Are these your words? What somebody else wrote down, before the storyteller says that it is theirs. */
@Named
@RequestScoped
public class MinePage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private StoryWriting writing;

    @Inject
    private StoryHelping helping;

    private List<SceneView> parts = List.of();

    public void open() {
        parts = read().stream()
                .filter(scene -> scene.telling().unconfirmed() != null)
                .toList();
    }

    public void confirm() {
        try {
            helping.confirm(me.viewer(), address.story());
            messages.done("mine.done.text");
            address.go("/story/edit.xhtml", "");
        } catch (Refused refused) {
            messages.refuse(refused);
        }
    }

    /** Whether there is something to say yes to: words that wait, or somebody who types. */
    public boolean isWaiting() {
        return read().stream().anyMatch(scene -> scene.telling().unconfirmed() != null)
                || helping.now(me.viewer(), address.story()).isPresent();
    }

    private List<SceneView> read() {
        return writing.read(me.viewer(), address.story()).scenes();
    }

    /** The parts whose words wait; none when all are the storyteller's. */
    public List<SceneView> getParts() {
        return parts;
    }
}
