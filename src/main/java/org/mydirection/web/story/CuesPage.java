package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.story.VersionView;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** When the photos come up along a voice: set by listening and pressing "next photo". */
@Named
@RequestScoped
public class CuesPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private StoryWriting writing;

    private VersionView version;
    private String cues;

    public void open() {
        if (getVersion().status() != VersionStatus.DRAFT) {
            address.go("/story/where.xhtml", "");
        } else if (getPictures().isEmpty() || getVoices().isEmpty()) {
            throw new NotFound();
        }
    }

    /** Keeps the moments in the field: milliseconds with commas between them; nothing there takes all away. */
    public void keep() {
        keep(cues == null || !cues.matches("\\d{1,8}(,\\d{1,8})*") ? List.of() : moments());
    }

    public void clear() {
        keep(List.of());
    }

    private List<Long> moments() {
        return Stream.of(cues.split(",")).map(Long::valueOf).toList();
    }

    private void keep(List<Long> moments) {
        try {
            writing.time(me.viewer(), address.story(), getVoice().id(), moments);
            if (moments.isEmpty()) {
                messages.done("cues.cleared.text");
                address.go("/story/edit.xhtml", "");
            } else {
                messages.done("cues.kept.text");
                address.go("/story/read.xhtml", "");
            }
        } catch (Refused refused) {
            messages.refuse(refused);
        }
    }

    public VersionView getVersion() {
        if (version == null) {
            version = writing.readSettled(me.viewer(), address.story());
        }
        return version;
    }

    /** The voice that is played: that of the address, else the narration of now, else the first. */
    public SceneView getVoice() {
        String wanted = address.get("voice");
        return getVoices().stream()
                .filter(voice -> voice.id().text().equals(wanted))
                .findFirst()
                .or(() -> getVoices().stream()
                        .filter(voice -> voice.telling().narration())
                        .findFirst())
                .orElseGet(() -> getVoices().get(0));
    }

    public List<SceneView> getVoices() {
        return of(SceneKind.RECORDING);
    }

    public List<SceneView> getPictures() {
        return of(SceneKind.PICTURE);
    }

    private List<SceneView> of(SceneKind kind) {
        return getVersion().scenes().stream()
                .filter(scene -> scene.kind() == kind && scene.file() != null)
                .toList();
    }

    public String getCues() {
        return cues;
    }

    public void setCues(String cues) {
        this.cues = cues;
    }
}
