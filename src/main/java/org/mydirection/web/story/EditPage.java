package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.mydirection.moderation.Progress;
import org.mydirection.moderation.Progress.Check;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneId;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.story.VersionView;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** The draft: its name and its parts in order. A story that is not being written goes to its tracker. */
@Named
@RequestScoped
public class EditPage {

    private static final String PAGE = "/story/edit.xhtml";

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private StoryWriting writing;

    @Inject
    private Progress progress;

    private VersionView version;
    private Check reason;
    private String title;

    public void open() {
        if (getVersion().status() != VersionStatus.DRAFT) {
            address.go("/story/where.xhtml", "");
            return;
        }
        title = version.title();
        reason = progress.reasonBeside(me.viewer(), address.story()).orElse(null);
    }

    /** Keeps the name. Autosave stays on the page; a press of the button comes back to it. */
    public void rename() {
        act(() -> {
            writing.rename(me.viewer(), address.story(), title);
            messages.kept();
        });
    }

    public void move(SceneView scene, boolean earlier) {
        act(() -> {
            requireSameParts();
            writing.move(me.viewer(), address.story(), scene.id(), earlier);
            address.go(PAGE, "#part-" + (scene.part() + (earlier ? -1 : 1)));
        });
    }

    public void takeOut(SceneView scene) {
        act(() -> {
            requireSameParts();
            writing.remove(me.viewer(), address.story(), scene.id());
            address.go(PAGE, "&out=" + scene.id().text() + "#taken-out");
        });
    }

    public void putBack() {
        act(() -> {
            writing.putBack(me.viewer(), address.story(), new SceneId(Id.require(getOut())));
            address.go(PAGE, "#parts-title");
        });
    }

    public void add(SceneKind kind) {
        act(() -> {
            SceneId scene = writing.addScene(me.viewer(), address.story(), kind);
            address.go("/story/scene.xhtml", "&scene=" + scene.text());
        });
    }

    /** A button stands for a place: on a page that was left open another part may be there by now. */
    private void requireSameParts() {
        if (!getOrder().equals(address.get("order"))) {
            throw Refused.because("story.parts_changed");
        }
    }

    /** The parts that the page shows, in their order. */
    public String getOrder() {
        return getParts().stream().map(part -> part.id().text()).collect(Collectors.joining(" "));
    }

    private void act(Runnable action) {
        try {
            action.run();
        } catch (Refused refused) {
            messages.refuse(refused);
            reason = progress.reasonBeside(me.viewer(), address.story()).orElse(null);
        }
    }

    /** Read when it is first asked for: a post asks for the parts before it sets any field. */
    public VersionView getVersion() {
        if (version == null) {
            version = writing.readSettled(me.viewer(), address.story());
        }
        return version;
    }

    /** The part that was just taken out; empty when there is none. */
    public String getOut() {
        String out = address.get("out");
        boolean there = getVersion().scenes().stream()
                .anyMatch(scene -> scene.id().text().equals(out));
        return there ? "" : out;
    }

    /** Whether there is a photo and a voice to put together. */
    public boolean isPlayable() {
        return has(SceneKind.PICTURE) && has(SceneKind.RECORDING);
    }

    private boolean has(SceneKind kind) {
        return getParts().stream().anyMatch(scene -> scene.kind() == kind && scene.file() != null);
    }

    public boolean isNeverSent() {
        return getVersion().number() == 1;
    }

    public List<SceneView> getParts() {
        return getVersion().scenes();
    }

    /** Why it was sent back; null when it was not. */
    public Check getReason() {
        return reason;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}
