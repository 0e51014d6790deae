package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordingEncodingTest {

    private static final MediaWorld WORLD = MediaWorld.shared();
    private static final int SAMPLES = 6 * Pcm.RATE + 333;
    private static final int LAST = 130;

    /** In the middle of a sound, which is harder than the pause in which recordings are joined. */
    @Test
    void twoHalvesSoundAsOne() throws Exception {
        short[] sound = sound();
        try (WorkFolder work = new WorkFolder(WORLD.data.resolve("work"), AssetId.random())) {
            Path samples = write(sound, work.file("samples.pcm"));
            RecordingEncoding encoding = WORLD.get(RecordingEncoding.class);
            short[] whole = heard(encoding.whole(samples, work), work, "whole.wav");
            Files.delete(work.file("playback.mp4"));
            Path playback = encoding.halves(samples, LAST, work);
            short[] halves = heard(playback, work, "halves.wav");

            WORLD.get(MediaVerification.class).requireOnlySamples(playback, work.path());
            assertThat(halves.length).isBetween(SAMPLES - 64, SAMPLES + RecordingEncoding.FRAME);
            int seam = LAST * RecordingEncoding.FRAME;
            for (int from : new int[] {seam - 4 * RecordingEncoding.FRAME, 0, SAMPLES - 20_000}) {
                int until = Math.min(from + 8 * RecordingEncoding.FRAME, SAMPLES);
                assertThat(error(sound, halves, from, until))
                        .as("what is lost from sample %d on", from)
                        .isLessThan(1.3 * error(sound, whole, from, until) + 20);
            }
        }
    }

    private static short[] sound() {
        short[] sound = new short[SAMPLES];
        Random random = new Random(3);
        for (int i = 0; i < SAMPLES; i++) {
            double time = (double) i / Pcm.RATE;
            double voice = Math.sin(2 * Math.PI * (180 + 20 * Math.sin(5 * time)) * time)
                    + Math.sin(2 * Math.PI * 740 * time) / 2;
            sound[i] = (short) (4000 * (1 + Math.sin(7 * time)) * (voice + random.nextGaussian() / 50));
        }
        return sound;
    }

    /** The mean difference of two samples. */
    private static double error(short[] sent, short[] heard, int from, int until) {
        double sum = 0;
        for (int i = from; i < until; i++) {
            double difference = sent[i] - heard[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum / (until - from));
    }

    private static Path write(short[] samples, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return Files.write(file, bytes.array());
    }

    private static short[] heard(Path playback, WorkFolder work, String name) throws IOException {
        Path wav = WORLD.get(RecordingRedaction.class).samples(playback, SourceType.MP4, work, name);
        byte[] bytes = Files.readAllBytes(wav);
        short[] samples = new short[(bytes.length - 44) / 2];
        ByteBuffer.wrap(bytes, 44, bytes.length - 44)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }
}
