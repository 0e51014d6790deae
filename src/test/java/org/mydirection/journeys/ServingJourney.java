package org.mydirection.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mydirection.journeys.Errands.Told;

/** How a recording is served: ranges, conditions and headers, as a player and an attacker ask for them. */
class ServingJourney {

    private static final String ASK = """
            async ([path, method, headers]) => {
              const answer = await fetch(path, {method, headers, cache: 'no-store'});
              const body = await answer.arrayBuffer();
              const all = {status: answer.status, bytes: body.byteLength};
              answer.headers.forEach((value, name) => { all[name] = value; });
              return all;
            }""";

    /** The button by which a file is tried again, for another file. */
    private static final String BUTTON = """
            file => {
              const button = document.createElement('button');
              Object.assign(button, {name: 'again', value: file, textContent: 'Again'});
              document.getElementById('troubles').append(button);
            }""";

    private static Visitor maya;
    private static String recording;
    private static long size;

    @BeforeAll
    static void aRecording() {
        maya = Person.MAYA.atPhone();
        Told told = Errands.tell(maya, "Served");
        String scene = Errands.addPart(maya, told, "add-voice");
        Errands.upload(maya, told, scene, "first-day.wav");
        Errands.awaitReady(maya, told, scene);
        Matcher found = Pattern.compile("/media/own/[0-9a-f-]{36}/playback")
                .matcher(Errands.get(maya, Errands.scene(told, scene)).text());
        assertThat(found.find()).isTrue();
        recording = found.group();
        maya.open("/home.xhtml");
        size = number(ask("GET", Map.of()), "bytes");
    }

    @AfterAll
    static void leave() {
        maya.close();
    }

    @Test
    void theWholeSaysWhatItIsAndIsKeptNowhere() {
        Map<?, ?> whole = ask("GET", Map.of());
        assertThat(whole.get("status")).isEqualTo(200);
        assertThat(whole.get("content-type")).isEqualTo("audio/mp4");
        assertThat(whole.get("accept-ranges")).isEqualTo("bytes");
        assertThat(whole.get("cache-control")).isEqualTo("no-store, private");
        assertThat(whole.get("x-content-type-options")).isEqualTo("nosniff");
        assertThat((String) whole.get("content-security-policy")).startsWith("sandbox");
        assertThat(whole.get("content-disposition")).isEqualTo("inline; filename=\"part.m4a\"");
        assertThat(number(whole, "content-length")).isEqualTo(size);
    }

    @Test
    void headTellsTheSameWithoutABody() {
        Map<?, ?> head = ask("HEAD", Map.of());
        assertThat(head.get("status")).isEqualTo(200);
        assertThat(number(head, "content-length")).isEqualTo(size);
        assertThat(number(head, "bytes")).isZero();
        Map<?, ?> part = ask("HEAD", Map.of("Range", "bytes=0-9"));
        assertThat(part.get("status")).as("ranges are of GET alone").isEqualTo(200);
        assertThat(number(part, "content-length")).isEqualTo(size);
    }

    @Test
    void aRangeAndASuffixAreAnsweredWithThatPart() {
        Map<?, ?> part = ask("GET", Map.of("Range", "bytes=100-199"));
        assertThat(part.get("status")).isEqualTo(206);
        assertThat(part.get("content-range")).isEqualTo("bytes 100-199/" + size);
        assertThat(number(part, "bytes")).isEqualTo(100);
        Map<?, ?> suffix = ask("GET", Map.of("Range", "bytes=-50"));
        assertThat(suffix.get("content-range")).isEqualTo("bytes " + (size - 50) + "-" + (size - 1) + "/" + size);
        Map<?, ?> open = ask("GET", Map.of("Range", "bytes=10-"));
        assertThat(open.get("content-range")).isEqualTo("bytes 10-" + (size - 1) + "/" + size);
    }

    @Test
    void aRangeOutsideIsRefusedAndSeveralAreAnsweredWithTheWhole() {
        Map<?, ?> outside = ask("GET", Map.of("Range", "bytes=" + size + "-"));
        assertThat(outside.get("status")).isEqualTo(416);
        assertThat(outside.get("content-range")).isEqualTo("bytes */" + size);
        assertThat(ask("GET", Map.of("Range", "bytes=-0")).get("status")).isEqualTo(416);
        assertThat(ask("GET", Map.of("Range", "bytes=0-1,5-6")).get("status")).isEqualTo(200);
        assertThat(ask("GET", Map.of("Range", "lines=0-1")).get("status")).isEqualTo(200);
        Map<?, ?> many = ask("GET", Map.of("Range", "bytes=0-" + ",0-".repeat(1000)));
        assertThat(many.get("status")).isEqualTo(200);
        assertThat(number(many, "bytes")).as("the whole, once").isEqualTo(size);
    }

    @Test
    void aRangeOfSomethingThatChangedIsAnsweredWithTheWhole() {
        String etag = (String) ask("HEAD", Map.of()).get("etag");
        assertThat(ask("GET", Map.of("Range", "bytes=0-9", "If-Range", etag)).get("status"))
                .isEqualTo(206);
        assertThat(ask("GET", Map.of("Range", "bytes=0-9", "If-Range", "\"another\""))
                        .get("status"))
                .isEqualTo(200);
        assertThat(ask("GET", Map.of("If-None-Match", etag)).get("status")).isEqualTo(304);
        assertThat(ask("GET", Map.of("If-None-Match", "\"another\"")).get("status"))
                .isEqualTo(200);
        assertThat(ask("GET", Map.of("If-Match", "\"another\"")).get("status")).isEqualTo(412);
    }

    @Test
    void nobodyElseGetsAByte() {
        try (Visitor danny = Person.DANNY.atPhone()) {
            danny.open("/home.xhtml");
            Object answer = danny.page().evaluate(ASK, List.of(recording, "GET", Map.of("Range", "bytes=0-9")));
            assertThat(((Map<?, ?>) answer).get("status")).isEqualTo(404);
        }
    }

    @Test
    void theAdministratorFindsWhatWasRefusedByItsIdAndReason() throws IOException {
        Told told = Errands.tell(maya, "Broken");
        String scene = Errands.addPart(maya, told, "add-picture");
        byte[] photo = Files.readAllBytes(Errands.SAMPLES.resolve("front-door-gps.jpg"));
        Errands.put(maya, "/upload/" + told.id() + "/" + scene, Arrays.copyOf(photo, photo.length / 2));
        assertThat(Errands.settled(maya, told, scene)).isEqualTo("REFUSED");
        try (Visitor ada = Person.ADA.atDesk()) {
            ada.open("/identity/files.xhtml");
            assertThat(ada.page().locator("#files tbody tr").first().innerText())
                    .contains(Words.of("files.state.refused.label"), Words.of("error.file_broken.what"));
            assertThat(ada.page().locator("main").innerText()).doesNotContain(told.title());
            // Only what failed has the button: another one, as from a page that is too old, is pressed in vain.
            assertThat(ada.page().locator("#files button").count()).isZero();
            ada.page().evaluate(BUTTON, recording.split("/")[3]);
            ada.press(ada.page().locator("button[name=again]"));
            assertThat(ada.page().locator("#errors").innerText()).contains(Words.of("error.file_not_failed.what"));
            assertThat(ada.page().locator("#files tbody tr").first().innerText())
                    .contains(Words.of("files.state.refused.label"));
        }
    }

    private static Map<?, ?> ask(String method, Map<String, String> headers) {
        return (Map<?, ?>) maya.page().evaluate(ASK, List.of(recording, method, headers));
    }

    private static long number(Map<?, ?> answer, String name) {
        return Long.parseLong(String.valueOf(answer.get(name)));
    }
}
