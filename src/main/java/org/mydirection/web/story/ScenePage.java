package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.shared.Refused;
import org.mydirection.story.Known;
import org.mydirection.story.Others;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.SceneWords;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** One part of a draft: words, a picture or a recording. */
@Named
@RequestScoped
public class ScenePage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private StoryWriting writing;

    @Inject
    private SceneStep step;

    private SceneView scene;
    private String words;
    private String alt;
    private String caption;
    private String transcript;
    private Others others;
    private String elsewhere;

    public void open() {
        if (writing.read(me.viewer(), address.story()).status() != VersionStatus.DRAFT) {
            address.go("/story/where.xhtml", "");
            return;
        }
        words = getScene().words();
        alt = scene.altText();
        caption = scene.caption();
        transcript = scene.transcript();
        others = scene.telling().others();
    }

    /** Keeps the words. Autosave stays on the page; a press of the button goes back to the story. */
    public void save() {
        SceneWords said = step.kept(getScene(), new SceneWords(words, alt, caption, transcript));
        Known known = Known.parse(address.get("known"));
        try {
            writing.write(me.viewer(), address.story(), address.scene(), said, known);
            if (isPicture() && others != null && others != getScene().telling().others()) {
                writing.sayOthers(me.viewer(), address.story(), address.scene(), others);
            }
            messages.kept();
            if (!FacesContext.getCurrentInstance().getPartialViewContext().isAjaxRequest()) {
                step.goOn(getScene(), others);
            }
        } catch (Refused refused) {
            elsewhere = String.join("\n\n", known.unseen(there(), said));
            messages.refuse(refused);
        }
    }

    private SceneWords there() {
        return new SceneWords(getScene().words(), scene.altText(), scene.caption(), scene.transcript());
    }

    /** Marks of the words that are there: the page shows them. */
    public String getKnown() {
        return Known.of(there());
    }

    /** What was written on another page meanwhile, so that it was not written over; empty when nothing was. */
    public String getElsewhere() {
        return elsewhere;
    }

    /** Read when it is first asked for; looks whether a file that waited is ready. */
    public SceneView getScene() {
        if (scene == null) {
            scene = writing.settle(me.viewer(), address.story(), address.scene());
        }
        return scene;
    }

    public boolean isPicture() {
        return getScene().kind() == SceneKind.PICTURE;
    }

    public boolean isRecording() {
        return getScene().kind() == SceneKind.RECORDING;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getAlt() {
        return alt;
    }

    public void setAlt(String alt) {
        this.alt = alt;
    }

    public String getCaption() {
        return caption;
    }

    public void setCaption(String caption) {
        this.caption = caption;
    }

    public String getTranscript() {
        return transcript;
    }

    public void setTranscript(String transcript) {
        this.transcript = transcript;
    }

    /** Whether there is something to write about: of a recording, once it is there. */
    public boolean isWritten() {
        return !isRecording() || getScene().file() != null || scene.incoming() != null || scene.transcript() != null;
    }

    public Others getOthers() {
        return others;
    }

    public void setOthers(Others others) {
        this.others = others;
    }
}
