package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;

/**
 * Uploads that go on where they stopped: on any node, after a lost signal, a reload or a day. Bytes are kept as encrypted
 * pieces; what is acknowledged is stored and recorded. Every method is for the owner alone: for anybody else, and once it
 * has expired, the upload is {@link NotFound}. None is called inside a transaction.
 */
@ApplicationScoped
public class Uploading {

    /** Bytes after which they are recorded: what is lost when the process dies in the middle of one request. */
    static final int PORTION = 4 * Quarantine.PIECE;

    /** How long an unfinished upload is kept after its last bytes. */
    public static final Duration UNFINISHED = MediaLimits.UNFINISHED;

    private static final int AT_ONCE = 200;

    /** Times that the last bytes may be overtaken by those before them. */
    private static final int OVERTAKEN = 5;

    @Inject
    UploadLedger ledger;

    @Inject
    Vault vault;

    @Inject
    Quarantine quarantine;

    @Inject
    MediaJobs jobs;

    /**
     * Begins an upload.
     *
     * @param key of the story, committed before
     * @param place for which it is, in the caller's own words of up to 100 characters
     * @param length of the whole in bytes; empty when it is declared later
     * @throws Refused error.file_empty, error.file_too_big, error.too_much_stored, error.too_busy,
     *     error.too_many_uploads
     */
    public UploadId open(UUID owner, VaultKeyId key, MediaKind kind, String place, Optional<Long> length) {
        return ledger.open(owner, key, kind, place, length);
    }

    /** How far it is; empty when it is not there, not theirs, or expired. */
    public Optional<UploadView> find(UUID owner, UploadId id) {
        return ledger.find(owner, id);
    }

    /**
     * What was recorded for a place and not ended, such as when the page was left: the newest of which bytes are here.
     *
     * @param place as it was named when it was opened
     */
    public Optional<UploadId> cutShort(UUID owner, String place) {
        return ledger.cutShort(owner, place);
    }

    /** Says how long the whole is. {@link UploadMoved} when something else was said, or more is here already. */
    public void declare(UUID owner, UploadId id, long length) throws UploadMoved {
        ledger.declare(owner, id, length);
    }

    /**
     * Adds bytes from that offset on. When the body breaks off, what came before is kept, and the break comes out as
     * IOException.
     *
     * @param body read to its end, or to the declared length; not closed
     * @return how far it is now
     * @throws UploadMoved unless the upload stands at that offset
     * @throws Refused as {@link #open}, and error.file_type as soon as that can be told; the upload is gone then
     */
    public UploadView append(UUID owner, UploadId id, long offset, InputStream body) throws IOException, UploadMoved {
        UploadView upload = ledger.find(owner, id).orElseThrow(NotFound::new);
        if (upload.received() != offset || upload.finished()) {
            throw new UploadMoved();
        }
        SealedKey key = ledger.key(owner, id);
        LimitedBody portions = new LimitedBody(body);
        List<SealedObject> pieces = quarantine.take(key, portions, room(upload));
        while (!pieces.isEmpty()) {
            upload = record(owner, upload, pieces);
            refuseOtherKinds(owner, upload);
            pieces = quarantine.take(key, portions, room(upload));
        }
        portions.failWhenBroken();
        return upload;
    }

    /**
     * Adds the last bytes of somebody who leaves and hears no more answers: some of them may be here already, or come at
     * this moment by the request before. What is here is left out.
     *
     * @param from the offset of the first of the bytes, at most where the upload stands
     * @throws UploadMoved when bytes before them are missing, or it is finished
     * @throws Refused as {@link #append}
     */
    public UploadView appendLast(UUID owner, UploadId id, long from, byte[] bytes) throws IOException, UploadMoved {
        for (int again = 1; ; again++) {
            UploadView upload = ledger.find(owner, id).orElseThrow(NotFound::new);
            long here = upload.received() - from;
            if (here >= bytes.length) {
                return upload;
            }
            if (here < 0) {
                throw new UploadMoved();
            }
            try {
                return append(owner, id, upload.received(), rest(bytes, (int) here));
            } catch (UploadMoved overtaken) {
                if (again == OVERTAKEN) {
                    throw overtaken;
                }
            }
        }
    }

    private static InputStream rest(byte[] bytes, int from) {
        return new ByteArrayInputStream(bytes, from, bytes.length - from);
    }

    /**
     * The whole upload becomes an asset, on which the work begins. Asked again it gives the same asset.
     *
     * @throws UploadMoved when it is not whole
     * @throws Refused error.file_type; the upload is gone then
     */
    public AssetId finish(UUID owner, UploadId id) throws UploadMoved {
        UploadView upload = ledger.find(owner, id).orElseThrow(NotFound::new);
        if (!upload.isWhole()) {
            throw new UploadMoved();
        }
        refuseOtherKinds(owner, upload);
        AssetId asset = ledger.finish(owner, id);
        jobs.due(asset);
        return asset;
    }

    /** Lets go of it and of what is stored of it. */
    public void cancel(UUID owner, UploadId id) {
        ledger.find(owner, id).orElseThrow(NotFound::new);
        remove(id);
    }

    /** Removes what nobody went on with in time. */
    void expire() {
        ledger.expired(AT_ONCE).forEach(this::remove);
    }

    private UploadView record(UUID owner, UploadView upload, List<SealedObject> pieces) throws UploadMoved {
        try {
            return ledger.grow(owner, upload.id(), upload.received(), pieces);
        } catch (UploadMoved | RuntimeException e) {
            quarantine.takeBack(pieces, e);
            throw e;
        }
    }

    /** As soon as enough is here to tell: by content alone. */
    private void refuseOtherKinds(UUID owner, UploadView upload) {
        if (upload.finished() || upload.received() < SourceType.HEAD && !upload.isWhole()) {
            return;
        }
        List<SealedObject> beginning = ledger.beginningUnknown(owner, upload.id());
        if (beginning.isEmpty()) {
            return;
        }
        Optional<SourceType> type = SourceType.of(head(beginning)).filter(found -> found.kind() == upload.kind());
        if (type.isEmpty()) {
            remove(upload.id());
            throw Refused.because(MediaLimits.TYPE);
        }
        ledger.isOf(owner, upload.id(), type.get());
    }

    private byte[] head(List<SealedObject> pieces) {
        ByteArrayOutputStream head = new ByteArrayOutputStream(SourceType.HEAD);
        try {
            for (SealedObject piece : pieces) {
                long most = Math.min(piece.size(), SourceType.HEAD - head.size());
                if (most > 0) {
                    vault.open(piece, 0, most - 1, head, () -> {});
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the beginning of an upload can't be read back", e);
        }
        return head.toByteArray();
    }

    private void remove(UploadId id) {
        try {
            for (UUID object : ledger.objects(id)) {
                vault.destroy(object);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an upload could not be removed", e);
        }
        ledger.remove(id);
    }

    private static long room(UploadView upload) {
        return Math.min(PORTION, upload.length().orElse(Long.MAX_VALUE) - upload.received());
    }
}
