package org.mydirection.testing;

import java.sql.Timestamp;
import java.util.UUID;
import org.mydirection.media.AssetId;
import org.mydirection.media.MediaIntake;
import org.mydirection.media.MediaKind;
import org.mydirection.media.VaultKeyId;
import org.mydirection.media.VaultKeys;

/**
 * Media without bytes: rows as intake, sanitising and the vault leave them, so that the domain finds files that are
 * READY. The tests of {@code media} hold the real thing.
 */
public final class TestMedia {

    private TestMedia() {}

    /** A file in the status that the work on it would give it; of a story that has that key. */
    static AssetId asset(House house, UUID owner, VaultKeyId key, MediaKind kind, String status) {
        UUID id = UUID.randomUUID();
        boolean settled = !status.equals("RECEIVED");
        boolean ready = status.equals("READY");
        boolean picture = kind == MediaKind.PICTURE;
        Timestamp now = Timestamp.from(house.clock().instant());
        house.change(
                "insert into media_asset (id, version, owner_id, vault_key_id, kind, source_type, status, refusal,"
                        + " raw_object, raw_header, raw_size, width, height, duration_millis, peaks, received_at,"
                        + " settled_at) values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)",
                id,
                owner,
                key.value(),
                kind.name(),
                picture ? "JPEG" : "MP3",
                status,
                status.equals("REFUSED") ? "error.file_broken" : null,
                settled ? null : UUID.randomUUID(),
                settled ? null : new byte[1],
                ready && picture ? 800 : null,
                ready && picture ? 600 : null,
                ready && !picture ? 12_000L : null,
                ready && !picture ? new byte[400] : null,
                now,
                settled ? now : null);
        return new AssetId(id);
    }

    /** The work on a file that was received comes to its good end. */
    static void becomeReady(House house, AssetId asset) {
        house.change(
                "update media_asset set status = 'READY', raw_object = null, raw_header = null, settled_at = ?,"
                        + " width = case when kind = 'PICTURE' then 800 end,"
                        + " height = case when kind = 'PICTURE' then 600 end,"
                        + " duration_millis = case when kind = 'RECORDING' then 12000 end,"
                        + " peaks = case when kind = 'RECORDING' then cast(? as bytea) end where id = ?",
                Timestamp.from(house.clock().instant()),
                new byte[400],
                asset.value());
    }

    /** Keys that lock nothing, as rows in the transaction of the caller. */
    static class Keys extends VaultKeys {

        private final House house;

        Keys() {
            this(null);
        }

        Keys(House house) {
            this.house = house;
        }

        @Override
        public VaultKeyId create() {
            VaultKeyId id = new VaultKeyId(UUID.randomUUID());
            house.entityManager()
                    .createNativeQuery("insert into vault_key (id, wrapped, created_at) values (?, ?, ?)")
                    .setParameter(1, id.value())
                    .setParameter(2, new byte[] {1})
                    .setParameter(3, Timestamp.from(house.clock().instant()))
                    .executeUpdate();
            return id;
        }

        @Override
        public void destroy(VaultKeyId key) {
            house.entityManager()
                    .createNativeQuery("update vault_key set wrapped = null, destroyed_at = ? where id = ?")
                    .setParameter(1, Timestamp.from(house.clock().instant()))
                    .setParameter(2, key.value())
                    .executeUpdate();
        }
    }

    /** Lets go of files; takes none in. */
    static class Intake extends MediaIntake {

        private final House house;

        Intake() {
            this(null);
        }

        Intake(House house) {
            this.house = house;
        }

        @Override
        public void discard(AssetId asset) {
            house.entityManager()
                    .createNativeQuery("update media_asset set discarded_at = ? where id = ?")
                    .setParameter(1, Timestamp.from(house.clock().instant()))
                    .setParameter(2, asset.value())
                    .executeUpdate();
        }
    }
}
