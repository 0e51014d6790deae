package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;

class UploadingTest {

    private static final byte[] MEMO = MediaWorld.sample("first-day.wav");
    private static final byte[] PHOTO = MediaWorld.sample("front-door-gps.jpg");

    private static MediaWorld world;
    private static Uploading uploading;

    @BeforeAll
    static void open() {
        world = MediaWorld.unstarted();
        world.settings.put("media.max.picture.megabytes", "1");
        world.settings.put("media.max.person.megabytes", "30");
        world.start();
        uploading = world.get(Uploading.class);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @AfterEach
    void back() {
        world.clock.moveTo(Duration.ZERO);
    }

    @Test
    void anUploadThatIsCutAtManyPlacesGoesOnAndIsTheSameFile() throws Exception {
        UploadId id = begin(MediaKind.RECORDING, MEMO.length);
        Random random = new Random(7);
        while (stands(id).received() < MEMO.length) {
            int from = (int) stands(id).received();
            int cut = Math.min(MEMO.length, from + 1 + random.nextInt(90_000));
            if (cut == MEMO.length) {
                append(id, from, Arrays.copyOfRange(MEMO, from, cut));
            } else {
                assertThatThrownBy(() ->
                                uploading.append(world.owner, id, from, breaking(Arrays.copyOfRange(MEMO, from, cut))))
                        .isInstanceOf(IOException.class);
                assertThat(stands(id).received())
                        .as("all that came before the break")
                        .isEqualTo(cut);
            }
        }

        world.get(MediaJobs.class).stop();
        AssetId asset = uploading.finish(world.owner, id);
        assertThat(uploading.finish(world.owner, id)).as("asked again").isEqualTo(asset);
        AssetWork work = world.get(AssetLedger.class).work(asset).orElseThrow();
        java.nio.file.Path whole = world.data.resolve("whole-" + asset.text());
        world.get(Vault.class).open(work.raw(), whole);
        assertThat(java.nio.file.Files.readAllBytes(whole)).isEqualTo(MEMO);

        world.get(MediaJobs.class).start();
        assertThat(world.settled(asset).isReady()).isTrue();
        Awaitility.await()
                .until(() -> world.count("select count(*) from media_piece where asset_id = ?", asset.value()) == 0);
        assertThat(world.objects()).doesNotContainAnyElementsOf(work.rawNames());
    }

    @Test
    void theLengthOfARecordingMayBeDeclaredAtItsEnd() throws Exception {
        UploadId id = uploading.open(world.owner, world.newKey(), MediaKind.RECORDING, "here", Optional.empty());
        append(id, 0, Arrays.copyOf(MEMO, 500));
        append(id, 500, Arrays.copyOfRange(MEMO, 500, MEMO.length));
        assertThatThrownBy(() -> uploading.finish(world.owner, id)).isInstanceOf(UploadMoved.class);
        uploading.declare(world.owner, id, MEMO.length);
        assertThat(world.settled(uploading.finish(world.owner, id)).isReady()).isTrue();
    }

    @Test
    void bytesAreTakenOnlyWhereTheUploadStands() throws Exception {
        List<UUID> before = world.objects();
        UploadId id = begin(MediaKind.PICTURE, PHOTO.length);
        append(id, 0, Arrays.copyOf(PHOTO, 100));
        assertThatThrownBy(() -> append(id, 0, PHOTO)).isInstanceOf(UploadMoved.class);
        assertThatThrownBy(() -> append(id, 101, PHOTO)).isInstanceOf(UploadMoved.class);
        assertThat(stands(id).received()).isEqualTo(100);
        assertThatThrownBy(() -> uploading.declare(world.owner, id, 50)).isInstanceOf(UploadMoved.class);

        uploading.cancel(world.owner, id);
        assertThat(world.objects()).containsExactlyInAnyOrderElementsOf(before);
        assertThatThrownBy(() -> uploading.cancel(world.owner, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void theLastBytesOfWhoLeavesMayRepeatWhatIsHereAndAreFoundAgain() throws Exception {
        UploadId id = uploading.open(world.owner, world.newKey(), MediaKind.RECORDING, "left", Optional.empty());
        assertThat(uploading.cutShort(world.owner, "left"))
                .as("nothing is here")
                .isEmpty();
        append(id, 0, Arrays.copyOf(MEMO, 9_000));

        last(id, 5_000, 12_000);
        last(id, 5_000, 12_000);
        last(id, 11_000, 11_500);
        assertThat(stands(id).received()).isEqualTo(12_000);
        assertThatThrownBy(() -> last(id, 12_001, 12_002)).isInstanceOf(UploadMoved.class);
        assertThatThrownBy(() -> uploading.appendLast(UUID.randomUUID(), id, 0, MEMO))
                .isInstanceOf(NotFound.class);

        assertThat(uploading.cutShort(world.owner, "left")).contains(id);
        assertThat(uploading.cutShort(world.owner, "elsewhere")).isEmpty();
        assertThat(uploading.cutShort(UUID.randomUUID(), "left")).isEmpty();
        uploading.cancel(world.owner, id);
        assertThat(uploading.cutShort(world.owner, "left")).as("let go of").isEmpty();
    }

    private static void last(UploadId id, int from, int to) throws Exception {
        uploading.appendLast(world.owner, id, from, Arrays.copyOfRange(MEMO, from, to));
    }

    @Test
    void ofTwoThatSendTheSameBytesOneGoesOn() throws Exception {
        UploadId id = begin(MediaKind.PICTURE, PHOTO.length);
        InputStream overtaken =
                new SequenceInputStream(new ByteArrayInputStream(Arrays.copyOf(PHOTO, 10)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        try {
                            append(id, 0, Arrays.copyOf(PHOTO, 200));
                        } catch (UploadMoved e) {
                            throw new IOException(e);
                        }
                        return -1;
                    }
                });
        assertThatThrownBy(() -> uploading.append(world.owner, id, 0, overtaken))
                .isInstanceOf(UploadMoved.class);
        assertThat(stands(id).received()).isEqualTo(200);
        uploading.cancel(world.owner, id);
    }

    @Test
    void whatIsLetGoOfWhileItComesLeavesNothing() {
        List<UUID> before = world.objects();
        UploadId id = begin(MediaKind.PICTURE, PHOTO.length);
        InputStream letGo =
                new SequenceInputStream(new ByteArrayInputStream(Arrays.copyOf(PHOTO, 10)), new InputStream() {
                    @Override
                    public int read() {
                        uploading.find(world.owner, id).ifPresent(there -> uploading.cancel(world.owner, id));
                        return -1;
                    }
                });

        assertThatThrownBy(() -> uploading.append(world.owner, id, 0, letGo)).isInstanceOf(NotFound.class);

        assertThat(uploading.find(world.owner, id)).isEmpty();
        assertThat(world.objects()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void anUploadIsItsOwnersAlone() {
        UploadId id = begin(MediaKind.PICTURE, PHOTO.length);
        UUID other = UUID.randomUUID();
        assertThat(uploading.find(other, id)).isEmpty();
        assertThatThrownBy(() -> uploading.append(other, id, 0, new ByteArrayInputStream(PHOTO)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> uploading.finish(other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> uploading.cancel(other, id)).isInstanceOf(NotFound.class);
        uploading.cancel(world.owner, id);
    }

    @Test
    void aPageIsRefusedAtItsFirstBytesAndLeavesNothing() {
        List<UUID> before = world.objects();
        byte[] page = MediaWorld.sample("page-renamed.mp3");
        UploadId id = begin(MediaKind.RECORDING, page.length);
        assertThat(refusal(() -> append(id, 0, page))).isEqualTo(Refusal.of("error.file_type"));
        assertThat(uploading.find(world.owner, id)).isEmpty();
        assertThat(world.objects()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void capsHoldForAFileAPersonAndTheNumber() {
        assertThat(refusal(() -> begin(MediaKind.PICTURE, 1_000_001))).isEqualTo(Refusal.of("error.file_too_big", 1));
        assertThat(refusal(() -> begin(MediaKind.PICTURE, 0))).isEqualTo(Refusal.of("error.file_empty"));
        assertThat(refusal(() -> begin(MediaKind.RECORDING, 30_000_001)))
                .isEqualTo(Refusal.of("error.too_much_stored"));
        UploadId open = uploading.open(world.owner, world.newKey(), MediaKind.PICTURE, "here", Optional.empty());
        assertThat(refusal(() -> append(open, 0, new byte[1_000_001])))
                .as("what grows beyond without having said so")
                .isEqualTo(Refusal.of("error.file_too_big", 1));
        uploading.cancel(world.owner, open);

        List<UploadId> many = java.util.stream.IntStream.range(0, MediaLimits.MOST_UPLOADS)
                .mapToObj(i -> begin(MediaKind.PICTURE, 10))
                .toList();
        assertThat(refusal(() -> begin(MediaKind.PICTURE, 10))).isEqualTo(Refusal.of("error.too_many_uploads"));
        many.forEach(id -> uploading.cancel(world.owner, id));
    }

    @Test
    void whatIsNeverFinishedExpiresWithItsBytesAndWhatIsOnItsWayStays() throws Exception {
        UploadId left = begin(MediaKind.PICTURE, PHOTO.length);
        append(left, 0, Arrays.copyOf(PHOTO, 1000));
        Optional<Object> object = world.ask("select stored_object from media_piece where upload_id = ?", left.value());
        world.clock.moveTo(MediaLimits.UNFINISHED.minus(Duration.ofMinutes(1)));
        world.get(MediaSweep.class).run();
        assertThat(stands(left).received()).isEqualTo(1000);
        assertThat(world.objects()).contains((UUID) object.orElseThrow());

        world.clock.moveTo(MediaLimits.UNFINISHED.plus(Duration.ofMinutes(1)));
        assertThat(uploading.find(world.owner, left)).isEmpty();
        world.get(MediaSweep.class).run();
        assertThat(world.objects()).doesNotContain((UUID) object.orElseThrow());
        assertThat(world.count("select count(*) from media_upload where id = ?", left.value()))
                .isZero();
    }

    private static UploadId begin(MediaKind kind, long length) {
        return uploading.open(world.owner, world.newKey(), kind, "here", Optional.of(length));
    }

    private static UploadView stands(UploadId id) {
        return uploading.find(world.owner, id).orElseThrow();
    }

    private static void append(UploadId id, long offset, byte[] bytes) throws IOException, UploadMoved {
        uploading.append(world.owner, id, offset, new ByteArrayInputStream(bytes));
    }

    private static InputStream breaking(byte[] before) {
        return new SequenceInputStream(new ByteArrayInputStream(before), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the person went into a tunnel");
            }
        });
    }

    private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call).refusals().get(0);
    }
}
