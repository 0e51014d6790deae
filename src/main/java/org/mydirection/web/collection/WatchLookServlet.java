package org.mydirection.web.collection;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mydirection.collection.CollectionId;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.story.StoryId;
import org.mydirection.visibility.Through;
import org.mydirection.visibility.Visibility;
import org.mydirection.web.Me;

/** Whether a story that somebody reads may stay on their page: {@code GET /watch-look/collection/story}. 204 or 404. */
@WebServlet("/watch-look/*")
public class WatchLookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Visibility visibility;

    @Inject
    private transient Me me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] path = request.getPathInfo() == null
                ? new String[0]
                : request.getPathInfo().substring(1).split("/", -1);
        if (path.length != 2) {
            throw new NotFound();
        }
        Through through = new Through.Published(new CollectionId(Id.require(path[0])));
        visibility
                .seeShown(me.viewer(), through, new StoryId(Id.require(path[1])))
                .orElseThrow(NotFound::new);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
