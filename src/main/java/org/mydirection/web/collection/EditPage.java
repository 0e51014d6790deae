package org.mydirection.web.collection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.collection.Curation.Gathered;
import org.mydirection.shared.Id;
import org.mydirection.story.StoryId;
import org.mydirection.supervision.Previewing;
import org.mydirection.supervision.Previewing.Offered;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Gathers a collection: its words and its stories in order. Its goals and its state: {@link Publish}. */
@Named("collectionEditPage")
@RequestScoped
public class EditPage {

    @Inject
    private Curation curation;

    @Inject
    private Previewing previewing;

    @Inject
    private Me me;

    @Inject
    private Messages messages;

    @Inject
    @ManagedProperty("#{param.collection}")
    private String collection;

    private List<Row> items;
    private List<Offered> choices;
    private String title;
    private String introduction;

    public void load() {
        Gathered gathered = curation.read(me.viewer(), id());
        List<Offered> offered = previewing.offered(me.viewer(), id());
        items = gathered.stories().stream().map(story -> row(story, offered)).toList();
        choices = offered.stream()
                .filter(one -> !gathered.stories().contains(one.story()))
                .toList();
        title = gathered.title();
        introduction = gathered.introduction();
    }

    /** Keeps the words: by itself while they are typed, and by the button. */
    public String save() {
        String next = change(() -> curation.write(me.viewer(), id(), title, introduction));
        if (next == null) {
            return null;
        }
        if (FacesContext.getCurrentInstance().getPartialViewContext().isAjaxRequest()) {
            messages.kept();
            return null;
        }
        messages.done("collection.saved.text");
        return next;
    }

    public String add(String story) {
        return change(() -> {
            curation.add(me.viewer(), id(), story(story));
            messages.done("collection.added.text");
        });
    }

    public String takeOut(String story) {
        return change(() -> {
            curation.remove(me.viewer(), id(), story(story));
            messages.done("collection.taken_out.text");
        });
    }

    public String move(String story, boolean earlier) {
        return change(() -> {
            curation.move(me.viewer(), id(), story(story), earlier);
            messages.done("collection.moved.text");
        });
    }

    private String change(Runnable change) {
        return Curating.change(messages, id(), change);
    }

    private static Row row(StoryId story, List<Offered> offered) {
        return new Row(
                story,
                offered.stream()
                        .filter(one -> one.story().equals(story))
                        .findFirst()
                        .orElse(null));
    }

    private CollectionId id() {
        return new CollectionId(Id.require(collection));
    }

    private static StoryId story(String text) {
        return new StoryId(Id.require(text));
    }

    public List<Row> getItems() {
        if (items == null) {
            load();
        }
        return items;
    }

    public List<Offered> getChoices() {
        getItems();
        return choices;
    }

    public String getTitle() {
        getItems();
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getIntroduction() {
        getItems();
        return introduction;
    }

    public void setIntroduction(String introduction) {
        this.introduction = introduction;
    }

    /** A story in its place; {@code seen} is null when it may not be seen now. */
    public record Row(StoryId story, Offered seen) {}
}
