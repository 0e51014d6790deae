package org.mydirection.web.collection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mydirection.caseload.CaseFinding;
import org.mydirection.caseload.CaseRow;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.CollectionStatus;
import org.mydirection.collection.Curation;
import org.mydirection.collection.Curation.Gathered;
import org.mydirection.collection.Curation.GoalChoice;
import org.mydirection.plan.GoalId;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refusal;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** The part of the page of a collection that ties it to goals and publishes it. */
@Named("collectionPublishPage")
@RequestScoped
public class Publish {

    @Inject
    private Curation curation;

    @Inject
    private CaseFinding cases;

    @Inject
    private Me me;

    @Inject
    private Messages messages;

    @Inject
    @ManagedProperty("#{param.collection}")
    private String collection;

    private Gathered gathered;
    private CaseRow person;
    private List<GoalChoice> choices;
    private List<Refusal> missing;
    private String[] goals = {};

    public void load() {
        gathered = curation.read(me.viewer(), id());
        person = cases.gatheredFor(me.viewer(), gathered.person());
        choices = curation.goals(me.viewer(), id());
        missing = curation.missing(me.viewer(), id());
        goals = gathered.goalTexts().toArray(String[]::new);
    }

    public String saveGoals() {
        Set<GoalId> chosen = Stream.of(goals).map(Id::require).map(GoalId::new).collect(Collectors.toSet());
        return change(() -> {
            curation.linkTo(me.viewer(), id(), chosen);
            messages.done("collection.goals.saved.text");
        });
    }

    public String publish() {
        return change(() -> {
            curation.publish(me.viewer(), id());
            messages.done("collection.published.text");
        });
    }

    public String pause() {
        return change(() -> {
            curation.pause(me.viewer(), id());
            messages.done("collection.put_aside.text");
        });
    }

    public String archive() {
        return change(() -> {
            curation.archive(me.viewer(), id());
            messages.done("collection.closed.text");
        });
    }

    private String change(Runnable change) {
        return Curating.change(messages, id(), change);
    }

    private CollectionId id() {
        return new CollectionId(Id.require(collection));
    }

    public Gathered getGathered() {
        if (gathered == null) {
            load();
        }
        return gathered;
    }

    /** For whom it is; without a name for those who may know the CRN only. */
    public CaseRow getPerson() {
        getGathered();
        return person;
    }

    public List<GoalChoice> getChoices() {
        getGathered();
        return choices;
    }

    /** All that is missing before this viewer can publish it. */
    public List<Refusal> getMissing() {
        getGathered();
        return missing;
    }

    public boolean may(String next) {
        return getGathered().status().mayBecome(CollectionStatus.valueOf(next));
    }

    public String[] getGoals() {
        getGathered();
        return goals.clone();
    }

    public void setGoals(String[] goals) {
        this.goals = goals == null ? new String[0] : goals.clone();
    }
}
