package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevellingTest {

    private static final int SECOND = Pcm.RATE;

    @TempDir
    Path folder;

    /** ITU-R BS.1770-5: 997 Hz at full scale in one channel is -3.01 LUFS. */
    @Test
    void aFullToneIsAsLoudAsTheRecommendationSays() {
        assertThat(loudness(3 * SECOND, LevellingTest::tone)).isCloseTo(-3.01, within(0.02));
        assertThat(loudness(3 * SECOND, i -> 0.1 * tone(i))).isCloseTo(-23.01, within(0.02));
    }

    @Test
    void pausesDoNotCount() {
        assertThat(loudness(8 * SECOND, i -> i / SECOND % 4 == 3 ? 0.0005 * tone(i) : 0.1 * tone(i)))
                .isCloseTo(-23.2, within(0.25));
    }

    @Test
    void silenceHasNoLoudness() {
        assertThat(loudness(2 * SECOND, i -> 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(loudness(SECOND / 10, LevellingTest::tone)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /** Clicks make the limiter take away what was added, so that more is added. */
    @ParameterizedTest
    @CsvSource({"0.003, 0", "0.02, 0", "0.6, 0", "0.02, 0.5", "0.1, 1"})
    void everythingComesOutEquallyLoudAndNowhereTooLoud(double voice, double clicks) throws IOException {
        Random random = new Random(7);
        Path decoded =
                decoded(6 * SECOND, i -> voice * tone(i) + (i % 4410 < 300 ? clicks * random.nextGaussian() / 3 : 0));
        Levelling levelling = new Levelling(decoded);

        float[] written = written(levelling);

        assertThat(written).hasSize(6 * SECOND);
        LoudnessMeter meter = new LoudnessMeter();
        meter.add(written, written.length);
        assertThat(meter.loudness()).isCloseTo(-16, within(0.6));
        assertThat(loudest(written)).isLessThanOrEqualTo(Limiter.MOST + 0.0001f);
        assertThat(levelling.durationMillis()).isEqualTo(6000);
    }

    @Test
    void silenceIsNotMadeLouder() throws IOException {
        Levelling levelling = new Levelling(decoded(2 * SECOND, i -> 0.0003 * tone(i)));

        assertThat(loudest(written(levelling))).isLessThan(0.0005f);
        assertThat(levelling.peaks()).hasSize(400).containsOnly(0);
    }

    @Test
    void whatIsNoNumberIsSilence() throws IOException {
        Levelling levelling = new Levelling(
                decoded(SECOND, i -> i % 3 == 0 ? Double.NaN : i % 3 == 1 ? 1e30 : Double.NEGATIVE_INFINITY));

        assertThat(written(levelling)).containsOnly(0);
    }

    @Test
    void nothingIsMovedInTime() throws IOException {
        Levelling levelling = new Levelling(decoded(SECOND, i -> i < SECOND / 2 ? 0 : 0.2 * tone(i)));

        float[] written = written(levelling);

        for (int i = 0; i < SECOND / 2; i++) {
            assertThat(written[i]).isZero();
        }
        assertThat(written[SECOND / 2 + 11]).isNotZero();
        assertThat(levelling.peaks()[199]).isZero();
        assertThat(levelling.peaks()[200]).isGreaterThan((byte) 20);
        assertThat(levelling.quietest(0, SECOND)).isLessThan(SECOND / 2);
    }

    private float[] written(Levelling levelling) throws IOException {
        Path file = folder.resolve("levelled.pcm");
        levelling.write(file);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        float[] samples = new float[bytes.capacity() / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.getShort(2 * i) / (float) Short.MAX_VALUE;
        }
        return samples;
    }

    private Path decoded(int count, IntToDoubleFunction sample) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putFloat((float) sample.applyAsDouble(i));
        }
        return Files.write(folder.resolve("decoded.pcm"), bytes.array());
    }

    private static double loudness(int count, IntToDoubleFunction sample) {
        float[] samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (float) sample.applyAsDouble(i);
        }
        LoudnessMeter meter = new LoudnessMeter();
        meter.add(samples, count);
        return meter.loudness();
    }

    private static float loudest(float[] samples) {
        float loudest = 0;
        for (float sample : samples) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        return loudest;
    }

    private static double tone(int sample) {
        return Math.sin(2 * Math.PI * 997 * sample / Pcm.RATE);
    }
}
