package org.mydirection.web.push;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.mydirection.identity.AccountId;
import org.mydirection.web.Me;

/**
 * Server-sent events for whoever is signed in: {@code GET /push}. A page that is told asks its own address again. Refused with
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
        if (!pushes.takePlace(person)) {
            response.setStatus(TOO_MANY);
            return;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext page = request.startAsync();
        page.setTimeout(MOST_MILLIS);
        pushes.open(page, person);
    }
}
