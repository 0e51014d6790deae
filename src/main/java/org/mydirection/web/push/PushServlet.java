package org.mydirection.web.push;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.mydirection.collection.CollectionId;
import org.mydirection.identity.AccountId;
import org.mydirection.shared.Id;
import org.mydirection.story.StoryId;
import org.mydirection.visibility.Through;
import org.mydirection.visibility.Visibility;
import org.mydirection.web.Me;

/**
 * Server-sent events for whoever is signed in: {@code GET /push}, and {@code GET /push?collection=&story=} for a page that
 * shows that story. A page that is told to look asks its own address again; one that is told {@code gone} clears itself. Refused with
 * 429 to somebody who has {@value Pushes#MOST} of them open: the page then asks by itself alone.
 */
@WebServlet(urlPatterns = "/push", asyncSupported = true)
public class PushServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** After that the browser opens it anew, and the sign-in is looked at again. */
    private static final long MOST_MILLIS = TimeUnit.MINUTES.toMillis(5);

    private static final int TOO_MANY = 429;

    /** A connection that the other side closed takes one more write and fails at the next: so a place is free in half a minute. */
    private static final long KNOCK_SECONDS = 15;

    @Resource
    private transient ManagedScheduledExecutorService timer;

    private transient Future<?> knocking;

    @Inject
    private transient Pushes pushes;

    @Inject
    private transient Visibility visibility;

    @Inject
    private transient Me me;

    @Override
    public void init() {
        knocking = timer.scheduleAtFixedRate(pushes::knock, KNOCK_SECONDS, KNOCK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void destroy() {
        knocking.cancel(false);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        AccountId person = me.viewer().account();
        StoryId story = shown(request).orElse(null);
        if (!pushes.takePlace(person)) {
            response.setStatus(TOO_MANY);
            return;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext page = request.startAsync();
        page.setTimeout(MOST_MILLIS);
        pushes.open(page, person, story);
    }

    /** What the page says that it shows, where they may see it: nobody learns anything of a story that is not theirs to see. */
    private Optional<StoryId> shown(HttpServletRequest request) {
        Optional<StoryId> story = Id.parse(request.getParameter("story")).map(StoryId::new);
        return Id.parse(request.getParameter("collection"))
                .map(CollectionId::new)
                .flatMap(collection -> story.filter(asked -> visibility
                        .seeShown(me.viewer(), new Through.Published(collection), asked)
                        .isPresent()));
    }
}
