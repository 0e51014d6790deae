package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The media assets and their stored forms in the database. */
@ApplicationScoped
class Assets {

    /** As columns, since it is asked at each range: as entities it was three questions. */
    private static final String SERVABLE = "select r.id, r.stored_object, r.header, r.size, k.id as key_id, k.wrapped"
            + " from media_rendition r join media_asset a on a.id = r.asset_id"
            + " join vault_key k on k.id = a.vault_key_id where r.asset_id = ?1 and r.form = ?2"
            + " and a.status = 'READY' and a.discarded_at is null and k.wrapped is not null";

    @Inject
    EntityManager database;

    public void add(MediaAsset asset) {
        database.persist(asset);
    }

    public VaultKey keyReference(VaultKeyId key) {
        return database.find(VaultKey.class, key.value());
    }

    public Optional<MediaAsset> find(AssetId id) {
        return Optional.ofNullable(database.find(MediaAsset.class, id.value()));
    }

    /** The asset with its row locked until the transaction ends: a job that works on it waits, and sees the change. */
    public Optional<MediaAsset> findLocked(AssetId id) {
        Optional<MediaAsset> asset = find(id);
        asset.ifPresent(found -> database.refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return asset;
    }

    /** Those that are there and not discarded, in one query, in no order. */
    public List<MediaAsset> shown(Collection<AssetId> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.createQuery(
                                "select a from MediaAsset a join fetch a.key where a.id in :ids"
                                        + " and a.discardedAt is null",
                                MediaAsset.class)
                        .setParameter("ids", ids.stream().map(AssetId::value).toList())
                        .getResultList();
    }

    /** The form of an asset that is READY, not discarded, and whose key lives. */
    public Optional<StoredForm> servable(AssetId id, Form form) {
        List<?> rows = database.createNativeQuery(SERVABLE)
                .setParameter(1, id.value())
                .setParameter(2, form.name())
                .getResultList();
        return rows.stream().findFirst().map(row -> stored(id, form, (Object[]) row));
    }

    private static StoredForm stored(AssetId id, Form form, Object[] row) {
        SealedKey key = new SealedKey(new VaultKeyId((UUID) row[4]), (byte[]) row[5]);
        long size = ((Number) row[3]).longValue();
        SealedObject sealed = new SealedObject((UUID) row[1], (byte[]) row[2], size, key);
        // The entity tag is the id: new bytes are always a new row.
        return new StoredForm(id, form, form.contentType(), size, "\"" + row[0] + "\"", sealed);
    }

    /** Those on which work is left: not final, or raw bytes to destroy, or discarded and not erased. Oldest first. */
    public List<AssetId> unfinished(int most) {
        return database
                .createQuery(
                        "select a.id from MediaAsset a where a.erasedAt is null and (a.status in :underWay"
                                + " or (a.status in :settled and a.rawObject is not null)"
                                + " or a.discardedAt is not null) order by a.receivedAt, a.id",
                        UUID.class)
                .setParameter("underWay", List.of(AssetStatus.RECEIVED, AssetStatus.SCANNED, AssetStatus.SANITISED))
                .setParameter("settled", List.of(AssetStatus.READY, AssetStatus.REFUSED))
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(AssetId::new)
                .toList();
    }

    /** Those that failed, were refused, or were received before that and are not settled; newest first. */
    public List<MediaTrouble> troubles(Instant waitingSince, int most) {
        return database
                .createQuery(
                        "select a from MediaAsset a where a.erasedAt is null and (a.status in :ended"
                                + " or (a.status in :underWay and a.discardedAt is null and a.receivedAt < :since))"
                                + " order by a.receivedAt desc, a.id",
                        MediaAsset.class)
                .setParameter("ended", List.of(AssetStatus.REFUSED, AssetStatus.FAILED))
                .setParameter("underWay", List.of(AssetStatus.RECEIVED, AssetStatus.SCANNED, AssetStatus.SANITISED))
                .setParameter("since", waitingSince)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(MediaAsset::trouble)
                .toList();
    }

    public void flush() {
        database.flush();
    }

    /** The objects that were withheld before that, at most that many. */
    public List<UUID> withheldBefore(Instant instant, int most) {
        return database.createQuery(
                        "select w.storedObject from WithheldForm w where w.withheldAt <= :instant"
                                + " order by w.withheldAt, w.storedObject",
                        UUID.class)
                .setParameter("instant", instant)
                .setMaxResults(most)
                .getResultList();
    }

    public void removeWithheld(Collection<UUID> objects) {
        objects.forEach(object ->
                Optional.ofNullable(database.find(WithheldForm.class, object)).ifPresent(database::remove));
    }

    /** Which of the objects a row knows. */
    public Set<UUID> owned(Collection<UUID> objects) {
        Set<UUID> owned = new HashSet<>(
                database.createQuery("select a.rawObject from MediaAsset a where a.rawObject in :objects", UUID.class)
                        .setParameter("objects", objects)
                        .getResultList());
        owned.addAll(database.createQuery(
                        "select r.storedObject from MediaRendition r where r.storedObject in :objects", UUID.class)
                .setParameter("objects", objects)
                .getResultList());
        owned.addAll(database.createQuery(
                        "select p.storedObject from RawPiece p where p.storedObject in :objects", UUID.class)
                .setParameter("objects", objects)
                .getResultList());
        owned.addAll(database.createQuery(
                        "select w.storedObject from WithheldForm w where w.storedObject in :objects", UUID.class)
                .setParameter("objects", objects)
                .getResultList());
        return owned;
    }
}
