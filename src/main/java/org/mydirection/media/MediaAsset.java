package org.mydirection.media;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mydirection.shared.Refused;

/**
 * A picture or recording that a person gave us, from quarantine to ready. Its life cycle is {@link AssetStatus}; beside
 * it, from any status, it may be discarded (nobody shows it any more) and then erased (its objects are gone).
 */
@Entity
@Table(name = "media_asset")
class MediaAsset {

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "owner_id")
    private UUID owner;

    @ManyToOne(optional = false)
    @JoinColumn(name = "vault_key_id")
    private VaultKey key;

    @Enumerated(EnumType.STRING)
    private MediaKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "source_type")
    private SourceType sourceType;

    @Enumerated(EnumType.STRING)
    private AssetStatus status;

    private String refusal;

    @Column(name = "raw_object")
    private UUID rawObject;

    @Column(name = "raw_header")
    private byte[] rawHeader;

    @Column(name = "raw_size")
    private long rawSize;

    private Integer width;

    private Integer height;

    @Column(name = "duration_millis")
    private Long durationMillis;

    private byte[] peaks;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "discarded_at")
    private Instant discardedAt;

    @Column(name = "erased_at")
    private Instant erasedAt;

    /** Null while a voice or a face in it is as it was. */
    @Column(name = "likeness_changed_at")
    private Instant likenessChangedAt;

    @OneToMany(mappedBy = "asset", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<RawPiece> further = new ArrayList<>();

    @OneToMany(mappedBy = "asset", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<WithheldForm> withheld = new ArrayList<>();

    @OneToMany(mappedBy = "asset", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<MediaRendition> renditions = new ArrayList<>();

    protected MediaAsset() {}

    /** Just RECEIVED: its raw bytes are in quarantine. */
    MediaAsset(AssetId id, UUID owner, VaultKey key, SourceType sourceType, SealedObject raw, Instant now) {
        this.id = id.value();
        this.owner = owner;
        this.key = key;
        this.kind = sourceType.kind();
        this.sourceType = sourceType;
        this.status = AssetStatus.RECEIVED;
        this.rawObject = raw.name();
        this.rawHeader = raw.header();
        this.rawSize = raw.size();
        this.receivedAt = now;
    }

    /** Just RECEIVED, its raw bytes in one object or more. */
    static MediaAsset received(
            AssetId id, UUID owner, VaultKey key, SourceType sourceType, List<SealedObject> raw, Instant now) {
        MediaAsset asset = new MediaAsset(id, owner, key, sourceType, raw.get(0), now);
        for (int i = 1; i < raw.size(); i++) {
            asset.goesOnWith(List.of(new RawPiece(asset, i + 1, raw.get(i))));
        }
        return asset;
    }

    /** Its raw bytes go on in further objects, in that order. */
    void goesOnWith(List<RawPiece> pieces) {
        for (RawPiece piece : pieces) {
            piece.goTo(this);
            further.add(piece);
            rawSize += piece.size();
        }
    }

    void scanned() {
        become(AssetStatus.SCANNED);
    }

    /** Encoded anew; the forms are stored already. */
    void sanitised(SanitisedMedia media, Collection<SealedForm> forms) {
        become(AssetStatus.SANITISED);
        width = media.width();
        height = media.height();
        durationMillis = media.durationMillis();
        peaks = media.peaks();
        forms.forEach(form -> renditions.add(new MediaRendition(this, form)));
    }

    /** Read back and found clean. */
    void ready(Instant now) {
        become(AssetStatus.READY);
        settledAt = now;
    }

    /** What is shown now is withheld from everybody; only when READY, and followed by {@link #redacted}. */
    void withhold(Instant now) {
        if (status != AssetStatus.READY || discardedAt != null) {
            throw new IllegalStateException("only what is shown can be redacted");
        }
        renditions.forEach(rendition -> withheld.add(new WithheldForm(this, rendition.sealedForm(), now)));
        renditions.clear();
    }

    /** The redacted forms are shown from now on. */
    void redacted(SanitisedMedia media, Collection<SealedForm> forms) {
        peaks = media.peaks();
        forms.forEach(form -> renditions.add(new MediaRendition(this, form)));
    }

    /** The voice in it is disguised, or the face in it covered or not there; does nothing the second time. */
    void likenessChanged(Instant now) {
        if (likenessChangedAt == null) {
            likenessChangedAt = now;
        }
    }

    /** @param code of the message that tells the storyteller why */
    void refuse(String code, Instant now) {
        become(AssetStatus.REFUSED);
        refusal = code;
        settledAt = now;
    }

    void fail(Instant now) {
        become(AssetStatus.FAILED);
        settledAt = now;
    }

    /** From the beginning, as if it had just been received: only when FAILED, and while what was sent can be read. */
    void tryAgain() {
        if (!mayBeTriedAgain()) {
            throw Refused.because(MediaLimits.NOT_FAILED);
        }
        become(AssetStatus.RECEIVED);
        settledAt = null;
        renditions.clear();
    }

    /** The raw upload is destroyed; only after READY or REFUSED. */
    void rawDestroyed() {
        if (status != AssetStatus.READY && status != AssetStatus.REFUSED) {
            throw new IllegalStateException("the raw upload of an asset that is " + status + " is still needed");
        }
        forgetRaw();
    }

    /** Nobody shows it any more; does nothing the second time. */
    void discard(Instant now) {
        if (discardedAt == null) {
            discardedAt = now;
        }
    }

    /** All its objects are gone; only after it was discarded. */
    void erased(Instant now) {
        if (discardedAt == null) {
            throw new IllegalStateException("an asset that was not discarded can't be erased");
        }
        if (erasedAt == null) {
            erasedAt = now;
        }
        renditions.clear();
        withheld.clear();
        forgetRaw();
    }

    /** Whether giving up on it would tell anybody anything. */
    boolean mayFail() {
        return discardedAt == null && status.mayBecome(AssetStatus.FAILED);
    }

    /** Whether the file itself can still be found to be the trouble. */
    boolean mayBeRefused() {
        return discardedAt == null && status.mayBecome(AssetStatus.REFUSED);
    }

    private boolean mayBeTriedAgain() {
        return discardedAt == null
                && status == AssetStatus.FAILED
                && !sealedRaw().isEmpty();
    }

    boolean isToBeErased() {
        return discardedAt != null && erasedAt == null;
    }

    AssetStatus status() {
        return status;
    }

    /** What is left to do, with all that the doing needs; nothing about the entity changes by it. */
    AssetWork work() {
        return new AssetWork(
                new AssetId(id),
                status,
                sourceType,
                discardedAt != null,
                key.sealed(),
                rawNames(),
                sealedRaw(),
                renditions.stream().map(MediaRendition::sealedForm).toList(),
                withheld.stream().map(WithheldForm::name).toList());
    }

    MediaTrouble trouble() {
        return new MediaTrouble(
                new AssetId(id), kind, status, refusal, rawSize, receivedAt, settledAt, mayBeTriedAgain());
    }

    AssetView view() {
        return new AssetView(
                new AssetId(id),
                kind,
                status,
                refusal,
                width,
                height,
                durationMillis,
                numbers(peaks),
                likenessChangedAt != null);
    }

    private void become(AssetStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("an asset that is " + status + " can't become " + next);
        }
        if (discardedAt != null) {
            throw new IllegalStateException("a discarded asset can't become " + next);
        }
        status = next;
    }

    private List<UUID> rawNames() {
        return rawObject == null
                ? List.of()
                : Stream.concat(Stream.of(rawObject), further.stream().map(RawPiece::name))
                        .toList();
    }

    private List<SealedObject> sealedRaw() {
        Optional<SealedKey> open = key.sealed();
        if (rawObject == null || open.isEmpty()) {
            return List.of();
        }
        long rest = further.stream().mapToLong(RawPiece::size).sum();
        return Stream.concat(
                        Stream.of(new SealedObject(rawObject, rawHeader, rawSize - rest, open.get())),
                        further.stream().map(piece -> piece.under(open.get())))
                .toList();
    }

    private void forgetRaw() {
        rawObject = null;
        rawHeader = null;
        further.clear();
    }

    private static List<Integer> numbers(byte[] bytes) {
        return bytes == null
                ? List.of()
                : IntStream.range(0, bytes.length).mapToObj(i -> (int) bytes[i]).toList();
    }
}
