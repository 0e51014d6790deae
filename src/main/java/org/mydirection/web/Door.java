package org.mydirection.web;

import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.mydirection.identity.Pass;
import org.mydirection.shared.NotFound;

/**
 * What every request passes: nothing is stored by the browser, an account that was closed is shown out, "not there" and
 * "not yours" become the same 404, and one line is logged, with a request id and opaque ids only.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Door extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(Door.class.getName());
    private static final String FACES_RESOURCES = "/jakarta.faces.resource/";

    /** Reads who asks together with all else that it needs to know, and answers 401 itself. */
    private static final String MEDIA = "/media/";

    /**
     * What pages ask for by themselves. {@code web.xml} leaves these open, so that none becomes the page to which signing in
     * leads, and who is not signed in is answered 401 here.
     */
    static final List<String> ASKED_BY_PAGES =
            List.of("/media", "/notice-sound", "/presentation-look", "/push", "/scene-status", "/tus", "/watch-look");

    /** The two buttons of the template. */
    static final List<String> SIGN_OUT = List.of("sign-out", "sign-out-below");

    /** Names of pages and ids. What else somebody typed into an address may be a name, a title or a forged line. */
    private static final Pattern OPAQUE = Pattern.compile("(/[a-z0-9.-]{1,40}){0,6}/?");

    @Inject
    private transient Me me;

    private transient RequestLines lines;

    @Override
    public void init() {
        lines = new RequestLines(new FileOutputStream(FileDescriptor.err), "INFO " + LOG.getName());
        // At SIGTERM the server ends without destroying its filters. One deployment for one process: it is never
        // removed.
        Runtime.getRuntime().addShutdownHook(new Thread(lines::close, "last request lines"));
    }

    @Override
    public void destroy() {
        lines.close();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (path.startsWith(FACES_RESOURCES) || path.startsWith("/health")) {
            harden(response);
            chain.doFilter(request, response);
            return;
        }
        String requestId = UUID.randomUUID().toString().substring(0, 13);
        request.setAttribute("requestId", requestId);
        harden(response);
        response.setHeader("Cache-Control", "no-store, private");
        long began = System.nanoTime();
        try {
            if (path.startsWith(MEDIA)) {
                chain.doFilter(new CleanRequest(request), response);
            } else if (askedByPages(path) && !me.isSignedIn()) {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            } else if (closedSince(request)) {
                showOut(request, response, "");
            } else {
                chain.doFilter(new CleanRequest(request), response);
            }
        } catch (ServletException | RuntimeException failed) {
            if (SIGN_OUT.stream().anyMatch(button -> request.getParameter(button) != null) && !response.isCommitted()) {
                // The page or its session ended meanwhile, by another page that left: who signs out is signed out.
                response.reset();
                harden(response);
                showOut(request, response, "?out=true");
            } else {
                answer(requestId, path, response, failed);
            }
        } finally {
            log(requestId, request, response, path, began);
        }
    }

    static boolean askedByPages(String path) {
        return ASKED_BY_PAGES.stream().anyMatch(asked -> path.equals(asked) || path.startsWith(asked + "/"));
    }

    private static void harden(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy", "geolocation=(), camera=(self), microphone=(self), payment=(), usb=()");
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    }

    private boolean closedSince(HttpServletRequest request) {
        return request.getUserPrincipal() != null && !me.isSignedIn();
    }

    private static void showOut(HttpServletRequest request, HttpServletResponse response, String why)
            throws IOException, ServletException {
        end(request);
        response.sendRedirect(request.getContextPath() + "/signin.xhtml" + why);
    }

    /** Ends the session of a request; another request may have done so, even in this moment. */
    public static void end(HttpServletRequest request) throws ServletException {
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            try {
                session.invalidate();
            } catch (IllegalStateException endedMeanwhile) {
                LOG.fine("a session was ended twice");
            }
        }
    }

    private static void answer(String requestId, String path, HttpServletResponse response, Exception failed)
            throws IOException, ServletException {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotFound) {
                if (!response.isCommitted()) {
                    response.reset();
                    harden(response);
                    response.setHeader("Cache-Control", "no-store, private");
                    if (path.startsWith(MEDIA)) {
                        // Where a picture was to be nobody reads a page, and to draw one took longer than to decide.
                        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                    } else {
                        response.sendError(HttpServletResponse.SC_NOT_FOUND);
                    }
                }
                return;
            }
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ViewExpiredException expired) {
                // By itself: web.xml has a page for it, which it does not find behind another exception.
                throw expired;
            }
        }
        LOG.log(Level.WARNING, "request={0} failed: {1}", new Object[] {requestId, trace(failed)});
        if (response.isCommitted()) {
            throw new IOException("an answer was broken off");
        }
        // Not thrown on: the server would log the messages, and those of the database hold what people wrote.
        response.reset();
        harden(response);
        response.setHeader("Cache-Control", "no-store, private");
        response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    /** The kinds of the exceptions and where they arose, on one line; never their messages, which may hold story text. */
    private static String trace(Throwable failed) {
        StringBuilder line = new StringBuilder();
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            line.append(cause.getClass().getName());
            if (cause.getStackTrace().length > 0) {
                line.append(" at ").append(cause.getStackTrace()[0]);
            }
            line.append("; ");
        }
        return line.toString();
    }

    private void log(
            String requestId, HttpServletRequest request, HttpServletResponse response, String path, long began) {
        if (!LOG.isLoggable(Level.INFO)) {
            return;
        }
        Principal principal = request.getUserPrincipal();
        String account = principal == null
                ? "-"
                : Pass.parse(principal.getName())
                        .map(pass -> pass.account().text())
                        .orElse("?");
        // Put together here: at each request a pattern costs more than the rest of the line.
        lines.add("request=" + requestId + " account=" + account + " " + request.getMethod() + " "
                + (OPAQUE.matcher(path).matches() ? path : "(an address that is none of ours)") + " status="
                + response.getStatus() + " ms=" + (System.nanoTime() - began) / 1_000_000);
    }
}
