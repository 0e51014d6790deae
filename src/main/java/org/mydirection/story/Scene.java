package org.mydirection.story;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.media.AssetId;

/**
 * One scene: words, or a picture with alternative text and caption, or a recording with its transcript. A file that was
 * just sent waits as {@code incoming} until it is ready, so that a bad file never replaces a good one.
 */
@Entity
@Table(name = "scene")
public class Scene {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "version_id")
    private StoryVersion version;

    private int position;

    @Enumerated(EnumType.STRING)
    private SceneKind kind;

    private String words;

    @Column(name = "alt_text")
    private String altText;

    private String caption;

    private String transcript;

    private int redactions;

    @Column(name = "asset_id")
    private UUID assetId;

    @Column(name = "incoming_id")
    private UUID incomingId;

    /** Whether the pictures are shown along this recording. */
    private boolean narration;

    @Column(name = "cue_millis")
    private Long cueMillis;

    @Enumerated(EnumType.STRING)
    private Others others;

    @Enumerated(EnumType.STRING)
    private WrittenBy unconfirmed;

    /** Taken out by the storyteller, who can put it back until the story is sent. */
    @Column(name = "taken_out")
    private boolean takenOut;

    protected Scene() {}

    Scene(StoryVersion version, int position, SceneKind kind) {
        this.id = UUID.randomUUID();
        this.version = version;
        this.position = position;
        this.kind = kind;
    }

    /**
     * Something was taken out of its file or its words; permission and decisions that were given before are for another
     * scene.
     *
     * @param now its words; those of its kind are taken
     */
    void redacted(SceneWords now) {
        write(now);
        redactions++;
    }

    Scene copyTo(StoryVersion draft) {
        Scene copy = new Scene(draft, position, kind);
        copy.write(new SceneWords(words, altText, caption, transcript));
        copy.assetId = assetId;
        copy.redactions = redactions;
        copy.narration = narration;
        copy.cueMillis = cueMillis;
        copy.others = others;
        copy.unconfirmed = unconfirmed;
        return copy;
    }

    /** True when that changed something. */
    final boolean write(SceneWords to) {
        List<String> before = parts();
        switch (kind) {
            case WORDS -> words = clean(to.words());
            case PICTURE -> {
                altText = clean(to.altText());
                caption = clean(to.caption());
            }
            case RECORDING -> transcript = clean(to.transcript());
        }
        return !before.equals(parts());
    }

    /** Marks the words as written down by somebody else, until the storyteller says that they are theirs. */
    void writtenBy(WrittenBy whom) {
        if (kind != SceneKind.PICTURE && (words != null || transcript != null)) {
            unconfirmed = whom;
        }
    }

    void confirm() {
        unconfirmed = null;
    }

    void narrate(boolean on) {
        narration = on && kind == SceneKind.RECORDING;
    }

    /** Shows this picture from that moment of the narration; null for not at all. */
    void cue(Long millis) {
        cueMillis = kind == SceneKind.PICTURE ? millis : null;
    }

    void say(Others who) {
        others = kind == SceneKind.PICTURE ? who : null;
    }

    /** The text without white space around it; null for one in which there is nothing to be seen. */
    static String clean(String text) {
        return text == null || text.codePoints().noneMatch(Scene::seen)
                ? null
                : text.strip().replace("\r\n", "\n");
    }

    /** Not so a space of any kind, or a mark of no width: a story named by these alone would be a link without a name. */
    private static boolean seen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> character != '\u3164' && character != '\u2800';
        };
    }

    /** A new file for this scene. Returns the one that waited before and that nobody needs now. */
    Optional<AssetId> receive(AssetId asset) {
        Optional<AssetId> dropped = incoming();
        incomingId = asset.value();
        return dropped;
    }

    /** No file waits any more. Returns the one that did. */
    Optional<AssetId> dropIncoming() {
        Optional<AssetId> dropped = incoming();
        incomingId = null;
        return dropped;
    }

    void takeOut() {
        takenOut = true;
    }

    void putBack() {
        takenOut = false;
    }

    boolean takenOut() {
        return takenOut;
    }

    /** The waiting file is ready: it takes the place of the old one, which is returned. */
    Optional<AssetId> takeIn() {
        Optional<AssetId> before = asset();
        assetId = incomingId;
        incomingId = null;
        return before;
    }

    void swapPlaces(Scene other) {
        int mine = position;
        position = other.position;
        other.position = mine;
    }

    /** What the digest covers, in a fixed order. */
    List<String> parts() {
        List<String> parts = new ArrayList<>(Arrays.asList(
                kind.name(),
                words,
                altText,
                caption,
                transcript,
                Objects.toString(assetId, null),
                narration ? "narration" : null,
                Objects.toString(cueMillis, null),
                Objects.toString(others, null)));
        if (redactions > 0) {
            parts.add("redacted " + redactions);
        }
        return parts;
    }

    public SceneId id() {
        return new SceneId(id);
    }

    public StoryVersion version() {
        return version;
    }

    public int position() {
        return position;
    }

    public SceneKind kind() {
        return kind;
    }

    /** The text parts; those of other kinds are null. */
    public SceneWords written() {
        return new SceneWords(words, altText, caption, transcript);
    }

    public SceneTelling telling() {
        return new SceneTelling(narration, cueMillis, others, unconfirmed);
    }

    /** The picture or recording that is shown; empty for words, or while none is ready. */
    public Optional<AssetId> asset() {
        return Optional.ofNullable(assetId).map(AssetId::new);
    }

    /** A file that was sent and is not ready yet, or that was refused. */
    /** The id of its picture or recording, for those who know no media; empty while there is none. */
    public Optional<UUID> fileId() {
        return asset().map(AssetId::value);
    }

    public Optional<AssetId> incoming() {
        return Optional.ofNullable(incomingId).map(AssetId::new);
    }
}
