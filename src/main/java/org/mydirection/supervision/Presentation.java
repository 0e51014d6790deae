package org.mydirection.supervision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.collection.CollectionId;
import org.mydirection.identity.AccountId;
import org.mydirection.plan.GoalId;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryId;

/** One showing of a collection to its person by a practitioner, for a goal. Its life: {@link PresentationStatus}. */
@Entity
@Table(name = "presentation")
public class Presentation {

    @Id
    private UUID id;

    @Column(name = "collection_id")
    private UUID collectionId;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "presenter_id")
    private UUID presenterId;

    @Column(name = "goal_id")
    private UUID goalId;

    /** Whether the presenter agreed that storytellers see by whom their story was shown. */
    @Column(name = "presenter_named")
    private boolean presenterNamed;

    @Enumerated(EnumType.STRING)
    private PresentationStatus status = PresentationStatus.LIVE;

    /** The story on the screen; null before the first and between stories. */
    @Column(name = "on_screen_id")
    private UUID onScreenId;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Version
    @Column(name = "lock_version")
    private long lockVersion;

    protected Presentation() {}

    Presentation(
            CollectionId collection,
            AccountId person,
            AccountId presenter,
            GoalId goal,
            boolean presenterNamed,
            Instant startedAt) {
        this.id = UUID.randomUUID();
        this.collectionId = collection.value();
        this.personId = person.value();
        this.presenterId = presenter.value();
        this.goalId = goal.value();
        this.presenterNamed = presenterNamed;
        this.startedAt = startedAt;
    }

    void putOnScreen(StoryId story) {
        onScreenId = story == null ? null : story.value();
    }

    /** Refused when it is over: {@code presentation.over}. */
    void end(PresentationStatus as, Instant at) {
        if (!status.mayBecome(as)) {
            throw Refused.because("presentation.over");
        }
        status = as;
        endedAt = at;
        onScreenId = null;
    }

    public PresentationId id() {
        return new PresentationId(id);
    }

    public CollectionId collection() {
        return new CollectionId(collectionId);
    }

    public AccountId person() {
        return new AccountId(personId);
    }

    public AccountId presenter() {
        return new AccountId(presenterId);
    }

    public GoalId goal() {
        return new GoalId(goalId);
    }

    public boolean presenterNamed() {
        return presenterNamed;
    }

    public PresentationStatus status() {
        return status;
    }

    public Optional<StoryId> onScreen() {
        return Optional.ofNullable(onScreenId).map(StoryId::new);
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
