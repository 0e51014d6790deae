package org.mydirection.web.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.Receipt;
import org.mydirection.story.DigitalStory;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.VersionView;
import org.mydirection.web.Words;

/**
 * The texts of a story to keep. The page needs nothing but the files beside it: no network, no fonts. A digital story plays
 * by the one script that is in the page; without script it is read. Everything that a person wrote is escaped. Immutable.
 */
final class StoryCopy {

    private static final String STYLE =
            "body{font:18px/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:16px;"
                    + "color:#1b2733;background:#faf8f4}img{max-width:100%;border-radius:12px}audio{width:100%}"
                    + "figure{margin:0 0 24px}[hidden]{display:none}.play{background:#12181d;color:#fff;border-radius:12px;"
                    + "padding:12px}.play figure{margin:0 0 12px}.play img{display:block;width:100%;max-height:60vh;"
                    + "object-fit:contain}.words{font-size:1.2rem;min-height:3em;text-align:center}.words p{margin:0}"
                    + "button{font:inherit;min-height:48px;padding:0 16px;margin-top:12px;border:2px solid #fff;"
                    + "border-radius:12px;background:none;color:#fff}button[aria-pressed=true]{background:#fff;"
                    + "color:#12181d}.said{white-space:pre-line}dt{font-weight:600}dd{margin:0 0 10px}";

    private static final String SCRIPT = script();

    private final VersionView story;
    private final Receipt receipt;
    private final Words words;

    /** @param receipt what was last said yes or no to; null for nothing */
    StoryCopy(VersionView story, Receipt receipt, Words words) {
        this.story = story;
        this.receipt = receipt;
        this.words = words;
    }

    /** The file of a picture or recording, without its folder. */
    static String fileName(SceneView scene) {
        return "part-" + scene.part() + (scene.kind() == SceneKind.RECORDING ? ".m4a" : ".jpg");
    }

    String page() {
        return "<!DOCTYPE html>\n<html lang=\"" + words.language() + "\"><head><meta charset=\"UTF-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>" + safe(words.get("keep.story.title")) + "</title><style>" + STYLE
                + "</style></head><body><main>\n<h1>" + safe(title()) + "</h1>\n"
                + play()
                + story.scenes().stream().map(this::part).collect(Collectors.joining())
                + "<h2>" + safe(words.get("keep.permission.title")) + "</h2>\n<p class=\"said\">" + safe(permission())
                + "</p>\n</main></body></html>\n";
    }

    /** The pictures along the voice; empty for a story that is no digital one. */
    private String play() {
        DigitalStory digital = story.digital();
        if (digital == null) {
            return "";
        }
        String name = safe(words.get("play.page.title"));
        return "<section class=\"play\" id=\"play\" aria-label=\"" + name + "\" hidden>\n"
                + digital.slides().stream().map(StoryCopy::slide).collect(Collectors.joining())
                + "<div class=\"words\">"
                + digital.narration().timedCaptions().stream()
                        .map(caption -> "<p data-words data-from=\"" + caption.fromMillis() + "\" hidden>"
                                + safe(caption.text()) + "</p>")
                        .collect(Collectors.joining("\n"))
                + "</div>\n<audio controls src=\"" + fileName(digital.narration()) + "\" aria-label=\"" + name
                + "\"></audio>\n<button type=\"button\" aria-pressed=\"true\">"
                + safe(words.get("play.captions.button")) + "</button>\n</section>\n<script>\n" + SCRIPT
                + "</script>\n<h2>" + safe(words.get("play.read.title")) + "</h2>\n";
    }

    private static String slide(DigitalStory.Slide slide) {
        return "<figure data-picture data-from=\"" + slide.fromMillis() + "\">" + image(slide.picture())
                + "</figure>\n";
    }

    private static String image(SceneView picture) {
        return "<img src=\"" + fileName(picture) + "\" alt=\"" + safe(picture.altText()) + "\"><figcaption>"
                + safe(picture.caption()) + "</figcaption>";
    }

    private String part(SceneView scene) {
        return switch (scene.kind()) {
            case WORDS -> said(scene.words());
            case PICTURE -> scene.file() == null ? said(scene.altText()) : "<figure>" + image(scene) + "</figure>\n";
            case RECORDING ->
                (scene.file() == null ? "" : "<audio controls src=\"" + fileName(scene) + "\"></audio>\n")
                        + said(scene.transcript());
        };
    }

    private static String said(String text) {
        return text == null ? "" : "<p class=\"said\">" + safe(text) + "</p>\n";
    }

    /** All words of the story, one part after the other. */
    String words() {
        return title() + "\n\n"
                + story.scenes().stream()
                        .map(scene -> switch (scene.kind()) {
                            case WORDS -> scene.words();
                            case PICTURE -> scene.caption() == null ? scene.altText() : scene.caption();
                            case RECORDING -> scene.transcript();
                        })
                        .filter(text -> text != null)
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    /** What was said about who may see it, line by line. */
    String permission() {
        if (receipt == null) {
            return words.get("empty.permissions.text") + "\n";
        }
        return line(words.get("permission.receipt.number.label"), receipt.number())
                + line(words.get("keep.status.label"), words.of("tracker.permission", receipt.status(), "tag"))
                + line(words.get("permission.yes_to.label"), names(receipt.yes()))
                + line(words.get("permission.no_to.label"), names(receipt.no()))
                + line(
                        words.get("permission.audience.label"),
                        words.of("permission.audience", receipt.audience(), "label"))
                + line(words.get("permission.identity.label"), words.of("identity", receipt.identity(), "label"))
                + line(words.get("permission.receipt.given.label"), words.moment(receipt.givenAt()))
                + line(words.get("permission.receipt.ended.label"), words.moment(receipt.endedAt()))
                + line(words.get("keep.last_day.label"), words.day(receipt.lastDay()))
                + line(
                        words.get("permission.receipt.notice.label"),
                        receipt.noticeVersion() == null
                                ? ""
                                : words.with(
                                        "permission.receipt.notice.text",
                                        receipt.noticeVersion(),
                                        receipt.noticeHash()));
    }

    private String line(String label, String text) {
        return text.isEmpty() ? "" : label + " " + text + "\n";
    }

    private String names(List<Purpose> purposes) {
        return purposes.stream()
                .map(purpose -> words.of("purpose", purpose, "label"))
                .collect(Collectors.joining("; "));
    }

    private String title() {
        return story.title() == null ? words.get("home.story.no_title.label") : story.title();
    }

    private static String script() {
        try (InputStream in = StoryCopy.class.getResourceAsStream("copy.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String safe(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }
}
