package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads media for whoever was found entitled. It decides nothing about access: the caller asks {@code visibility}
 * first, on every request and before each piece.
 */
@ApplicationScoped
public class MediaReading {

    @Inject
    Assets assets;

    @Inject
    Vault vault;

    /** The asset in whatever status; empty when it is not there or discarded. */
    @Transactional
    public Optional<AssetView> find(AssetId id) {
        return Optional.ofNullable(all(List.of(id)).get(id));
    }

    /** The assets that are there and not discarded, by one query; the others are missing from the map. */
    @Transactional
    public Map<AssetId, AssetView> all(Collection<AssetId> ids) {
        return assets.shown(ids).stream()
                .map(MediaAsset::view)
                .collect(Collectors.toUnmodifiableMap(AssetView::id, Function.identity()));
    }

    /** The form, by one query; empty unless the asset is READY, has this form, is not discarded and its key lives. */
    @Transactional
    public Optional<StoredForm> open(AssetId id, Form form) {
        return assets.servable(id, form);
    }

    /**
     * The SHA-256 of the whole form as it is served, in hexadecimal; not inside a transaction.
     *
     * @throws IOException as {@link #stream} says
     */
    public String sha256(StoredForm form) throws IOException {
        try (DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), sha256())) {
            stream(form, 0, form.size() - 1, digest, () -> {});
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    /**
     * Decrypts a range and writes it to {@code out}, which is neither flushed nor closed; constant memory; not inside a
     * transaction.
     *
     * @param from first byte, 0 or more
     * @param toInclusive last byte, from {@code from} to {@code form.size() - 1}; IllegalArgumentException otherwise
     * @param beforeEachPiece called before each piece of at most 128 KiB; what it throws ends the stream and comes out
     *     of this method
     * @throws IOException when the store does not answer, the object was changed, or {@code out} breaks off
     */
    public void stream(StoredForm form, long from, long toInclusive, OutputStream out, Runnable beforeEachPiece)
            throws IOException {
        vault.open(form.sealed(), from, toInclusive, out, beforeEachPiece);
    }
}
