package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;

/** Takes media in, and lets go of them. */
@ApplicationScoped
public class MediaIntake {

    @Inject
    MediaSettings settings;

    @Inject
    VaultKeys keys;

    @Inject
    Quarantine quarantine;

    @Inject
    AssetLedger ledger;

    @Inject
    UploadLedger uploads;

    @Inject
    Assets assets;

    @Inject
    MediaJobs jobs;

    @Inject
    Clock clock;

    @Inject
    Event<AssetDiscarded> discarded;

    /**
     * Streams a file straight into quarantine: encrypted, in the object store, row after object. When this returns, the
     * file is kept and the work on it is due. A transaction of the caller is suspended meanwhile, so the key must be
     * committed before. Nothing is kept when anything is thrown.
     *
     * @param owner the account of the storyteller
     * @param key of the story
     * @param body read to its end at most, not closed; its name and declared type are never asked for
     * @throws Refused error.file_empty; error.file_type when the content is not on the list or is of the other kind;
     *     error.file_too_big with the most megabytes as its argument;
     *     error.too_much_stored, error.too_busy
     * @throws NotFound when the key is not there or destroyed
     * @throws UncheckedIOException when the body or the store breaks off
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public AssetId receive(UUID owner, VaultKeyId key, MediaKind expected, InputStream body) {
        SealedKey sealedKey = keys.require(key);
        uploads.requireRoom(owner, 0);
        try {
            byte[] head = body.readNBytes(SourceType.HEAD);
            SourceType type = requireType(head, expected);
            List<SealedObject> raw = store(sealedKey, expected, head, body);
            AssetId id = record(owner, type, raw);
            jobs.due(id);
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException("an upload could not be stored", e);
        }
    }

    /** The longest recording that is taken in. */
    public Duration longestRecording() {
        return MediaLimits.LONGEST_RECORDING;
    }

    /** The most that a file of that kind may have, in megabytes of a million bytes each. */
    public long mostMegabytes(MediaKind kind) {
        return settings.mostMegabytes(kind);
    }

    /**
     * Nobody shows the asset any more: in the transaction of the caller its row is marked, and from then on it is not
     * found; its objects are deleted by a durable job soon after. Does nothing the second time.
     *
     * @throws NotFound when there is no such asset
     */
    @Transactional
    public void discard(AssetId asset) {
        assets.findLocked(asset).orElseThrow(NotFound::new).discard(clock.instant());
        discarded.fire(new AssetDiscarded(asset));
    }

    private static SourceType requireType(byte[] head, MediaKind expected) {
        if (head.length == 0) {
            throw Refused.because(MediaLimits.EMPTY);
        }
        return SourceType.of(head)
                .filter(type -> type.kind() == expected)
                .orElseThrow(() -> Refused.because(MediaLimits.TYPE));
    }

    private List<SealedObject> store(SealedKey key, MediaKind kind, byte[] head, InputStream rest) throws IOException {
        CappedStream whole = new CappedStream(
                new SequenceInputStream(new ByteArrayInputStream(head), rest), settings.mostBytes(kind));
        LimitedBody portions = new LimitedBody(whole);
        List<SealedObject> taken = quarantine.take(key, portions, Long.MAX_VALUE);
        try {
            portions.failWhenBroken();
            return taken;
        } catch (IOException e) {
            quarantine.takeBack(taken, e);
            if (whole.isOverflown()) {
                throw Refused.because(MediaLimits.TOO_BIG, settings.mostMegabytes(kind));
            }
            throw e;
        }
    }

    private AssetId record(UUID owner, SourceType type, List<SealedObject> raw) {
        AssetId id = AssetId.random();
        try {
            ledger.received(id, owner, type, raw);
            return id;
        } catch (RuntimeException e) {
            quarantine.takeBack(raw, e);
            throw e;
        }
    }
}
