package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Role;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.testing.House;

class MediaJobsTest {

    private static final MediaWorld H2 = MediaWorld.unstarted();

    private static final Viewer ADMINISTRATOR =
            new Viewer(new AccountId(UUID.randomUUID()), Set.of(Role.ADMINISTRATOR), null);

    private MediaWorld world = H2;

    @BeforeAll
    static void open() {
        H2.start();
    }

    @AfterAll
    static void close() {
        H2.close();
    }

    /** Each test begins with nothing there, and with jobs that stand still until it starts them. */
    @BeforeEach
    void clear() throws IOException {
        H2.clear();
    }

    @Test
    void aJobThatWasNeverWrittenIsMadeUpForAtTheNextStart() {
        AssetId id = world.receive(MediaKind.PICTURE, MediaWorld.sample("kitchen.png"));
        assertThat(world.count("select count(*) from scheduled_tasks where task_name = 'media-work'"))
                .isZero();

        world.get(MediaJobs.class).start();

        assertThat(world.settled(id).isReady()).isTrue();
    }

    @Test
    void aStepThatBreaksOffIsDoneAgainAndNeverTwice() throws IOException {
        MediaProcessing processing = world.get(MediaProcessing.class);
        AssetId id = world.receive(MediaKind.PICTURE, MediaWorld.sample("front-door-gps.jpg"));

        world.get(ObjectStore.class).close();
        assertThatThrownBy(() -> processing.work(id)).isInstanceOf(Exception.class);
        assertThat(world.view(id).getStatus()).isEqualTo(AssetStatus.SCANNED);
        world.get(ObjectStore.class).open();
        processing.work(id);
        processing.work(id);

        assertThat(world.view(id).isReady()).isTrue();
        assertThat(world.count("select count(*) from media_rendition")).isEqualTo(4);
        assertThat(world.objects()).as("the four forms and nothing else").hasSize(4);
    }

    @Test
    void twoWorkersOnOneAssetMakeItsFormsOnce() throws Exception {
        MediaProcessing processing = world.get(MediaProcessing.class);
        AssetId id = world.receive(MediaKind.PICTURE, MediaWorld.sample("kitchen.png"));
        AssetLedger ledger = world.get(AssetLedger.class);
        ledger.scanned(id);
        SealedKey key = ledger.work(id).orElseThrow().key().orElseThrow();
        SealedForm late = SealedForm.of(
                Form.MASTER, world.get(Vault.class).seal(key, new ByteArrayInputStream(new byte[] {1, 2, 3}), 3));
        processing.work(id);

        assertThatThrownBy(() -> ledger.sanitised(id, SanitisedMedia.picture(1, 1, java.util.Map.of()), List.of(late)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(world.count("select count(*) from media_rendition")).isEqualTo(4);
    }

    @Test
    void aFaultOfOursIsTriedAgainAndThenReported() {
        world.get(MediaJobs.class).pauseFor(Duration.ofMillis(2));
        AssetId id = world.receive(MediaKind.PICTURE, MediaWorld.sample("kitchen.png"));
        UUID raw = (UUID) world.ask("select raw_object from media_asset where id = ?", id.value())
                .orElseThrow();
        remove(raw);

        world.get(MediaJobs.class).start();

        assertThat(world.settled(id).isFailed()).isTrue();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> world.count("select count(*) from scheduled_tasks where task_name = 'media-work'") == 0);
    }

    /** It had failed when its forms were there already: they are made anew. */
    @Test
    void whatFailedIsTriedAgainWhenAnAdministratorSaysSoAndNothingElseIs() throws Exception {
        MediaTroubles troubles = world.get(MediaTroubles.class);
        MediaProcessing processing = world.get(MediaProcessing.class);
        AssetLedger ledger = world.get(AssetLedger.class);
        AssetId id = world.receive(MediaKind.PICTURE, MediaWorld.sample("kitchen.png"));
        SealedKey key = ledger.work(id).orElseThrow().key().orElseThrow();
        ledger.scanned(id);
        SealedForm torn =
                SealedForm.of(Form.MASTER, world.get(Vault.class).seal(key, new ByteArrayInputStream(new byte[9]), 9));
        ledger.sanitised(id, SanitisedMedia.picture(1, 1, java.util.Map.of()), List.of(torn));
        assertThatThrownBy(() -> troubles.tryAgain(ADMINISTRATOR, id))
                .as("it has not failed yet")
                .isInstanceOf(Refused.class);
        ledger.failed(id);
        assertThat(troubles.newest(ADMINISTRATOR)).singleElement().matches(MediaTrouble::isAgain);
        Viewer storyteller = new Viewer(new AccountId(world.owner), Set.of(Role.STORYTELLER), null);
        assertThatThrownBy(() -> troubles.tryAgain(storyteller, id)).isInstanceOf(NotFound.class);
        world.events.clear();

        troubles.tryAgain(ADMINISTRATOR, id);
        processing.work(id);

        assertThat(world.view(id).isReady()).isTrue();
        assertThat(world.count("select count(*) from media_rendition")).isEqualTo(4);
        assertThat(world.events)
                .containsExactly(new FileTriedAgain(ADMINISTRATOR.account().value(), id.value()));
        assertThatThrownBy(() -> troubles.tryAgain(ADMINISTRATOR, id)).isInstanceOf(Refused.class);
    }

    @Test
    void whatWasRefusedIsNotTriedAgainNorWhatNobodyCanReadAnyMore() {
        MediaTroubles troubles = world.get(MediaTroubles.class);
        AssetLedger ledger = world.get(AssetLedger.class);
        AssetId refused = world.receive(MediaKind.PICTURE, MediaWorld.sample("kitchen.png"));
        ledger.refused(refused, MediaLimits.BROKEN);
        VaultKeyId key = world.newKey();
        AssetId erased = world.receive(key, MediaKind.PICTURE, MediaWorld.sample("kitchen.png"));
        ledger.failed(erased);
        world.get(VaultKeys.class).destroy(key);

        assertThat(troubles.newest(ADMINISTRATOR)).hasSize(2).noneMatch(MediaTrouble::isAgain);
        assertThatThrownBy(() -> troubles.tryAgain(ADMINISTRATOR, refused)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> troubles.tryAgain(ADMINISTRATOR, erased)).isInstanceOf(Refused.class);
    }

    @Test
    void whatIsDiscardedIsGoneAtOnceAndItsObjectsSoon() {
        world.get(MediaJobs.class).start();
        AssetId id = world.ready(MediaKind.PICTURE, "lamp.gif");

        world.get(MediaIntake.class).discard(id);

        assertThat(world.get(MediaReading.class).find(id)).isEmpty();
        assertThat(world.get(MediaReading.class).open(id, Form.PHONE)).isEmpty();
        awaitErased();
        assertThat(world.objects()).isEmpty();
        world.get(MediaIntake.class).discard(id);
    }

    @Test
    void aDestroyedKeyLeavesNothingToRead() {
        world.get(MediaJobs.class).start();
        VaultKeyId key = world.newKey();
        AssetId id = world.receive(key, MediaKind.PICTURE, MediaWorld.sample("lamp.gif"));
        assertThat(world.settled(id).isReady()).isTrue();

        world.get(VaultKeys.class).destroy(key);

        assertThat(world.get(MediaReading.class).open(id, Form.MASTER)).isEmpty();
        assertThat(world.count("select count(*) from vault_key where wrapped is not null"))
                .isZero();
        assertThat(world.count("select count(*) from vault_key where destroyed_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void theSweepDeletesWhatNoRowOwnsAndOnlyAfterAnHour() throws IOException {
        world.get(MediaJobs.class).start();
        AssetId id = world.ready(MediaKind.PICTURE, "lamp.gif");
        SealedKey key = world.get(VaultKeys.class).require(world.newKey());
        world.get(Vault.class).seal(key, new ByteArrayInputStream(new byte[] {1, 2, 3}), 3);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> world.objects().size() == 5);

        world.get(MediaSweep.class).run();
        assertThat(world.objects()).hasSize(5);

        world.clock.moveTo(Duration.ofMinutes(61));
        world.get(MediaSweep.class).run();

        Set<UUID> left = new HashSet<>(world.objects());
        assertThat(left).hasSize(4);
        assertThat(world.bytes(id, Form.MASTER)).isNotEmpty();
    }

    @Test
    void theSameWorksOnPostgres() throws Exception {
        try (MediaWorld postgres = MediaWorld.on(House.emptyPostgresql())) {
            world = postgres;
            world.start();
            AssetId picture = world.ready(MediaKind.PICTURE, "front-door-gps.jpg");
            AssetId recording = world.ready(MediaKind.RECORDING, "voice-memo-location.m4a");
            assertThat(world.bytes(picture, Form.THUMBNAIL)).isNotEmpty();
            assertThat(world.view(recording).getPeaks()).hasSize(400);
            assertThat(world.get(MediaReading.class).all(List.of(picture, recording, AssetId.random())))
                    .containsOnlyKeys(picture, recording);

            AssetId inPieces = sentInPieces();
            Redacting redacting = world.get(Redacting.class);
            redacting.replace(redacting.prepare(
                    picture,
                    new Redaction(
                            List.of(new Redaction.Region(Redaction.Cover.SOLID, 0, 0, 50, 50)), List.of(), false)));
            assertThat(world.bytes(picture, Form.THUMBNAIL)).isNotEmpty();
            assertThat(world.get(MediaTroubles.class).newest(ADMINISTRATOR)).isEmpty();
            world.get(VaultKeys.class).rewrap(key -> key);

            world.get(MediaIntake.class).discard(picture);
            awaitErased();
            assertThat(world.objects()).as("of the two recordings").hasSize(2);
            world.clock.moveTo(Duration.ofHours(25));
            world.get(MediaSweep.class).run();
            assertThat(world.bytes(inPieces, Form.PLAYBACK)).isNotEmpty();
        }
    }

    private AssetId sentInPieces() throws Exception {
        byte[] bytes = MediaWorld.sample("quiet-voice.ogg");
        Uploading uploading = world.get(Uploading.class);
        UploadId id = uploading.open(world.owner, world.newKey(), MediaKind.RECORDING, "here", Optional.empty());
        uploading.append(world.owner, id, 0, new ByteArrayInputStream(bytes, 0, 5000));
        uploading.append(world.owner, id, 5000, new ByteArrayInputStream(bytes, 5000, bytes.length - 5000));
        uploading.declare(world.owner, id, bytes.length);
        AssetId asset = uploading.finish(world.owner, id);
        assertThat(world.settled(asset).isReady()).isTrue();
        return asset;
    }

    /** Gathers until it is so: a job that saw the asset before it was discarded may still be ending. */
    private void awaitErased() {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            world.get(MediaJobs.class).gather();
            return world.count("select count(*) from media_asset where erased_at is not null") == 1;
        });
    }

    private void remove(UUID object) {
        try {
            world.get(ObjectStore.class).delete(object);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
