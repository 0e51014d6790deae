package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The media assets and their stored forms in the database. */
@ApplicationScoped
class Assets {

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
        return database
                .createQuery(
                        "select r, k from MediaRendition r join r.asset a join a.key k where a.id = :id"
                                + " and r.form = :form and a.status = :ready and a.discardedAt is null"
                                + " and k.wrapped is not null",
                        Object[].class)
                .setParameter("id", id.value())
                .setParameter("form", form)
                .setParameter("ready", AssetStatus.READY)
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(row -> ((VaultKey) row[1]).sealed().map(key -> ((MediaRendition) row[0]).stored(id, key)));
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
        return owned;
    }
}
