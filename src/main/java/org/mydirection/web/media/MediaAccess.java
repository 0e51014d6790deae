package org.mydirection.web.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mydirection.collection.CollectionId;
import org.mydirection.identity.Pass;
import org.mydirection.identity.SigningIn;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.media.Form;
import org.mydirection.media.MediaReading;
import org.mydirection.media.StoredForm;
import org.mydirection.moderation.ReviewId;
import org.mydirection.shared.AtOnce;
import org.mydirection.shared.Id;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;
import org.mydirection.supervision.PresentationId;
import org.mydirection.supervision.Presenting;
import org.mydirection.visibility.Through;
import org.mydirection.visibility.Visibility;

/** Reads the address of a picture or recording and asks the rule of visibility about it, each time anew. */
@ApplicationScoped
class MediaAccess {

    /** The ways by which others are shown a story: nobody is, once it is hidden. */
    private static final Set<String> SHOWN = Set.of("collection", "gathering", "presentation");

    private static final int MOST_KNOWN = 10_000;

    private final Map<AssetId, UUID> stories = new ConcurrentHashMap<>();

    @Inject
    private Stories files;

    @Inject
    private Visibility visibility;

    @Inject
    private Presenting presenting;

    @Inject
    private SigningIn signingIn;

    @Inject
    private MediaReading media;

    @Inject
    private AtOnce atOnce;

    /**
     * What the path asks for; empty when it is no such address. Paths: {@code /own/asset/form}, {@code /way/id/asset/form}. Answers
     * that were given aloud have two ways of their own: {@code /answers/asset/form} for the storyteller, {@code /heard/review/asset/form} for a checker.
     */
    static Optional<Wanted> read(String path) {
        List<String> parts =
                List.of(path == null ? new String[0] : path.substring(1).split("/", -1));
        boolean own = parts.size() == 3 && List.of("own", "answers").contains(parts.get(0));
        if (!own && parts.size() != 4) {
            return Optional.empty();
        }
        Optional<AssetId> asset = Id.parse(parts.get(parts.size() - 2)).map(AssetId::new);
        Optional<Form> form = form(parts.get(parts.size() - 1));
        Optional<UUID> by = own ? asset.map(AssetId::value) : Id.parse(parts.get(1));
        return asset.isEmpty() || form.isEmpty() || by.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wanted(parts.get(0), by.get(), asset.get(), form.get()));
    }

    private static Optional<Form> form(String name) {
        return List.of(Form.values()).stream()
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /**
     * Who asks, whether they may have it now, and where it lies, decided anew in one transaction. The viewer is read, too: a
     * role may be gone, an account closed, a passphrase new.
     */
    Found find(Pass pass, Optional<Wanted> wanted) {
        return atOnce.ask(() -> {
            Optional<Viewer> viewer = signingIn.viewer(pass);
            return new Found(
                    viewer.isPresent(),
                    wanted.filter(asked ->
                                    viewer.filter(known -> allows(known, asked)).isPresent())
                            .flatMap(asked -> media.open(asked.asset(), asked.form())));
        });
    }

    /**
     * The story that somebody else is shown by such an address; empty for one's own and for what a checker hears. A file stays
     * in its story, so that it is asked for once.
     */
    Optional<UUID> shown(Wanted wanted) {
        if (!SHOWN.contains(wanted.way())) {
            return Optional.empty();
        }
        if (stories.size() > MOST_KNOWN) {
            stories.clear();
        }
        UUID known = stories.get(wanted.asset());
        if (known == null) {
            known = atOnce.ask(() -> files.showing(wanted.asset()))
                    .map(StoryId::value)
                    .orElse(null);
            if (known != null) {
                stories.put(wanted.asset(), known);
            }
        }
        return Optional.ofNullable(known);
    }

    private boolean allows(Viewer viewer, Wanted wanted) {
        return switch (wanted.way()) {
            case "answers" -> visibility.hears(viewer, new Through.Own(), wanted.asset());
            case "heard" -> visibility.hears(viewer, new Through.Claim(new ReviewId(wanted.by())), wanted.asset());
            case "own" -> sees(viewer, new Through.Own(), wanted);
            case "claim" -> sees(viewer, new Through.Claim(new ReviewId(wanted.by())), wanted);
            case "collection" -> sees(viewer, new Through.Published(new CollectionId(wanted.by())), wanted);
            case "gathering" -> sees(viewer, new Through.Gathering(new CollectionId(wanted.by())), wanted);
            case "presentation" -> presenting.mayStream(viewer, new PresentationId(wanted.by()), wanted.asset());
            default -> false;
        };
    }

    private boolean sees(Viewer viewer, Through through, Wanted wanted) {
        return visibility.seeFile(viewer, through, wanted.asset()).isPresent();
    }

    /**
     * The answer of one moment, not to be kept.
     *
     * @param signedIn whether the one who asks is anybody still
     * @param form empty when it is not there or not theirs
     */
    record Found(boolean signedIn, Optional<StoredForm> form) {}

    /** What an address names: by which way, through which review, collection or presentation, which file in which form. */
    record Wanted(String way, UUID by, AssetId asset, Form form) {}
}
