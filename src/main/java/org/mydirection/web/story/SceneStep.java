package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.consent.DeclaringOthers;
import org.mydirection.story.Others;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.SceneWords;
import org.mydirection.web.Address;
import org.mydirection.web.Me;

/** What the page of a part asks now, and where it leads: one thing at a time of who is led through, all of it of who is not. */
@Named
@RequestScoped
public class SceneStep {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private DeclaringOthers inStory;

    /** Whether somebody is led through. */
    public boolean isGuided() {
        return !address.get("guide").isEmpty();
    }

    /** Whether the page asks this about a picture: {@code alt}, {@code others} or {@code caption}. */
    public boolean asks(String question) {
        String asked = address.get("ask").isEmpty() ? "alt" : address.get("ask");
        return !isGuided() || asked.equals(question);
    }

    /** The words to keep: what was not asked stays as it was. */
    SceneWords kept(SceneView was, SceneWords said) {
        return new SceneWords(
                said.words(),
                asks("alt") ? said.altText() : was.altText(),
                asks("caption") ? said.caption() : was.caption(),
                said.transcript());
    }

    /** To the next question; to who is in the picture, where nobody said that yet; else to what comes next, or to the story. */
    void goOn(SceneView scene, Others others) {
        boolean picture = scene.kind() == SceneKind.PICTURE;
        if (isGuided() && picture && asks("alt")) {
            ask("others");
        } else if (picture && others == Others.SOMEBODY && scene.file() != null && nobodyNamed(scene)) {
            address.go("/story/in-picture.xhtml", "&scene=" + address.getScene() + (isGuided() ? "&guide=on" : ""));
        } else if (isGuided() && picture && asks("others")) {
            ask("caption");
        } else if (isGuided()) {
            address.go("/story/more.xhtml", "");
        } else {
            address.go("/story/edit.xhtml", "#part-" + scene.part());
        }
    }

    private void ask(String question) {
        address.go("/story/scene.xhtml", "&scene=" + address.getScene() + "&guide=on&ask=" + question);
    }

    private boolean nobodyNamed(SceneView scene) {
        return inStory.of(me.viewer(), address.story()).stream()
                .noneMatch(row -> scene.file().id().value().equals(row.picture()));
    }
}
