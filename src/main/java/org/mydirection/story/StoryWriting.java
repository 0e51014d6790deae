package org.mydirection.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.media.AssetStatus;
import org.mydirection.media.AssetView;
import org.mydirection.media.MediaIntake;
import org.mydirection.media.MediaReading;
import org.mydirection.media.VaultKeyId;
import org.mydirection.media.VaultKeys;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;

/**
 * The storyteller's desk: beginning, writing and erasing one's own stories. Everything here is for the storyteller alone;
 * for anybody else the story is not there.
 */
@ApplicationScoped
@Transactional
public class StoryWriting {

    /** The most stories that one person may have under way or kept. */
    public static final int MOST_STORIES = 200;

    @Inject
    private Stories stories;

    @Inject
    private VaultKeys keys;

    @Inject
    private MediaReading media;

    @Inject
    private MediaIntake intake;

    @Inject
    private AnswerRecordings spoken;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Begins a story with an empty draft. Refused when there are too many: {@code error.too_many_stories}. */
    public StoryId begin(Viewer viewer) {
        return begin(viewer, StoryIdea.NONE);
    }

    /** The same, for a story that answers something. Whether the goal is the viewer's was asked before. */
    public StoryId begin(Viewer viewer, StoryIdea idea) {
        viewer.require(Permission.TELL_STORIES);
        if (stories.latestOfEach(viewer.account()).size() >= MOST_STORIES) {
            throw Refused.because("error.too_many_stories");
        }
        Story story = new Story(viewer.account(), keys.create(), idea, clock.instant());
        stories.add(story);
        stories.add(new StoryVersion(story, clock.instant()));
        happened.fire(new StoryBegun(viewer.account().value(), story.id().value()));
        return story.id();
    }

    /** One's own stories, newest first. */
    public List<OwnStory> mine(Viewer viewer) {
        viewer.require(Permission.TELL_STORIES);
        return stories.latestOfEach(viewer.account()).stream().map(this::own).toList();
    }

    /** The newest version of one's own story, as a page shows it. */
    public VersionView read(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), id);
        StoryVersion latest = stories.latestOf(id).orElseThrow();
        return view(latest);
    }

    /** What one's own story answers. */
    public StoryIdea idea(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        return stories.requireOwn(viewer.account(), id).idea();
    }

    /** The goals of which one told a story already, or began to. */
    public Set<UUID> goalsTold(Viewer viewer) {
        viewer.require(Permission.TELL_STORIES);
        return stories.latestOfEach(viewer.account()).stream()
                .map(version -> version.story().idea().goal())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Takes in every file of one's own draft that is ready by now, and gives the draft as {@link #read} does. */
    public VersionView readSettled(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), id);
        StoryVersion latest = stories.latestOf(id).orElseThrow();
        latest.inOrder().forEach(scene -> settle(latest, scene));
        return view(latest);
    }

    /** One's own story, as it is when its storyteller takes a copy; that they did is on record. */
    public VersionView takeCopy(Viewer viewer, StoryId id) {
        VersionView copied = readSettled(viewer, id);
        happened.fire(new StoryCopied(viewer.account().value(), id.value()));
        return copied;
    }

    /** What holds lie on one's own story now, so that the storyteller can be told plainly. */
    public Set<StoryHold.Kind> holds(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), id);
        return stories.holdsOn(id).stream().map(StoryHold::kind).collect(Collectors.toSet());
    }

    /** Gives the draft a title of up to 120 characters; blank takes it away. Refused: {@code error.text_too_long}. */
    public void rename(Viewer viewer, StoryId id, String title) {
        StoryVersion draft = stories.requireOwnDraft(viewer, id);
        if (title != null && title.strip().length() > 120) {
            throw Refused.because("error.text_too_long", Math.max(1, (title.length() - 120) / 6));
        }
        draft.rename(title);
        happened.fire(new StoryWritten(viewer.account().value(), id.value()));
    }

    /** Adds an empty scene at the end. Refused over 40 scenes: {@code error.too_many}. */
    public SceneId addScene(Viewer viewer, StoryId id, SceneKind kind) {
        Scene scene = stories.requireOwnDraft(viewer, id).add(kind);
        em.flush();
        happened.fire(new StoryWritten(viewer.account().value(), id.value()));
        return scene.id();
    }

    /** Writes the text parts of a scene, whatever they were. Refused: {@code error.text_too_long}; nothing is lost then. */
    public void write(Viewer viewer, StoryId id, SceneId sceneId, SceneWords words) {
        Scene scene = stories.requireOwnDraft(viewer, id).require(sceneId);
        write(viewer, id, scene, words);
    }

    /**
     * The same for a page, which may have been left open while the words were changed on another. Refused then, with nothing
     * lost: {@code story.changed_elsewhere}.
     *
     * @param known what the page showed and sent
     */
    public void write(Viewer viewer, StoryId id, SceneId sceneId, SceneWords words, Known known) {
        Scene scene = stories.requireOwnDraft(viewer, id).require(sceneId);
        if (!known.unseen(scene.written(), words).isEmpty()) {
            throw Refused.because("story.changed_elsewhere");
        }
        write(viewer, id, scene, words);
    }

    private void write(Viewer viewer, StoryId id, Scene scene, SceneWords words) {
        Refused.ifAny(words.check());
        boolean changed = scene.write(words);
        if (changed && stories.openHelp(id).isPresent()) {
            scene.writtenBy(WrittenBy.SUPPORTER);
        }
        happened.fire(new StoryWritten(viewer.account().value(), id.value()));
    }

    /** Says whether somebody else is in a picture. */
    public void sayOthers(Viewer viewer, StoryId id, SceneId sceneId, Others others) {
        stories.requireOwnDraft(viewer, id).require(sceneId).say(others);
        happened.fire(new StoryWritten(viewer.account().value(), id.value()));
    }

    /**
     * Shows the pictures along a recording. Refused as {@link StoryVersion#time} says, and {@code cue.order} for a cue
     * at or after the recording's end.
     *
     * @param cues milliseconds from the start of the recording, the first 0; empty for none
     */
    public void time(Viewer viewer, StoryId id, SceneId recording, List<Long> cues) {
        StoryVersion draft = stories.requireOwnDraft(viewer, id);
        Scene narration = draft.require(recording);
        long end = narration
                .asset()
                .flatMap(media::find)
                .map(AssetView::durationMillis)
                .orElse(0L);
        if (cues.stream().anyMatch(cue -> cue >= end)) {
            throw Refused.because("cue.order");
        }
        draft.time(narration, cues);
        happened.fire(new StoryWritten(viewer.account().value(), id.value()));
    }

    /** Puts the engine's draft into a recording that has no words yet; true when it did. */
    public boolean draft(Viewer viewer, StoryId id, SceneId sceneId, String transcript) {
        Scene scene = stories.requireOwnDraft(viewer, id).require(sceneId);
        if (scene.kind() != SceneKind.RECORDING || scene.written().transcript() != null || transcript.isBlank()) {
            return false;
        }
        scene.write(SceneWords.recording(transcript));
        scene.writtenBy(WrittenBy.ENGINE);
        happened.fire(new TranscriptDrafted(viewer.account().value(), id.value()));
        return true;
    }

    public void move(Viewer viewer, StoryId id, SceneId sceneId, boolean earlier) {
        StoryVersion draft = stories.requireOwnDraft(viewer, id);
        draft.move(draft.require(sceneId), earlier);
        happened.fire(new StoryWritten(viewer.account().value(), id.value()));
    }

    /** Takes a scene out; it can be put back until the story is sent. */
    public void remove(Viewer viewer, StoryId id, SceneId sceneId) {
        StoryVersion draft = stories.requireOwnDraft(viewer, id);
        draft.require(sceneId).takeOut();
        happened.fire(new StoryWritten(viewer.account().value(), id.value()));
    }

    /** Puts a scene back that was taken out, where it was. */
    public void putBack(Viewer viewer, StoryId id, SceneId sceneId) {
        StoryVersion draft = stories.requireOwnDraft(viewer, id);
        draft.putBack(sceneId);
        happened.fire(new StoryWritten(viewer.account().value(), id.value()));
    }

    /** The key under which files of this draft are kept. Asked before a file is received. */
    public VaultKeyId keyOf(Viewer viewer, StoryId id) {
        return stories.requireOwnDraft(viewer, id).story().key();
    }

    /** The key under which a recording of one's own answers is kept, whatever is under way with the story. */
    public VaultKeyId keyOfEvidence(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        return stories.requireOwn(viewer.account(), id).key();
    }

    /** Puts a received file into a scene, where it waits until it is ready. */
    public void attach(Viewer viewer, StoryId id, SceneId sceneId, AssetId asset) {
        Scene scene = stories.requireOwnDraft(viewer, id).require(sceneId);
        Optional<AssetId> dropped = scene.receive(asset);
        em.flush();
        dropped.ifPresent(this::discardUnlessUsed);
        happened.fire(new StoryWritten(viewer.account().value(), id.value()));
    }

    /**
     * Looks whether the file that waits in a scene is ready, takes it in if so, and tells how the scene stands. Asked by
     * the page while it waits, and again before the story is sent: nothing rests on somebody asking in time.
     */
    public SceneView settle(Viewer viewer, StoryId id, SceneId sceneId) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), id);
        StoryVersion latest = stories.latestOf(id).orElseThrow();
        Scene scene = latest.require(sceneId);
        settle(latest, scene);
        int part = latest.inOrder().indexOf(scene) + 1;
        return view(scene, part, media.all(filesOf(Stream.of(scene))));
    }

    /** Drops a waiting file that was refused or is not wanted; the scene keeps what it had. */
    public void dropIncoming(Viewer viewer, StoryId id, SceneId sceneId) {
        Scene scene = stories.requireOwnDraft(viewer, id).require(sceneId);
        Optional<AssetId> dropped = scene.dropIncoming();
        em.flush();
        dropped.ifPresent(this::discardUnlessUsed);
        happened.fire(new StoryWritten(viewer.account().value(), id.value()));
    }

    /** What is missing before the draft can be sent, permission apart; empty when nothing is. */
    public List<Refusal> missing(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), id);
        StoryVersion latest = stories.latestOf(id).orElseThrow();
        latest.inOrder().forEach(scene -> settle(latest, scene));
        return SubmitRules.check(latest, media.all(filesOf(latest.inOrder().stream())));
    }

    /**
     * A new draft made from the newest version, for a story that was approved, declined or sent back. When a draft is
     * there already, nothing happens.
     */
    public void beginAgain(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwnLocked(viewer.account(), id);
        StoryVersion latest = stories.latestOf(id).orElseThrow();
        if (latest.status() != VersionStatus.DRAFT) {
            stories.add(latest.next(latest.number() + 1, clock.instant()));
            happened.fire(new StoryBegun(viewer.account().value(), id.value()));
        }
    }

    /**
     * Erases a story that was never sent: its key is destroyed, and with it every copy of its files. Refused once it was
     * sent: {@code story.erase_sent}.
     */
    public void erase(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        Story story = stories.requireOwnLocked(viewer.account(), id);
        List<StoryVersion> versions = stories.versionsOf(id);
        if (versions.size() > 1 || versions.get(0).status() != VersionStatus.DRAFT) {
            throw Refused.because("story.erase_sent");
        }
        Set<AssetId> files = filesOf(versions.get(0).all().stream());
        versions.get(0).empty();
        spoken.dropAll(id);
        story.erase(clock.instant());
        em.flush();
        keys.destroy(story.key());
        files.forEach(intake::discard);
        happened.fire(new StoryErased(viewer.account().value(), id.value()));
    }

    private void settle(StoryVersion version, Scene scene) {
        if (version.status() != VersionStatus.DRAFT) {
            return;
        }
        boolean ready = scene.incoming()
                .flatMap(media::find)
                .filter(file -> file.status() == AssetStatus.READY)
                .isPresent();
        if (ready) {
            Optional<AssetId> before = scene.takeIn();
            before.ifPresent(old -> version.forgetTimes(scene));
            em.flush();
            before.ifPresent(this::discardUnlessUsed);
        }
    }

    private void discardUnlessUsed(AssetId asset) {
        if (!stories.used(asset)) {
            intake.discard(asset);
        }
    }

    private OwnStory own(StoryVersion latest) {
        Optional<AssetId> picture = latest.inOrder().stream()
                .filter(scene -> scene.kind() == SceneKind.PICTURE)
                .flatMap(scene -> scene.asset().stream())
                .findFirst();
        return new OwnStory(
                latest.story().id(),
                latest.id(),
                latest.title(),
                latest.status(),
                latest.inOrder().size(),
                picture.orElse(null));
    }

    /** A version as pages show it. Whether it may be shown was decided before. */
    public VersionView view(StoryVersion version) {
        List<Scene> scenes = version.inOrder();
        Map<AssetId, AssetView> files = media.all(filesOf(scenes.stream()));
        List<SceneView> views = new ArrayList<>();
        for (Scene scene : scenes) {
            views.add(view(scene, views.size() + 1, files));
        }
        return new VersionView(
                version.story().id(),
                version.id(),
                version.number(),
                version.status(),
                version.title(),
                version.digest(),
                version.sentAt(),
                views);
    }

    private static Set<AssetId> filesOf(Stream<Scene> scenes) {
        return scenes.flatMap(scene -> Stream.concat(scene.asset().stream(), scene.incoming().stream()))
                .collect(Collectors.toSet());
    }

    private static SceneView view(Scene scene, int part, Map<AssetId, AssetView> files) {
        SceneWords written = scene.written();
        return new SceneView(
                scene.id(),
                part,
                scene.kind(),
                written.words(),
                written.altText(),
                written.caption(),
                written.transcript(),
                scene.asset().map(files::get).orElse(null),
                scene.incoming().map(files::get).orElse(null),
                scene.telling());
    }

    public record StoryBegun(UUID actor, UUID subject) implements OwnStoryEvent {}

    public record StoryWritten(UUID actor, UUID subject) implements OwnStoryEvent {}

    public record TranscriptDrafted(UUID actor, UUID subject) implements OwnStoryEvent {}

    public record StoryCopied(UUID actor, UUID subject) implements OwnStoryEvent {}

    public record StoryErased(UUID actor, UUID subject) implements OwnStoryEvent {}
}
