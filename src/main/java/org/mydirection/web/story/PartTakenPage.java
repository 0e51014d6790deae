package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mydirection.consent.Receipt;
import org.mydirection.consent.Receipts;
import org.mydirection.consent.TakenPart;
import org.mydirection.consent.TakingBack;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryWriting;
import org.mydirection.supervision.Reflecting;
import org.mydirection.supervision.ShownRow;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.RecordingTime;
import org.mydirection.web.Words;

/** The note that a storyteller keeps after taking back a part: what, when, and where the story had been shown. */
@Named
@RequestScoped
public class PartTakenPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Words words;

    @Inject
    private TakingBack takingBack;

    @Inject
    private StoryWriting writing;

    @Inject
    private Receipts receipts;

    @Inject
    private Reflecting reflecting;

    private Receipt receipt;
    private List<Row> rows = List.of();
    private List<ShownRow> showings = List.of();

    public void open() {
        List<TakenPart> parts = takingBack.parts(me.viewer(), address.story());
        if (parts.isEmpty()) {
            address.go("/story/where.xhtml", "");
            return;
        }
        Map<UUID, SceneView> scenes = writing.read(me.viewer(), address.story()).scenes().stream()
                .filter(scene -> scene.file() != null)
                .collect(Collectors.toMap(scene -> scene.file().id().value(), Function.identity(), (one, two) -> one));
        rows = parts.stream()
                .map(part -> new Row(part.takenAt(), say(part, scenes.get(part.file()))))
                .toList();
        receipt = receipts.latest(me.viewer(), address.story()).orElse(null);
        showings = reflecting.showings(me.viewer(), address.story());
    }

    private String say(TakenPart part, SceneView scene) {
        if (part.wholeFile() || scene == null) {
            return words.get("part_taken.whole.text");
        }
        return words.with(
                "part_taken.span.text",
                scene.part(),
                RecordingTime.text(part.fromMillis()),
                RecordingTime.text(part.untilMillis()));
    }

    public Receipt getReceipt() {
        return receipt;
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<ShownRow> getShowings() {
        return showings;
    }

    /** One part: when, and which. */
    public record Row(Instant at, String text) {}
}
