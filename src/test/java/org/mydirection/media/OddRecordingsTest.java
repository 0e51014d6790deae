package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mydirection.shared.Refused;

/** Recordings at the edges of what can be one, from the file to the playback form that is read back. */
class OddRecordingsTest {

    private static final MediaWorld WORLD = MediaWorld.shared();

    /** In the columns: samples a second, channels, samples of each, how loud (1 is full scale, more is cut off there). */
    @ParameterizedTest
    @CsvSource({
        "a word,              16000, 1,   4800, 0.1",
        "just a block,        44100, 1,  17640, 0.1",
        "cut off at the top,  44100, 2,  44100, 8.0",
        "silence,              8000, 2,   8000, 0.0",
        "six channels,        48000, 6,  24000, 0.3",
        "an odd rate,         12345, 1,  12345, 0.3",
        "a very slow rate,     4000, 1,   4000, 0.3",
        "a very high rate,   192000, 2, 192000, 0.3"
    })
    void comesOutAsLongAsItWasAndNowhereTooLoud(String name, int rate, int channels, int count, double loud)
            throws IOException {
        try (WorkFolder work = new WorkFolder(WORLD.data.resolve("work"), AssetId.random())) {
            Path wav = Files.write(work.file("raw"), wav(rate, channels, count, loud));

            SanitisedMedia media = WORLD.get(RecordingSanitising.class).sanitise(wav, SourceType.WAV, work);

            long millis = count * 1000L / rate;
            Path playback = media.files().get(Form.PLAYBACK);
            WORLD.get(MediaVerification.class).requireOnlySamples(playback, work.path());
            assertThat(media.durationMillis().longValue()).isBetween(millis - 2, millis + 2);
            short[] heard = heard(playback, work);
            assertThat(heard.length * 1000L / Pcm.RATE).isBetween(millis - 30, millis + 30);
            assertThat(loudest(heard)).isBetween(loud == 0 ? 0 : 1000, loud == 0 ? 0 : Short.MAX_VALUE - 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 1, 1", "8000, 1, 1", "44100, 2, 200", "44100, 1, 0", "192000, 1, 9000"})
    void aClickIsNoRecording(int rate, int channels, int count) throws IOException {
        try (WorkFolder work = new WorkFolder(WORLD.data.resolve("work"), AssetId.random())) {
            Path wav = Files.write(work.file("raw"), wav(rate, channels, count, 0.5));
            assertThatThrownBy(() -> WORLD.get(RecordingSanitising.class).sanitise(wav, SourceType.WAV, work))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining(MediaLimits.BROKEN);
        }
    }

    /** A tone, the same in each channel. */
    private static byte[] wav(int rate, int channels, int count, double loud) {
        int data = 2 * channels * count;
        ByteBuffer wav = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) channels).putInt(rate).putInt(2 * channels * rate);
        wav.putShort((short) (2 * channels)).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data);
        for (int i = 0; i < count; i++) {
            double tone = loud * Math.sin(2 * Math.PI * 440 * i / rate);
            for (int channel = 0; channel < channels; channel++) {
                wav.putShort((short) (Short.MAX_VALUE * Math.max(-1, Math.min(1, tone))));
            }
        }
        return wav.array();
    }

    private static short[] heard(Path playback, WorkFolder work) throws IOException {
        Path wav = WORLD.get(RecordingRedaction.class).samples(playback, SourceType.MP4, work, "heard.wav");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
        short[] samples = new short[(bytes.capacity() - 44) / 2];
        bytes.position(44)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    private static int loudest(short[] samples) {
        int loudest = 0;
        for (short sample : samples) {
            loudest = Math.max(loudest, Math.abs((int) sample));
        }
        return loudest;
    }
}
