package org.mydirection.governance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.mydirection.audit.AuditEntry;
import org.mydirection.consent.Purpose;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.Times;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;

/**
 * Who looked at one's story besides its showings, and which copies were made of it: read from the trail, for the storyteller
 * alone. People are told by their part in it, never by name: only who presents can agree to be named, and showings say so.
 */
@ApplicationScoped
@Transactional
public class WhoLooked {

    /** The most rows. */
    public static final int MOST = 50;

    /** Of how many entries of the trail they are taken. */
    private static final int LATEST = 500;

    @Inject
    private Stories stories;

    @Inject
    private EntityManager em;

    /** One row for each day, part and purpose, the latest first; at most {@value #MOST}. */
    public List<Look> at(Viewer viewer, StoryId story) {
        requireOwn(viewer, story);
        UUID teller = viewer.account().value();
        return entries(story, List.of("review_read", "story_previewed", "story_watched")).stream()
                .filter(entry -> !teller.equals(entry.actor()))
                .map(entry -> new Look(Times.day(entry.at()), who(entry, teller), purpose(entry)))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** When the storyteller saved a copy, the latest first. Nobody else can: there is no other export of a story. */
    public List<Instant> copies(Viewer viewer, StoryId story) {
        requireOwn(viewer, story);
        return entries(story, List.of("story_copied")).stream()
                .map(AuditEntry::at)
                .limit(MOST)
                .toList();
    }

    private void requireOwn(Viewer viewer, StoryId story) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), story);
    }

    private List<AuditEntry> entries(StoryId story, List<String> events) {
        return em.createQuery(
                        "select e from AuditEntry e where e.story = :story and e.event in :events"
                                + " order by e.number desc",
                        AuditEntry.class)
                .setParameter("story", story.value())
                .setParameter("events", events)
                .setMaxResults(LATEST)
                .getResultList();
    }

    private static Who who(AuditEntry entry, UUID teller) {
        return switch (entry.event()) {
            case "review_read" -> Who.CHECKER;
            case "story_previewed" -> Who.GATHERER;
            default ->
                entry.actor() != null && entry.actor().equals(entry.person())
                        ? Who.OTHER_PERSON
                        : teller.equals(entry.person()) ? Who.MY_PRACTITIONER : Who.OTHER_PRACTITIONER;
        };
    }

    private static Purpose purpose(AuditEntry entry) {
        return entry.event().equals("review_read")
                ? null
                : Stream.of(Purpose.values())
                        .filter(one -> one.name().equals(entry.purpose()))
                        .findFirst()
                        .orElse(null);
    }

    /** In which part somebody looked. */
    public enum Who {
        /** Somebody who checks permission and content. */
        CHECKER,
        /** Somebody who looks for stories to put into a set. */
        GATHERER,
        MY_PRACTITIONER,
        OTHER_PRACTITIONER,
        OTHER_PERSON
    }

    /**
     * That somebody looked.
     *
     * @param day in London
     * @param purpose for which it was said yes to; null for a checker, and for one that is no longer on the list
     */
    public record Look(LocalDate day, Who who, Purpose purpose) {}
}
