package org.mydirection.web.media;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneId;
import org.mydirection.story.StoryId;
import org.mydirection.web.Me;
import org.mydirection.web.Words;

/**
 * Takes a file in for a scene: {@code PUT /upload/story/scene} with the bytes as the body. The header {@code
 * X-My-Direction} shows that our own page sends it: no other site can add it. Answers 201 with the address to go on to,
 * or 422 with what happened and what to do.
 */
@WebServlet("/upload/*")
public class UploadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SceneFiles files;

    @Inject
    private transient Words words;

    @Inject
    private transient Me me;

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> path = SceneFiles.path(request);
        if (request.getHeader("X-My-Direction") == null) {
            throw new NotFound();
        }
        StoryId story = new StoryId(Id.require(path.get(0)));
        SceneId scene = new SceneId(Id.require(path.get(1)));
        try {
            files.receive(me.viewer(), story, scene, request.getInputStream());
            response.setStatus(HttpServletResponse.SC_CREATED);
            write(
                    response,
                    Json.createObjectBuilder()
                            .add(
                                    "next",
                                    request.getContextPath() + "/story/scene.xhtml?story=" + story.text() + "&scene="
                                            + scene.text())
                            .build());
        } catch (Refused refused) {
            response.setStatus(422);
            // The rest of a body that is too large is not read: the connection ends with the answer.
            response.setHeader("Connection", "close");
            write(
                    response,
                    Json.createObjectBuilder()
                            .add("what", words.what(refused.refusals().get(0)))
                            .add("next", words.next(refused.refusals().get(0)))
                            .build());
        }
    }

    static void write(HttpServletResponse response, JsonObject answer) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(answer.toString());
    }
}
