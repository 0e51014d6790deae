package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;

/**
 * The short transactions of an upload. Its row is the lock for all nodes: a piece is recorded only where the upload still
 * stands at the piece's offset, so that of two requests that send the same bytes one is recorded and the other ends.
 */
@ApplicationScoped
class UploadLedger {

    @Inject
    Uploads uploads;

    @Inject
    Assets assets;

    @Inject
    MediaSettings settings;

    @Inject
    Clock clock;

    @Transactional
    public UploadId open(UUID owner, VaultKeyId key, MediaKind kind, String place, Optional<Long> length) {
        requireLength(kind, length.orElse(1L));
        requireRoom(owner, length.orElse(0L));
        if (uploads.unfinishedOf(owner, clock.instant()) >= MediaLimits.MOST_UPLOADS) {
            throw Refused.because(MediaLimits.TOO_MANY_UPLOADS);
        }
        VaultKey sealing = liveKey(key);
        UploadId id = UploadId.random();
        MediaUpload upload = new MediaUpload(id, owner, sealing, kind, place, clock.instant(), expiry());
        try {
            if (length.isPresent()) {
                upload.declare(length.get());
            }
        } catch (UploadMoved impossible) {
            throw new IllegalStateException(impossible);
        }
        uploads.add(upload);
        return id;
    }

    /** Refused when nothing more of this person, or of anybody, can be kept now. */
    @Transactional
    public void requireRoom(UUID owner, long more) {
        if (uploads.bytesOf(owner) + more > settings.mostBytesOfAPerson()) {
            throw Refused.because(MediaLimits.TOO_MUCH);
        }
        if (uploads.bytesInQuarantine() + more > settings.mostBytesInQuarantine()) {
            throw Refused.because(MediaLimits.BUSY);
        }
    }

    @Transactional
    public Optional<UploadView> find(UUID owner, UploadId id) {
        return uploads.find(owner, id, clock.instant()).map(MediaUpload::view);
    }

    @Transactional
    public Optional<UploadId> cutShort(UUID owner, String place) {
        return uploads.cutShort(owner, place, clock.instant());
    }

    /** The key under which its pieces are sealed; {@link NotFound} when it was destroyed. */
    @Transactional
    public SealedKey key(UUID owner, UploadId id) {
        return require(owner, id).key().sealed().orElseThrow(NotFound::new);
    }

    @Transactional
    public void declare(UUID owner, UploadId id, long length) throws UploadMoved {
        MediaUpload upload = requireLocked(owner, id);
        requireLength(upload.view().kind(), length);
        upload.declare(length);
    }

    /** Records stored pieces; returns how far the upload is with them. */
    @Transactional
    public UploadView grow(UUID owner, UploadId id, long offset, List<SealedObject> pieces) throws UploadMoved {
        MediaUpload upload = requireLocked(owner, id);
        long more = pieces.stream().mapToLong(SealedObject::size).sum();
        requireLength(upload.view().kind(), offset + more);
        requireRoom(owner, more);
        upload.grow(offset, more, expiry());
        int position = uploads.pieces(id).size();
        for (SealedObject piece : pieces) {
            uploads.add(new RawPiece(id, ++position, piece));
        }
        return upload.view();
    }

    /** Its pieces, while nobody has looked what kind of file it is; empty afterwards. */
    @Transactional
    public List<SealedObject> beginningUnknown(UUID owner, UploadId id) {
        MediaUpload upload = require(owner, id);
        SealedKey key = upload.key().sealed().orElseThrow(NotFound::new);
        return upload.sourceType().isPresent()
                ? List.of()
                : uploads.pieces(id).stream().map(piece -> piece.under(key)).toList();
    }

    @Transactional
    public void isOf(UUID owner, UploadId id, SourceType type) {
        requireLocked(owner, id).isOf(type);
    }

    /** The whole upload becomes an asset, once; asked again, the same asset, unless that is let go of. */
    @Transactional
    public AssetId finish(UUID owner, UploadId id) {
        MediaUpload upload = requireLocked(owner, id);
        if (upload.asset().isPresent()) {
            AssetId before = upload.asset().get();
            return assets.find(before)
                    .filter(asset -> !asset.work().discarded())
                    .map(asset -> before)
                    .orElseThrow(NotFound::new);
        }
        AssetId asset = AssetId.random();
        List<RawPiece> pieces = uploads.pieces(id);
        SealedKey key = upload.key().sealed().orElseThrow(NotFound::new);
        MediaAsset made = new MediaAsset(
                asset,
                owner,
                upload.key(),
                upload.sourceType().orElseThrow(),
                pieces.get(0).under(key),
                clock.instant());
        assets.add(made);
        uploads.remove(pieces.get(0));
        made.goesOnWith(pieces.subList(1, pieces.size()));
        upload.becomes(asset);
        return asset;
    }

    /** The names of its objects, to be deleted before {@link #remove}; empty when it is not there. */
    @Transactional
    public List<UUID> objects(UploadId id) {
        return uploads.pieces(id).stream().map(RawPiece::name).toList();
    }

    @Transactional
    public void remove(UploadId id) {
        uploads.remove(id);
    }

    @Transactional
    public List<UploadId> expired(int most) {
        return uploads.expired(clock.instant(), most);
    }

    private VaultKey liveKey(VaultKeyId id) {
        VaultKey key = assets.keyReference(id);
        if (key == null || key.sealed().isEmpty()) {
            throw new NotFound();
        }
        return key;
    }

    private void requireLength(MediaKind kind, long length) {
        if (length <= 0) {
            throw Refused.because(MediaLimits.EMPTY);
        }
        if (length > settings.mostBytes(kind)) {
            throw Refused.because(MediaLimits.TOO_BIG, settings.mostMegabytes(kind));
        }
    }

    private Instant expiry() {
        return clock.instant().plus(MediaLimits.UNFINISHED);
    }

    private MediaUpload require(UUID owner, UploadId id) {
        return uploads.find(owner, id, clock.instant()).orElseThrow(NotFound::new);
    }

    private MediaUpload requireLocked(UUID owner, UploadId id) {
        return uploads.findLocked(owner, id, clock.instant()).orElseThrow(NotFound::new);
    }
}
