package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mydirection.journeys.Errands.Told;

/** Files that go on where they stopped: by the page's own client against the application. */
class ResumeJourney {

    private static final IsVisibleOptions WHEN_READY = new IsVisibleOptions().setTimeout(60_000);

    private static final String BYTES = "const bytes = Uint8Array.from(atob(sample), one => one.charCodeAt(0));";

    private Visitor maya;
    private Told told;
    private String scene;

    @BeforeEach
    void aScene() {
        maya = Person.MAYA.atPhone();
        told = Errands.tell(maya, "Resumed");
        scene = Errands.addPart(maya, told, "add-voice");
        maya.open(Errands.scene(told, scene));
    }

    @AfterEach
    void leave() {
        maya.close();
    }

    @Test
    void aRecorderSendsPiecesAndSaysTheLengthAtTheEnd() {
        Object kept = maya.page()
                .evaluate("async ([story, scene, sample]) => {" + BYTES + """
                const upload = await mdUpload.open({story, scene, kind: 'RECORDING'});
                upload.append(new Blob([bytes.slice(0, 1000)]));
                upload.append(new Blob([bytes.slice(1000, 40000)]));
                await upload.append(new Blob([bytes.slice(40000)]));
                const sent = upload.offset;
                await upload.finish();
                await upload.finish();
                return sent;
              }""", arguments("voice-memo-location.m4a"));

        assertThat(((Number) kept).longValue()).isEqualTo(size("voice-memo-location.m4a"));
        thenItCanBeHeard();
    }

    @Test
    void whatWasSentIsKeptOverAReload() {
        Object url = maya.page()
                .evaluate("async ([story, scene, sample]) => {" + BYTES + """
                const upload = await mdUpload.open({story, scene, kind: 'RECORDING', length: bytes.length});
                await upload.append(new Blob([bytes.slice(0, 30000)]));
                return upload.url;
              }""", arguments("voice-memo-location.m4a"));
        maya.page().reload();

        Object from = maya.page()
                .evaluate(
                        "async ([story, scene, sample, url]) => {" + BYTES + """
                const upload = await mdUpload.resume({url});
                const from = upload.offset;
                await upload.append(new Blob([bytes.slice(from)]));
                await upload.finish();
                return from;
              }""",
                        List.of(told.id(), scene, base64("voice-memo-location.m4a"), url));

        assertThat(((Number) from).intValue()).isEqualTo(30_000);
        thenItCanBeHeard();
    }

    @Test
    void whoLeavesSendsInOneRequestWhatWasNotAnsweredYet() {
        Object stands = maya.page()
                .evaluate("async ([story, scene, sample]) => {" + BYTES + """
                const upload = await mdUpload.open({story, scene, kind: 'RECORDING'});
                await upload.append(new Blob([bytes.slice(0, 1000)]));
                upload.append(new Blob([bytes.slice(1000, 10000)])).catch(() => {});
                upload.append(new Blob([bytes.slice(10000, 20000)])).catch(() => {});
                await new Promise(soon => setTimeout(soon, 0));
                await upload.last([new Blob([bytes.slice(20000, 25000)])]);
                return (await mdUpload.resume({url: upload.url})).offset;
              }""", arguments("voice-memo-location.m4a"));

        assertThat(((Number) stands).intValue()).isEqualTo(25_000);
    }

    @Test
    void aLostSignalIsWaitedFor() {
        AtomicInteger lost = new AtomicInteger();
        maya.context().route("**/tus/**", route -> {
            if (lost.getAndIncrement() < 2) {
                route.abort();
            } else {
                route.resume();
            }
        });

        maya.page().locator("#again > summary").click();
        maya.control("file").setInputFiles(Errands.SAMPLES.resolve("voice-memo-location.m4a"));
        maya.control("send-file").click();

        assertThat(maya.page().locator("[data-upload-progress] [role=status]"))
                .containsText(Words.of("error.connection.what"));
        assertThat(maya.page().locator("figure.sound audio")).isVisible(WHEN_READY);
        assertThat(lost.get()).isGreaterThan(2);
    }

    @Test
    void nobodyElseFindsTheUploadAndNothingIsGivenOut() {
        Object url = maya.page()
                .evaluate("async ([story, scene, sample]) => {" + BYTES + """
                const upload = await mdUpload.open({story, scene, kind: 'RECORDING', length: bytes.length});
                await upload.append(new Blob([bytes.slice(0, 30000)]));
                return upload.url;
              }""", arguments("voice-memo-location.m4a"));

        try (Visitor danny = Person.DANNY.atPhone()) {
            danny.open("/home.xhtml");
            assertThat(status(danny, "HEAD", url)).isEqualTo(404);
            assertThat(status(danny, "DELETE", url)).isEqualTo(404);
        }
        assertThat(status(maya, "GET", url)).isEqualTo(405);
        assertThat(status(maya, "HEAD", url)).isEqualTo(204);
        assertThat(status(maya, "DELETE", url)).isEqualTo(204);
        assertThat(status(maya, "HEAD", url)).isEqualTo(404);
        assertThat(status(maya, "HEAD", "/tus/not-an-id")).isEqualTo(404);
    }

    /** Each is refused, none is a fault of the server, and the upload stands where it stood. */
    @Test
    void whatLiesAboutAnUploadChangesNothing() {
        Object answers = maya.page()
                .evaluate("async ([story, scene, sample]) => {" + BYTES + """
                const tell = text => btoa(text);
                const meta = `story ${tell(story)},scene ${tell(scene)},kind ${tell('RECORDING')}`;
                const ask = async (method, url, headers, body) =>
                  (await fetch(url, {method, headers: {'Tus-Resumable': '1.0.0', ...headers}, body})).status;
                const begin = headers => ask('POST', '/tus', headers);
                const type = {'Content-Type': 'application/offset+octet-stream'};
                const upload = await mdUpload.open({story, scene, kind: 'RECORDING', length: bytes.length});
                await upload.append(new Blob([bytes.slice(0, 3000)]));
                const url = upload.url;
                const refused = {};
                for (const length of ['-1', '0', 'many', '1e3', '99999999999999999999', '200000001']) {
                  refused['length ' + length] = await begin({'Upload-Length': length, 'Upload-Metadata': meta});
                }
                refused['no length'] = await begin({'Upload-Metadata': meta});
                refused['no metadata'] = await begin({'Upload-Length': '10'});
                for (const wrong of ['story', 'story !!!!', meta + ',kind UElDVFVSRQ==', 'x '.repeat(1500),
                    meta.replace(tell(scene), tell(story)), meta.replace(tell('RECORDING'), tell('FILM'))]) {
                  refused['metadata ' + wrong.slice(0, 9) + wrong.length] =
                    await begin({'Upload-Length': '10', 'Upload-Metadata': wrong});
                }
                refused['parts of another'] = await begin({'Upload-Concat': `final;${url}`, 'Upload-Metadata': meta});
                for (const offset of ['0', '2999', '3001', '-1', '1e3', '', '99999999999999999999']) {
                  refused['offset ' + offset] =
                    await ask('PATCH', url, {...type, 'Upload-Offset': offset}, bytes.slice(0, 10));
                }
                refused['no offset'] = await ask('PATCH', url, type, bytes.slice(0, 10));
                refused['another type'] =
                  await ask('PATCH', url, {'Content-Type': 'text/plain', 'Upload-Offset': '3000'}, bytes.slice(0, 10));
                refused['another method'] = await ask('POST', url,
                  {...type, 'Upload-Offset': '3000', 'X-HTTP-Method-Override': 'PATCH'}, bytes.slice(0, 10));
                refused['of nobody'] = await ask('PATCH', '/tus/' + crypto.randomUUID(),
                  {...type, 'Upload-Offset': '0'}, bytes.slice(0, 10));
                refused['a path'] = await ask('PATCH', '/tus/' + encodeURIComponent('../upload'),
                  {...type, 'Upload-Offset': '0'}, bytes.slice(0, 10));
                const stands = await mdUpload.resume({url});
                const said = await fetch(url, {method: 'HEAD', headers: {'Tus-Resumable': '1.0.0'}});
                await ask('PATCH', url, {...type, 'Upload-Offset': '3000', 'Upload-Length': '3010'}, bytes.slice(0, 10));
                const later = await fetch(url, {method: 'HEAD', headers: {'Tus-Resumable': '1.0.0'}});
                return {refused, offset: stands.offset, length: said.headers.get('Upload-Length'),
                  still: later.headers.get('Upload-Length')};
              }""", arguments("voice-memo-location.m4a"));

        Map<?, ?> all = (Map<?, ?>) answers;
        assertThat(((Map<?, ?>) all.get("refused")))
                .allSatisfy((what, status) ->
                        assertThat((Integer) status).as("%s", what).isBetween(400, 499));
        assertThat(((Number) all.get("offset")).longValue()).isEqualTo(3000);
        assertThat(all.get("length"))
                .isEqualTo(all.get("still"))
                .isEqualTo(String.valueOf(size("voice-memo-location.m4a")));
    }

    @Test
    void aFileOfAnotherKindIsRefusedWithASentence() {
        Object said =
                maya.page().evaluate("async ([story, scene, sample]) => {" + BYTES + """
                try {
                  const upload = await mdUpload.open({story, scene, kind: 'RECORDING', length: bytes.length});
                  await upload.append(new Blob([bytes]));
                  return {};
                } catch (no) {
                  return no;
                }
              }""", arguments("kitchen.png"));

        assertThat(((Map<?, ?>) said).get("what")).isEqualTo(Words.of("error.file_type.what"));
    }

    @Test
    void withoutJavaScriptTheFormPostsWhateverTheFileIsCalled() {
        Object kept = maya.page()
                .evaluate(
                        "async ([path, sample, names]) => {" + BYTES + """
                const kept = [];
                for (const name of names) {
                  let form = null;
                  while (!form) { // not offered while the file before is made safe
                    const page = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
                    form = page.getElementById('upload');
                  }
                  const data = new FormData(form);
                  data.set('file', new File([bytes], name));
                  const button = form.querySelector('#send-file');
                  data.set(button.name, button.value);
                  const answer = await fetch(form.getAttribute('action'), {method: 'POST', body: data});
                  kept.push(answer.status);
                }
                return kept;
              }""",
                        List.of(
                                Errands.scene(told, scene),
                                base64("first-day-artwork.mp3"),
                                List.of("../../../../etc/passwd", "a\u0000.mp3", "\u202e3pm.exe", "x".repeat(4000))));

        assertThat(kept).isEqualTo(List.of(200, 200, 200, 200));
        thenItCanBeHeard();
    }

    private void thenItCanBeHeard() {
        maya.open(Errands.scene(told, scene));
        Locator player = maya.page().locator("figure.sound audio");
        assertThat(player).isVisible(WHEN_READY);
    }

    private static int status(Visitor visitor, String method, Object url) {
        return (Integer) visitor.page()
                .evaluate(
                        "async ([method, url]) => (await fetch(url, {method, headers: {'Tus-Resumable': '1.0.0'}})).status",
                        List.of(method, url));
    }

    private List<Object> arguments(String sample) {
        return List.of(told.id(), scene, base64(sample));
    }

    private static String base64(String sample) {
        return Base64.getEncoder().encodeToString(bytes(sample));
    }

    private static long size(String sample) {
        return bytes(sample).length;
    }

    private static byte[] bytes(String sample) {
        try {
            return Files.readAllBytes(Errands.SAMPLES.resolve(sample));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
