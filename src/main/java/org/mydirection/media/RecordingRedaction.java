package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mydirection.media.Redaction.Sound;
import org.mydirection.media.Redaction.Span;

/**
 * Takes spans out of samples, disguises a voice, and listens afterwards whether it is so. Samples are 16 bits, one channel,
 * 44.1 kHz, in a file of the work folder.
 */
@ApplicationScoped
class RecordingRedaction {

    private static final int RATE = 44_100;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Taken out besides, on both sides, in milliseconds: an encoder lets a sound begin a little before itself. */
    private static final int MARGIN = 30;

    private static final double TONE = 1000;
    private static final double TONE_AMPLITUDE = 0.1 * Short.MAX_VALUE;

    /** Of full scale; about -54 dB. A voice after levelling is twenty times as loud. */
    private static final double SILENT = 0.002 * Short.MAX_VALUE;

    /** How much of a bleeped span may be something else than the tone, in amplitude. */
    private static final double MOST_BESIDES_TONE = 0.25;

    private static final int WAV_HEADER = 44;

    @Inject
    MediaTools tools;

    /** Decodes to samples behind the header of a WAV file. */
    Path samples(Path recording, SourceType type, WorkFolder work, String name) throws IOException {
        Path to = work.file(name);
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(MediaTools.input(type, recording));
        arguments.addAll(List.of("-map", "0:a:0", "-map_metadata", "-1"));
        arguments.addAll(List.of("-c:a", "pcm_s16le", "-ar", String.valueOf(RATE), "-ac", "1"));
        arguments.addAll(List.of("-fflags", "+bitexact", "-f", "wav", "file:" + to));
        if (!tools.ffmpeg(work.path(), LIMIT, arguments).accepted()) {
            throw new IOException("a stored recording can't be decoded");
        }
        return to;
    }

    /** Overwrites the whole by a whisper of it. */
    void disguise(Path samples) throws IOException {
        try (FileChannel file = FileChannel.open(samples, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            new VoiceDisguise().overwrite(map(file, MapMode.READ_WRITE));
        }
    }

    /** Overwrites the spans. */
    void takeOut(Path samples, List<Span> spans) throws IOException {
        try (FileChannel file = FileChannel.open(samples, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer all = map(file, MapMode.READ_WRITE);
            for (Span span : spans) {
                int last = Math.min(all.capacity() / 2, at(span.to() + MARGIN));
                for (int i = Math.max(0, at(span.from() - MARGIN)); i < last; i++) {
                    boolean tone = span.sound() == Sound.BLEEPED && i >= at(span.from()) && i < at(span.to());
                    all.putShort(2 * i, tone ? tone(i) : 0);
                }
            }
        }
    }

    /** Throws IOException when in a span, read back, there is anything but silence or the tone. */
    void requireTakenOut(Path samples, List<Span> spans) throws IOException {
        try (FileChannel file = FileChannel.open(samples, StandardOpenOption.READ)) {
            ByteBuffer all = map(file, MapMode.READ_ONLY);
            for (Span span : spans) {
                int first = at(span.from());
                int last = Math.min(all.capacity() / 2, at(span.to()));
                boolean gone = span.sound() == Sound.MUTED
                        ? loudness(all, first, last) < SILENT
                        : besidesTone(all, first, last) < MOST_BESIDES_TONE;
                if (!gone) {
                    throw new IOException("a span of a stored recording can still be heard");
                }
            }
        }
    }

    private static ByteBuffer map(FileChannel file, MapMode mode) throws IOException {
        return file.map(mode, WAV_HEADER, file.size() - WAV_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int at(long millis) {
        return Math.toIntExact(millis * RATE / 1000);
    }

    private static short tone(int sample) {
        return (short) (TONE_AMPLITUDE * Math.sin(2 * Math.PI * TONE * sample / RATE));
    }

    private static double loudness(ByteBuffer all, int first, int last) {
        double sum = 0;
        for (int i = first; i < last; i++) {
            sum += (double) all.getShort(2 * i) * all.getShort(2 * i);
        }
        return Math.sqrt(sum / Math.max(1, last - first));
    }

    /** The share of the amplitude that is not the tone, from 0 to 1; at the ends of a span the encoder blurs. */
    private static double besidesTone(ByteBuffer all, int first, int last) {
        int blur = Math.min(RATE / 20, (last - first) / 4);
        double sine = 0;
        double cosine = 0;
        double power = 0;
        for (int i = first + blur; i < last - blur; i++) {
            double sample = all.getShort(2 * i);
            sine += sample * Math.sin(2 * Math.PI * TONE * i / RATE);
            cosine += sample * Math.cos(2 * Math.PI * TONE * i / RATE);
            power += sample * sample;
        }
        int count = Math.max(1, last - first - 2 * blur);
        double tone = (sine * sine + cosine * cosine) * 2 / count;
        return Math.sqrt(Math.max(0, power - tone) / Math.max(1, power));
    }
}
