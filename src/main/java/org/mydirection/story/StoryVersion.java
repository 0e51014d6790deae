package org.mydirection.story;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.persistence.annotations.BatchFetch;
import org.eclipse.persistence.annotations.BatchFetchType;
import org.mydirection.media.AssetId;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;

/**
 * One version of a story: a title and scenes in order. Editable while DRAFT and immutable from the moment it is sent,
 * when its digest is fixed. Its life: {@link VersionStatus}.
 */
@Entity
@Table(name = "story_version")
public class StoryVersion {

    /** The most scenes of one story. */
    public static final int MOST_SCENES = 40;

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "story_id")
    private Story story;

    private int number;

    @Enumerated(EnumType.STRING)
    private VersionStatus status = VersionStatus.DRAFT;

    /** OPEN or APPROVED while in such a status, else null: unique with the story, so there is one of each at most. */
    private String slot = "OPEN";

    private String title;

    private String digest;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    @BatchFetch(BatchFetchType.IN)
    @OneToMany(mappedBy = "version", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<Scene> scenes = new ArrayList<>();

    @Version
    @Column(name = "lock_version")
    private long lockVersion;

    protected StoryVersion() {}

    /** The first draft of a story. */
    public StoryVersion(Story story, Instant begunAt) {
        this(story, 1, begunAt);
    }

    private StoryVersion(Story story, int number, Instant begunAt) {
        this.id = UUID.randomUUID();
        this.story = story;
        this.number = number;
        this.begunAt = begunAt;
    }

    /** A new draft with the same title and scenes. Only of a version that is not open any more. */
    StoryVersion next(int nextNumber, Instant at) {
        if (status.open()) {
            throw Refused.because("error.already_sent");
        }
        StoryVersion draft = new StoryVersion(story, nextNumber, at);
        draft.title = title;
        inOrder().forEach(scene -> draft.scenes.add(scene.copyTo(draft)));
        return draft;
    }

    void rename(String to) {
        requireDraft();
        title = Scene.clean(to);
    }

    Scene add(SceneKind kind) {
        requireDraft();
        if (inOrder().size() >= MOST_SCENES || scenes.size() >= 4 * MOST_SCENES) {
            throw Refused.because("error.too_many");
        }
        int last = scenes.stream().mapToInt(Scene::position).max().orElse(-1);
        Scene scene = new Scene(this, last + 1, kind);
        scenes.add(scene);
        return scene;
    }

    /** Puts back a scene that was taken out. */
    void putBack(SceneId sceneId) {
        requireDraft();
        if (inOrder().size() >= MOST_SCENES) {
            throw Refused.because("error.too_many");
        }
        scenes.stream()
                .filter(scene -> scene.id().equals(sceneId))
                .findFirst()
                .orElseThrow(NotFound::new)
                .putBack();
    }

    /**
     * Shows the pictures along that recording: the first picture of the story from the first cue, and so on; pictures
     * beyond the cues are not shown along it. Without cues it is no digital story any more. Refused: {@code
     * cue.too_many} for more cues than pictures, {@code cue.order} when the first is not 0, or one is not after the one
     * before.
     *
     * @param cues milliseconds from the start of the recording
     */
    void time(Scene recording, List<Long> cues) {
        requireDraft();
        List<Scene> pictures = inOrder().stream()
                .filter(scene -> scene.kind() == SceneKind.PICTURE)
                .toList();
        if (recording.kind() != SceneKind.RECORDING) {
            throw new NotFound();
        }
        if (cues.size() > pictures.size()) {
            throw Refused.because("cue.too_many");
        }
        for (int i = 0; i < cues.size(); i++) {
            if (i == 0 ? cues.get(0) != 0 : cues.get(i) <= cues.get(i - 1)) {
                throw Refused.because("cue.order");
            }
        }
        scenes.forEach(scene -> {
            scene.narrate(false);
            scene.cue(null);
        });
        recording.narrate(!cues.isEmpty());
        for (int i = 0; i < cues.size(); i++) {
            pictures.get(i).cue(cues.get(i));
        }
    }

    /** The narration was spoken anew: the old cues fit it no more. */
    void forgetTimes(Scene recording) {
        if (recording.telling().narration()) {
            time(recording, List.of());
        }
    }

    /** Takes everything out for good: title and scenes. */
    void empty() {
        requireDraft();
        title = null;
        scenes.clear();
    }

    /** Every scene, those that were taken out too. */
    List<Scene> all() {
        return List.copyOf(scenes);
    }

    /** The file of the picture in this scene; empty when it is no picture, or has no file. */
    public Optional<UUID> pictureIn(SceneId scene) {
        return inOrder().stream()
                .filter(one -> one.id().equals(scene) && one.kind() == SceneKind.PICTURE)
                .findFirst()
                .flatMap(Scene::asset)
                .map(AssetId::value);
    }

    /** The files of pictures of which the storyteller said that somebody else is in them, and what they show, in order. */
    public Map<UUID, String> picturesOfOthers() {
        Map<UUID, String> pictures = new LinkedHashMap<>();
        inOrder().stream()
                .filter(scene -> scene.telling().others() == Others.SOMEBODY)
                .forEach(scene -> pictureIn(scene.id())
                        .ifPresent(file -> pictures.put(
                                file, Objects.requireNonNullElse(scene.written().altText(), ""))));
        return pictures;
    }

    /** The files of scenes that were taken out, waiting ones too. */
    List<AssetId> filesTakenOut() {
        return scenes.stream()
                .filter(Scene::takenOut)
                .flatMap(scene -> Stream.concat(scene.asset().stream(), scene.incoming().stream()))
                .distinct()
                .toList();
    }

    /** Moves a scene by one place; towards the beginning when {@code earlier}. At an end nothing happens. */
    void move(Scene scene, boolean earlier) {
        requireDraft();
        List<Scene> order = inOrder();
        int from = order.indexOf(scene);
        int to = from + (earlier ? -1 : 1);
        if (to >= 0 && to < order.size()) {
            order.get(to).swapPlaces(scene);
        }
    }

    /** Fixes the digest and leaves the storyteller's hands. */
    void send(Instant at) {
        become(VersionStatus.SUBMITTED);
        scenes.removeIf(Scene::takenOut);
        digest = computeDigest();
        sentAt = at;
    }

    /** Something was taken out of a scene: what was sent is another text from now on, with another digest. */
    void redact(Scene scene, SceneWords now) {
        scene.redacted(now);
        if (digest != null) {
            digest = computeDigest();
        }
    }

    /** Back to the storyteller: recalled before anybody claimed it, or taken back while it was being checked. */
    void recall() {
        become(VersionStatus.DRAFT);
        digest = null;
        sentAt = null;
    }

    void settle(VersionStatus outcome, Instant at) {
        become(outcome);
        settledAt = at;
    }

    void beginReview() {
        become(VersionStatus.IN_REVIEW);
    }

    private void become(VersionStatus next) {
        if (!status.mayBecome(next)) {
            throw Refused.because("story.status_order");
        }
        status = next;
        slot = next.open() ? "OPEN" : next == VersionStatus.APPROVED ? "APPROVED" : null;
    }

    void requireDraft() {
        if (status != VersionStatus.DRAFT) {
            throw Refused.because("error.already_sent");
        }
    }

    /** The scene of this version; else {@link NotFound}. */
    public Scene require(SceneId sceneId) {
        return inOrder().stream()
                .filter(scene -> scene.id().equals(sceneId))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** SHA-256 over title and scenes, in hexadecimal: what permission and decisions are bound to. */
    private String computeDigest() {
        StringBuilder text = new StringBuilder();
        append(text, title);
        for (Scene scene : inOrder()) {
            scene.parts().forEach(part -> append(text, part));
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    private static void append(StringBuilder text, String part) {
        text.append(part == null ? -1 : part.length()).append(':').append(part).append('\n');
    }

    public VersionId id() {
        return new VersionId(id);
    }

    public Story story() {
        return story;
    }

    public int number() {
        return number;
    }

    public VersionStatus status() {
        return status;
    }

    /** Null until the storyteller gave one. */
    public String title() {
        return title;
    }

    /** Null while it is a draft. */
    public String digest() {
        return digest;
    }

    public Instant begunAt() {
        return begunAt;
    }

    /** Null while it is a draft. */
    public Instant sentAt() {
        return sentAt;
    }

    /** When it was approved, declined or sent back; else null. */
    public Instant settledAt() {
        return settledAt;
    }

    /** The scenes that are in the story, in order. */
    public List<Scene> inOrder() {
        return scenes.stream()
                .filter(scene -> !scene.takenOut())
                .sorted(Comparator.comparingInt(Scene::position))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
