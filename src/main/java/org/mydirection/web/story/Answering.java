package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.plan.GoalId;
import org.mydirection.plan.GoalStatus;
import org.mydirection.plan.GoalView;
import org.mydirection.plan.Planning;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.story.Prompt;
import org.mydirection.story.Prompts;
import org.mydirection.story.StoryIdea;
import org.mydirection.story.StoryWriting;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Words;

/**
 * The question that a story answers, for the pages on which it is begun and written: that of a prompt, that of a goal
 * that was reached, or none. Of the story in the address, or of {@code prompt} and {@code goal} in it.
 */
@Named("answering")
@RequestScoped
public class Answering {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Words words;

    @Inject
    private StoryWriting writing;

    @Inject
    private Planning planning;

    @Inject
    private Prompts prompts;

    private StoryIdea idea;

    /** What is answered. {@link NotFound} for a goal that is not the viewer's own, or not reached. */
    public StoryIdea idea() {
        if (idea == null) {
            idea = address.get("story").isEmpty() ? ofAddress() : writing.idea(me.viewer(), address.story());
        }
        return idea;
    }

    private StoryIdea ofAddress() {
        String goal = address.get("goal");
        UUID reached = goal.isEmpty() ? null : requireReached(Id.require(goal));
        return new StoryIdea(
                prompts.find(language(), address.get("prompt")).map(Prompt::key).orElse(null), reached);
    }

    private UUID requireReached(UUID id) {
        GoalView goal = planning.goal(me.viewer(), new GoalId(id));
        if (goal.status() != GoalStatus.ACHIEVED || !me.viewer().is(goal.person())) {
            throw new NotFound();
        }
        return id;
    }

    /** The question; empty when there is none. */
    public String getQuestion() {
        return prompt().map(Prompt::question)
                .orElseGet(() -> idea().goal() == null ? "" : words.get("prompt.goal.title"));
    }

    /** The goal that was reached, in the person's words; empty when there is none, or it is theirs no more. */
    public String getGoal() {
        if (idea().goal() == null) {
            return "";
        }
        try {
            return planning.goal(me.viewer(), new GoalId(idea().goal())).title();
        } catch (NotFound moved) {
            return "";
        }
    }

    /** A second question; empty when there is none. */
    public String getFollowUp() {
        return prompt().map(Prompt::followUp).orElse("");
    }

    /** How one could begin; empty when there is none. */
    public String getOpener() {
        return prompt().map(Prompt::opener).orElse("");
    }

    /** What follows in the address of a page, to know the idea there. */
    public String getQuery() {
        return idea().prompt() != null
                ? "?prompt=" + idea().prompt()
                : idea().goal() != null ? "?goal=" + idea().goal() : "";
    }

    private Optional<Prompt> prompt() {
        return prompts.find(language(), idea().prompt());
    }

    private static Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
