package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTypeTest {

    @ParameterizedTest
    @CsvSource({
        "front-door-gps.jpg, JPEG",
        "kitchen.png, PNG",
        "path.webp, WEBP",
        "first-day.heic, HEIC",
        "bench.avif, AVIF",
        "lamp.gif, GIF",
        "first-day.wav, WAV",
        "first-day-artwork.mp3, MP3",
        "voice-memo-location.m4a, MP4",
        "recipe.ogg, OGG",
        "quiet-voice.ogg, OGG",
        "river.webm, WEBM",
        "bus.flac, FLAC"
    })
    void everySampleIsKnownByItsContent(String sample, SourceType type) {
        assertThat(SourceType.of(MediaWorld.sample(sample))).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body></body></html>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "%PDF-1.7",
                "MZ program",
                "PK\u0003\u0004 archive",
                "just words",
                "#!/bin/sh"
            })
    void everythingElseIsNotOnTheList(String content) {
        assertThat(SourceType.of(content.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }
}
