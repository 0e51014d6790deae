package org.mydirection.web.presentation;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.story.StoryId;
import org.mydirection.supervision.PresentationId;
import org.mydirection.supervision.Presenting;
import org.mydirection.supervision.Presenting.Look;
import org.mydirection.web.Me;

/**
 * Whether what is on the screen of a presentation may stay: {@code GET /presentation-look/presentation/story}, with a
 * {@code -} for no story. The page asks each second. Answers {@code {"look":"STAY"}}, {@code CLEAR} or {@code OVER}; 404
 * to anybody but the presenter, which clears the screen too.
 */
@WebServlet("/presentation-look/*")
public class LookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Presenting presenting;

    @Inject
    private transient Me me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> path = List.of(
                request.getPathInfo() == null
                        ? new String[0]
                        : request.getPathInfo().substring(1).split("/", -1));
        if (path.size() != 2) {
            throw new NotFound();
        }
        StoryId story = path.get(1).equals("-") ? null : new StoryId(Id.require(path.get(1)));
        Look look = presenting.look(me.viewer(), new PresentationId(Id.require(path.get(0))), story);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("look", look.name())
                        .build()
                        .toString());
    }
}
