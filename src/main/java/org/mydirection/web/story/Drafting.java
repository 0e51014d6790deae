package org.mydirection.web.story;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.media.TranscriptDrafter;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneId;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.web.Address;
import org.mydirection.web.Me;

/**
 * Asks the engine for a draft of a recording's words, beside the request: it takes about as long as the recording. What is
 * under way, and which ended without words, is known to this node alone and forgotten by a restart; then one asks again.
 */
@Named("drafting")
@ApplicationScoped
public class Drafting {

    private static final Logger LOG = Logger.getLogger(Drafting.class.getName());

    /** The most that are remembered as having ended without words. */
    private static final int MOST = 1_000;

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    StoryWriting writing;

    @Inject
    TranscriptDrafter drafter;

    @Resource
    private ManagedExecutorService threads;

    private final Set<SceneId> underWay = ConcurrentHashMap.newKeySet();
    private final Set<SceneId> withoutWords = ConcurrentHashMap.newKeySet();

    /** Whether a draft can be asked for: there is an engine, and the recording has no words yet. */
    public boolean isOffered() {
        return drafter.available() && !isUnderWay() && scene().transcript() == null;
    }

    public boolean isUnderWay() {
        return underWay.contains(address.scene());
    }

    /** Whether the last draft of it ended without words: the engine made out none, or failed. */
    public boolean isWithoutWords() {
        return withoutWords(address.scene()) && isOffered();
    }

    boolean withoutWords(SceneId scene) {
        return withoutWords.contains(scene);
    }

    public void ask() {
        SceneView scene = scene();
        if (isOffered() && scene.file() != null && underWay.add(scene.id())) {
            Viewer viewer = me.viewer();
            StoryId story = address.story();
            AssetId recording = scene.file().id();
            threads.submit(() -> draft(viewer, story, scene.id(), recording));
        }
        address.go("/story/scene.xhtml", "&scene=" + address.getScene());
    }

    void draft(Viewer viewer, StoryId story, SceneId scene, AssetId recording) {
        if (withoutWords.size() >= MOST) {
            withoutWords.clear();
        }
        withoutWords.add(scene);
        try {
            Optional<String> words = drafter.draft(recording);
            if (words.isPresent()) {
                writing.draft(viewer, story, scene, words.get());
                withoutWords.remove(scene);
            }
        } catch (Refused | NotFound sentMeanwhile) {
            LOG.log(Level.FINE, "a draft came too late");
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "the engine for transcripts failed: {0}", failed.getMessage());
        } finally {
            underWay.remove(scene);
        }
    }

    private SceneView scene() {
        return writing.settle(me.viewer(), address.story(), address.scene());
    }
}
