package org.mydirection.web.media;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.mydirection.media.AssetStatus;
import org.mydirection.media.AssetView;
import org.mydirection.shared.Id;
import org.mydirection.story.SceneId;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.web.Me;
import org.mydirection.web.Words;

/**
 * How far the file of a scene is, for the page that waits: {@code GET /scene-status/story/scene}; that of answers which are
 * given aloud: {@code GET /scene-status/answers/story}.
 */
@WebServlet("/scene-status/*")
public class SceneStatusServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient StoryWriting writing;

    @Inject
    private transient AnswerFiles answers;

    @Inject
    private transient Words words;

    @Inject
    private transient Me me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> path = SceneFiles.path(request);
        AssetView file = path.get(0).equals("answers")
                ? answers.settle(me.viewer(), new StoryId(Id.require(path.get(1))))
                        .orElse(null)
                : ofScene(new StoryId(Id.require(path.get(0))), new SceneId(Id.require(path.get(1))));
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("status", file == null ? "" : file.status().name());
        if (file != null && file.status() == AssetStatus.REFUSED) {
            answer.add("what", words.say(file.getReason()));
        }
        UploadServlet.write(response, answer.build());
    }

    private AssetView ofScene(StoryId story, SceneId id) {
        SceneView scene = writing.settle(me.viewer(), story, id);
        return scene.incoming() != null ? scene.incoming() : scene.file();
    }
}
