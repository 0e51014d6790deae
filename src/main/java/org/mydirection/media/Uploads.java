package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The uploads on their way and their pieces in the database. */
@ApplicationScoped
class Uploads {

    @Inject
    EntityManager database;

    public void add(MediaUpload upload) {
        database.persist(upload);
    }

    public void add(RawPiece piece) {
        database.persist(piece);
    }

    /** It belongs to an asset now, as its first raw object. */
    public void remove(RawPiece piece) {
        database.remove(piece);
    }

    /** That of this owner; of anybody else it is not there. */
    public Optional<MediaUpload> find(UUID owner, UploadId id, Instant now) {
        return Optional.ofNullable(database.find(MediaUpload.class, id.value()))
                .filter(upload -> upload.owner().equals(owner))
                .filter(upload -> upload.view().expires().isAfter(now));
    }

    /** The same, with its row locked until the transaction ends. */
    public Optional<MediaUpload> findLocked(UUID owner, UploadId id, Instant now) {
        Optional<MediaUpload> upload = find(owner, id, now);
        upload.ifPresent(found -> database.refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return upload;
    }

    /** In the order of their bytes. */
    public List<RawPiece> pieces(UploadId id) {
        return database.createQuery(
                        "select p from RawPiece p where p.upload = :upload order by p.position", RawPiece.class)
                .setParameter("upload", id.value())
                .getResultList();
    }

    /** The newest for that place of which something is here that has no end yet, or has it and became nothing. */
    public Optional<UploadId> cutShort(UUID owner, String place, Instant now) {
        return database
                .createQuery(
                        "select u.id from MediaUpload u where u.owner = :owner and u.place = :place and u.asset is null"
                                + " and u.received > 0 and (u.length is null or u.length = u.received)"
                                + " and u.expiresAt > :now order by u.createdAt desc, u.id",
                        UUID.class)
                .setParameter("owner", owner)
                .setParameter("place", place)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(UploadId::new);
    }

    public List<UploadId> expired(Instant now, int most) {
        return database
                .createQuery(
                        "select u.id from MediaUpload u where u.expiresAt <= :now order by u.expiresAt, u.id",
                        UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(UploadId::new)
                .toList();
    }

    /** The upload with its pieces. */
    public void remove(UploadId id) {
        pieces(id).forEach(database::remove);
        database.flush();
        Optional.ofNullable(database.find(MediaUpload.class, id.value())).ifPresent(database::remove);
    }

    public long unfinishedOf(UUID owner, Instant now) {
        return number(database.createQuery(
                        "select count(u) from MediaUpload u where u.owner = :owner and u.asset is null"
                                + " and u.expiresAt > :now",
                        Long.class)
                .setParameter("owner", owner)
                .setParameter("now", now)
                .getSingleResult());
    }

    /** Bytes of this person: what they sent and was not erased, and what is on its way. */
    public long bytesOf(UUID owner) {
        return number(database.createQuery(
                                "select sum(a.rawSize) from MediaAsset a where a.owner = :owner and a.erasedAt is null",
                                Long.class)
                        .setParameter("owner", owner)
                        .getSingleResult())
                + number(database.createQuery(
                                "select sum(u.received) from MediaUpload u where u.owner = :owner and u.asset is null",
                                Long.class)
                        .setParameter("owner", owner)
                        .getSingleResult());
    }

    /** Bytes of everybody that are in quarantine or on their way. */
    public long bytesInQuarantine() {
        return number(database.createQuery(
                                "select sum(a.rawSize) from MediaAsset a where a.rawObject is not null", Long.class)
                        .getSingleResult())
                + number(database.createQuery(
                                "select sum(u.received) from MediaUpload u where u.asset is null", Long.class)
                        .getSingleResult());
    }

    private static long number(Long sum) {
        return sum == null ? 0 : sum;
    }
}
