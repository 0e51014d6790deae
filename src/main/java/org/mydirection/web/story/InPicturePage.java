package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.consent.DeclaringOthers;
import org.mydirection.consent.OtherView;
import org.mydirection.consent.ThirdParty.Category;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryWriting;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Who else is in a picture, asked when the storyteller said that somebody is. They come on the list of others at once. */
@Named
@RequestScoped
public class InPicturePage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private StoryWriting writing;

    @Inject
    private DeclaringOthers others;

    private SceneView scene;
    private String who;
    private Category category;

    public void open() {
        if (getScene().kind() != SceneKind.PICTURE || scene.file() == null) {
            throw new NotFound();
        }
    }

    public void add() {
        try {
            others.declareIn(me.viewer(), address.story(), address.scene(), who, category);
            address.go("/story/in-picture.xhtml", "&scene=" + address.getScene() + (isGuided() ? "&guide=on" : ""));
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse(category == null ? "category" : "who", refusal));
        }
    }

    public SceneView getScene() {
        if (scene == null) {
            scene = writing.settle(me.viewer(), address.story(), address.scene());
        }
        return scene;
    }

    /** Those of the list who are in this picture. */
    public List<OtherView> getRows() {
        return others.of(me.viewer(), address.story()).stream()
                .filter(row -> getScene().file().id().value().equals(row.picture()))
                .toList();
    }

    /** Whether the storyteller is being led through the story. */
    public boolean isGuided() {
        return !address.get("guide").isEmpty();
    }

    public List<Category> getCategories() {
        return List.of(Category.values());
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public Category getCategory() {
        return category;
    }

    public void setCategory(Category category) {
        this.category = category;
    }
}
