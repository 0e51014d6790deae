package org.mydirection.collection;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mydirection.identity.AccountId;
import org.mydirection.plan.GoalId;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryId;

/**
 * Stories in order, for one person, tied to goals of their plan. Edited while DRAFT or PAUSED. Its life: {@link
 * CollectionStatus}.
 */
@Entity
@Table(name = "story_collection")
public class StoryCollection {

    /** The most stories of one collection. */
    public static final int MOST_STORIES = 30;

    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "gathered_by")
    private UUID gatheredBy;

    private String title;

    private String introduction;

    @Enumerated(EnumType.STRING)
    private CollectionStatus status = CollectionStatus.DRAFT;

    @OneToMany(mappedBy = "collection", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<CollectionItem> items = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "collection_goal", joinColumns = @JoinColumn(name = "collection_id"))
    @Column(name = "goal_id")
    private Set<UUID> goals = new HashSet<>();

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "published_by")
    private UUID publishedBy;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Version
    @Column(name = "lock_version")
    private long lockVersion;

    protected StoryCollection() {}

    StoryCollection(AccountId person, AccountId gatheredBy, String title, Instant begunAt) {
        this.id = UUID.randomUUID();
        this.personId = person.value();
        this.gatheredBy = gatheredBy.value();
        this.title = title.strip();
        this.begunAt = begunAt;
    }

    void write(String newTitle, String newIntroduction) {
        requireEditable();
        title = newTitle.strip();
        introduction = newIntroduction == null || newIntroduction.isBlank() ? null : newIntroduction.strip();
    }

    void add(StoryId story, AccountId by) {
        requireEditable();
        if (items.size() >= MOST_STORIES) {
            throw Refused.because("collection.too_many");
        }
        if (items.stream().anyMatch(item -> item.story().equals(story))) {
            throw Refused.because("collection.story_twice");
        }
        int last = items.stream().mapToInt(CollectionItem::position).max().orElse(-1);
        items.add(new CollectionItem(this, story, last + 1, by));
    }

    void remove(StoryId story) {
        requireEditable();
        items.remove(require(story));
    }

    void move(StoryId story, boolean earlier) {
        requireEditable();
        List<CollectionItem> order = inOrder();
        int from = order.indexOf(require(story));
        int to = from + (earlier ? -1 : 1);
        if (to >= 0 && to < order.size()) {
            order.get(to).swapPlaces(order.get(from));
        }
    }

    void linkTo(Set<GoalId> to) {
        requireEditable();
        goals.clear();
        to.forEach(goal -> goals.add(goal.value()));
    }

    void publish(AccountId by, Instant at) {
        become(CollectionStatus.PUBLISHED);
        publishedBy = by.value();
        publishedAt = at;
    }

    /** Any other move. Refused when it is not legal: {@code collection.status_order}. */
    void become(CollectionStatus next) {
        if (!status.mayBecome(next)) {
            throw Refused.because("collection.status_order");
        }
        status = next;
    }

    private void requireEditable() {
        if (!status.editable()) {
            throw Refused.because("collection.not_editable");
        }
    }

    private CollectionItem require(StoryId story) {
        return items.stream()
                .filter(item -> item.story().equals(story))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public List<CollectionItem> inOrder() {
        return items.stream()
                .sorted(Comparator.comparingInt(CollectionItem::position))
                .toList();
    }

    public CollectionId id() {
        return new CollectionId(id);
    }

    public AccountId person() {
        return new AccountId(personId);
    }

    public AccountId gatheredBy() {
        return new AccountId(gatheredBy);
    }

    public String title() {
        return title;
    }

    public String introduction() {
        return introduction;
    }

    public CollectionStatus status() {
        return status;
    }

    public Set<GoalId> goals() {
        return goals.stream().map(GoalId::new).collect(Collectors.toSet());
    }
}
