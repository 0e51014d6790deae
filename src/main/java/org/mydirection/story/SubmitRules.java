package org.mydirection.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mydirection.media.AssetId;
import org.mydirection.media.AssetStatus;
import org.mydirection.media.AssetView;
import org.mydirection.shared.Refusal;

/** What a draft must have before it can be sent. Every reason at once, in the order of the page. */
public final class SubmitRules {

    private SubmitRules() {}

    /**
     * Why the draft cannot be sent; empty when it can. Parts are numbered from 1.
     *
     * @param files what is known of the files of its scenes
     */
    public static List<Refusal> check(StoryVersion draft, Map<AssetId, AssetView> files) {
        List<Refusal> refusals = new ArrayList<>();
        if (draft.title() == null) {
            refusals.add(Refusal.of("submit.title_missing"));
        }
        List<Scene> scenes = draft.inOrder();
        if (scenes.isEmpty()) {
            refusals.add(Refusal.of("submit.no_scenes"));
        }
        for (int i = 0; i < scenes.size(); i++) {
            check(refusals, scenes.get(i), i + 1, files);
        }
        return refusals;
    }

    private static void check(List<Refusal> refusals, Scene scene, int part, Map<AssetId, AssetView> files) {
        SceneWords written = scene.written();
        if (scene.telling().unconfirmed() != null) {
            refusals.add(Refusal.of("submit.words_unconfirmed", part));
        }
        switch (scene.kind()) {
            case WORDS -> require(refusals, written.words(), "submit.words_missing", part);
            case PICTURE -> {
                checkFile(refusals, scene, part, files);
                require(refusals, written.altText(), "submit.alt_missing", part);
            }
            case RECORDING -> {
                checkFile(refusals, scene, part, files);
                require(refusals, written.transcript(), "submit.transcript_missing", part);
            }
        }
    }

    private static void checkFile(List<Refusal> refusals, Scene scene, int part, Map<AssetId, AssetView> files) {
        if (scene.incoming().isPresent()) {
            refusals.add(Refusal.of("submit.media_not_ready", part));
        } else if (scene.asset()
                .map(files::get)
                .filter(file -> file.status() == AssetStatus.READY)
                .isEmpty()) {
            refusals.add(Refusal.of("submit.media_missing", part));
        }
    }

    private static void require(List<Refusal> refusals, String text, String code, int part) {
        if (text == null) {
            refusals.add(Refusal.of(code, part));
        }
    }
}
