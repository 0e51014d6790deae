package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.consent.DeclaringOthers;
import org.mydirection.shared.Refused;
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
    private DeclaringOthers inStory;

    private SceneView scene;
    private String words;
    private String alt;
    private String caption;
    private String transcript;
    private Others others;

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
        try {
            writing.write(
                    me.viewer(),
                    address.story(),
                    address.scene(),
                    new SceneWords(
                            words,
                            asks("alt") ? alt : getScene().altText(),
                            asks("caption") ? caption : getScene().caption(),
                            transcript));
            if (isPicture() && others != null && others != getScene().telling().others()) {
                writing.sayOthers(me.viewer(), address.story(), address.scene(), others);
            }
            messages.kept();
            if (!FacesContext.getCurrentInstance().getPartialViewContext().isAjaxRequest()) {
                goOn();
            }
        } catch (Refused refused) {
            messages.refuse(refused);
        }
    }

    private void ask(String question) {
        address.go("/story/scene.xhtml", "&scene=" + address.getScene() + "&guide=on&ask=" + question);
    }

    /** Whether somebody is led through: one question at a time. */
    public boolean isGuided() {
        return !address.get("guide").isEmpty();
    }

    /** Whether the page asks this about a picture: {@code alt}, {@code others} or {@code caption}; all of it to who is not led. */
    public boolean asks(String question) {
        String asked = address.get("ask").isEmpty() ? "alt" : address.get("ask");
        return !isGuided() || asked.equals(question);
    }

    /** To who is in the picture, where nobody said that yet; else to what comes next, or back to the story. */
    private void goOn() {
        boolean guided = isGuided();
        if (guided && isPicture() && asks("alt")) {
            ask("others");
        } else if (isPicture() && others == Others.SOMEBODY && getScene().file() != null && nobodyNamed()) {
            address.go("/story/in-picture.xhtml", "&scene=" + address.getScene() + (guided ? "&guide=on" : ""));
        } else if (guided && isPicture() && asks("others")) {
            ask("caption");
        } else if (guided) {
            address.go("/story/more.xhtml", "");
        } else {
            address.go("/story/edit.xhtml", "#part-" + getScene().part());
        }
    }

    private boolean nobodyNamed() {
        return inStory.of(me.viewer(), address.story()).stream()
                .noneMatch(row -> getScene().file().id().value().equals(row.picture()));
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
