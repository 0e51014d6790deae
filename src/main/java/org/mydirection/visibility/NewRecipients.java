package org.mydirection.visibility;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mydirection.caseload.CaseKeeping.SupervisionBegan;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.StoryCollections;
import org.mydirection.consent.Change;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Consents;
import org.mydirection.consent.Suspending;
import org.mydirection.identity.Account;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Viewer;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;

/**
 * Asks the storytellers when somebody new comes to a collection that is published already.
 *
 * <p>What counts as a new recipient (DESIGN §4, "material change"): whoever comes to supervise a person after a collection
 * for that person was published, and would see stories of it by that alone, since nobody decided then that it should be
 * shown to them. Their storytellers are asked, and nobody sees the story until they say yes again. What does not count: the
 * people for whom a collection is published, since a second person decides that within the purpose and the audience that were
 * said yes to (DESIGN §4, "collection"); those whom the storyteller picked by name, or who are their own practitioner of whom
 * they were asked; who comes back to what they saw, by a role or a lifted exclusion; and a person who moves to an office that
 * was said yes to.
 *
 * <p>Before the entry of the trail is written, whose lock is the last of every transaction.
 */
@ApplicationScoped
@Transactional
public class NewRecipients {

    @Inject
    private Visibility visibility;

    @Inject
    private StoryCollections collections;

    @Inject
    private Consents consents;

    @Inject
    private Accounts accounts;

    @Inject
    private Stories stories;

    @Inject
    private Suspending suspending;

    /** All stories are locked first, those of the person too, of which {@link Suspending} asks next. */
    void ask(@Observes @Priority(Interceptor.Priority.APPLICATION - 100) SupervisionBegan began) {
        Map<StoryId, Change> changes =
                changes(new AccountId(began.person()), accounts.require(new AccountId(began.subject())));
        List<StoryId> touched = new ArrayList<>(changes.keySet());
        touched.addAll(consents.permitted(new AccountId(began.person())));
        stories.lockAll(touched);
        changes.forEach((story, change) -> suspending.suspend(story, change, began.actor()));
    }

    private Map<StoryId, Change> changes(AccountId person, Account newcomer) {
        Viewer viewer = new Viewer(newcomer.id(), newcomer.roles(), newcomer.office());
        Map<StoryId, Change> changes = new LinkedHashMap<>();
        collections.published(person, newcomer.id(), null).forEach(row -> {
            CollectionId collection = row.id();
            visibility.list(viewer, collection).stream()
                    .map(VisibleStory::story)
                    .filter(this::saidToKindsOfPeople)
                    .forEach(story -> changes.put(story, Change.RECIPIENT));
            visibility.newAudienceFor(viewer, collection).forEach(story -> changes.put(story, Change.AUDIENCE));
        });
        return changes;
    }

    /** Rather than to people by name. */
    private boolean saidToKindsOfPeople(StoryId story) {
        return consents.current(story)
                .map(consent -> consent.answers().audience())
                .filter(audience -> audience == Audience.MY_OFFICE || audience == Audience.EVERY_OFFICE)
                .isPresent();
    }
}
