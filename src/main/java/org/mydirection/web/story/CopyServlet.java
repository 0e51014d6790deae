package org.mydirection.web.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mydirection.consent.AnsweringAloud;
import org.mydirection.consent.Receipt;
import org.mydirection.consent.Receipts;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.media.Form;
import org.mydirection.media.MediaReading;
import org.mydirection.media.StoredForm;
import org.mydirection.shared.Id;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionView;
import org.mydirection.web.Me;
import org.mydirection.web.Words;

/**
 * One's own story to keep, {@code GET /copy/story}: a folder with a page that opens by itself, pictures, recordings with
 * their captions, the words, and the record of permission with what was said aloud for it. For the storyteller alone; that it was taken is on record. No
 * name in it carries a title or a name.
 */
@WebServlet("/copy/*")
public class CopyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Me me;

    @Inject
    private transient StoryWriting writing;

    @Inject
    private transient Receipts receipts;

    @Inject
    private transient AnsweringAloud aloud;

    @Inject
    private transient MediaReading media;

    @Inject
    private transient Words words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        StoryId id = new StoryId(Id.require(path));
        Viewer viewer = me.viewer();
        VersionView story = writing.takeCopy(viewer, id);
        Optional<Receipt> receipt = receipts.latest(viewer, id);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"story.zip\"");
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream(), UTF_8)) {
            StoryCopy copy = new StoryCopy(story, receipt.orElse(null), words);
            text(zip, "story/index.html", copy.page());
            text(zip, "story/words.txt", copy.words());
            text(zip, "story/permission.txt", copy.permission());
            for (SceneView scene : story.scenes()) {
                file(zip, scene);
            }
            Optional<AnsweringAloud.Spoken> answers = aloud.settled(viewer, id);
            if (answers.isPresent()) {
                file(zip, "story/permission.m4a", new AssetId(answers.get().file()), Form.PLAYBACK);
            }
        }
    }

    private void file(ZipOutputStream zip, SceneView scene) throws IOException {
        if (scene.file() == null) {
            return;
        }
        boolean sound = scene.kind() == SceneKind.RECORDING;
        file(zip, "story/" + StoryCopy.fileName(scene), scene.file().id(), sound ? Form.PLAYBACK : Form.SCREEN);
        if (sound && scene.transcript() != null) {
            text(zip, "story/part-" + scene.part() + ".vtt", scene.captions());
        }
    }

    private void file(ZipOutputStream zip, String name, AssetId file, Form as) throws IOException {
        Optional<StoredForm> form = media.open(file, as);
        if (form.isPresent()) {
            zip.putNextEntry(new ZipEntry(name));
            media.stream(form.get(), 0, form.get().size() - 1, zip, () -> {});
            zip.closeEntry();
        }
    }

    private static void text(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }
}
