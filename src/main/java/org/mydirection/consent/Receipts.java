package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Office;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;

/** What the storyteller keeps of each answer: the receipt. For the storyteller alone. */
@ApplicationScoped
@Transactional
public class Receipts {

    @Inject
    private Consents consents;

    @Inject
    private Stories stories;

    @Inject
    private Accounts accounts;

    /** Of the last yes or no to this story, whatever became of it since; empty when there was none. */
    public Optional<Receipt> latest(Viewer viewer, StoryId story) {
        requireOwn(viewer, story);
        return consents.latestSettled(story).map(this::receipt);
    }

    /** Of the answers that are being given now, which mean nothing until they are confirmed; empty when there are none. */
    public Optional<Receipt> making(Viewer viewer, StoryId story) {
        requireOwn(viewer, story);
        return consents.inTheMaking(story).map(this::receipt);
    }

    /** What happened to the permission of the last receipt, the first event first. */
    public List<Happened> history(Viewer viewer, StoryId story) {
        requireOwn(viewer, story);
        return consents.latestSettled(story).stream()
                .flatMap(consent -> consents.eventsOf(consent.id()).stream())
                .map(event -> new Happened(
                        event.at(), event.kind(), viewer.account().value().equals(event.actor())))
                .toList();
    }

    /**
     * An event of a record.
     *
     * @param byPerson whether the storyteller did it themselves; by whom else is not told
     */
    public record Happened(Instant at, ConsentEvent.Kind kind, boolean byPerson) {}

    private void requireOwn(Viewer viewer, StoryId story) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), story);
    }

    private Receipt receipt(Consent consent) {
        Answers answers = consent.answers();
        List<Purpose> agreed = answers.agreed();
        boolean any = !agreed.isEmpty();
        return new Receipt(
                number(consent.id()),
                consent.status(),
                agreed,
                List.of(Purpose.values()).stream()
                        .filter(purpose -> !agreed.contains(purpose))
                        .toList(),
                any ? answers.audience() : null,
                any ? excluded(answers) : List.of(),
                any ? answers.identity() : null,
                any ? answers.chosenName() : null,
                any ? answers.lastDay() : null,
                any ? answers.conditions() : null,
                consent.noticeVersion(),
                consent.noticeHash(),
                consent.givenAt(),
                consent.coolingUntil(),
                consent.endedAt(),
                covered(consent),
                any ? named(answers) : List.of(),
                any ? answers.manner() : Manner.none(),
                consent.teachBack(),
                consent.noticeLanguage(),
                consent.suspendedFor(),
                byStaff(consent),
                any ? answers.firstDay() : null);
    }

    /** What one says to name a record: two groups of four letters and digits. */
    static String number(ConsentId id) {
        String letters = id.text().toUpperCase(Locale.ROOT);
        return letters.substring(0, 4) + "-" + letters.substring(4, 8);
    }

    private List<String> excluded(Answers answers) {
        return accounts.offices().stream()
                .filter(office -> answers.excludedOffices().contains(office.id()))
                .map(Office::name)
                .toList();
    }

    private List<String> named(Answers answers) {
        return accounts.namesOf(answers.namedPeople()).values().stream()
                .sorted()
                .toList();
    }

    private boolean byStaff(Consent consent) {
        return consent.status() == ConsentStatus.WITHDRAWN
                && consents.eventsOf(consent.id()).stream()
                        .filter(event -> event.kind() == ConsentEvent.Kind.WITHDRAWN)
                        .anyMatch(event -> event.content().contains("on_the_word_of_the_storyteller=true"));
    }

    private boolean covered(Consent consent) {
        return stories.approvedOf(consent.story())
                .filter(version -> consents.bound(consent.id(), version))
                .isPresent();
    }
}
