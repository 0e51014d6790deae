package org.mydirection.web.story;

import java.util.List;
import java.util.stream.Collectors;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.Receipt;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.VersionView;
import org.mydirection.web.Words;

/**
 * The texts of a story to keep. The page needs nothing but the files beside it: no script, no network, no fonts. Everything
 * that a person wrote is escaped. Immutable.
 */
final class StoryCopy {

    private static final String STYLE =
            "body{font:18px/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:16px;"
                    + "color:#1b2733;background:#faf8f4}img{max-width:100%;border-radius:12px}audio{width:100%}"
                    + "figure{margin:0 0 24px}.said{white-space:pre-line}dt{font-weight:600}dd{margin:0 0 10px}";

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
                + "</style></head><body>\n<h1>" + safe(title()) + "</h1>\n"
                + story.scenes().stream().map(this::part).collect(Collectors.joining())
                + "<h2>" + safe(words.get("keep.permission.title")) + "</h2>\n<p class=\"said\">" + safe(permission())
                + "</p>\n</body></html>\n";
    }

    private String part(SceneView scene) {
        return switch (scene.kind()) {
            case WORDS -> said(scene.words());
            case PICTURE ->
                scene.file() == null
                        ? said(scene.altText())
                        : "<figure><img src=\"" + fileName(scene) + "\" alt=\"" + safe(scene.altText())
                                + "\"><figcaption>" + safe(scene.caption()) + "</figcaption></figure>\n";
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

    private static String safe(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }
}
