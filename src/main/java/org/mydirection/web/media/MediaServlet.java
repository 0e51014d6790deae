package org.mydirection.web.media;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.mydirection.identity.Pass;
import org.mydirection.media.MediaReading;
import org.mydirection.media.SendingEnded;
import org.mydirection.media.StoredForm;
import org.mydirection.media.WhileSending;
import org.mydirection.shared.NotFound;
import org.mydirection.web.Me;
import org.mydirection.web.media.MediaAccess.Found;
import org.mydirection.web.media.MediaAccess.Wanted;

/**
 * Streams pictures and recordings. Access is decided at each request and, while a long answer goes out, again at least
 * each second: what was taken back gets no further byte. Whole (200), one range (206), outside (416), HEAD, If-Range.
 */
@WebServlet("/media/*")
public class MediaServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** The most that a range without an end is answered with, in bytes: about a minute of sound. */
    private static final long MOST = 512 * 1024L;

    @Inject
    private transient MediaAccess access;

    @Inject
    private transient MediaReading media;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Wanted> wanted = MediaAccess.read(request.getPathInfo());
        Optional<Pass> pass = Me.passOf(request);
        Found found = pass.map(shown -> access.find(shown, wanted)).orElse(new Found(false, Optional.empty()));
        if (!found.signedIn()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        StoredForm form = found.form().orElseThrow(NotFound::new);
        WhileSending watch = new WhileSending(() -> isStillTheirs(pass.get(), wanted.get(), form), System::nanoTime);
        describe(response, form);
        String range = request.getHeader("Range");
        if (!ByteRange.understood(range) || !stillTheSame(request, form)) {
            send(request, response, form, new ByteRange(0, form.size() - 1), watch);
            return;
        }
        Optional<ByteRange> part = ByteRange.of(range, form.size(), MOST);
        if (part.isEmpty()) {
            response.setHeader("Content-Range", "bytes */" + form.size());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader(
                "Content-Range", "bytes " + part.get().from() + "-" + part.get().to() + "/" + form.size());
        send(request, response, form, part.get(), watch);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private static void describe(HttpServletResponse response, StoredForm form) {
        response.setContentType(form.contentType());
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("ETag", form.etag());
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        String ending = form.contentType().startsWith("image/") ? "jpg" : "m4a";
        response.setHeader("Content-Disposition", "inline; filename=\"part." + ending + "\"");
    }

    private static boolean stillTheSame(HttpServletRequest request, StoredForm form) {
        String condition = request.getHeader("If-Range");
        return condition == null || condition.equals(form.etag());
    }

    private void send(
            HttpServletRequest request,
            HttpServletResponse response,
            StoredForm form,
            ByteRange part,
            WhileSending watch)
            throws IOException {
        response.setContentLengthLong(part.length());
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        try {
            media.stream(form, part.from(), part.to(), response.getOutputStream(), watch);
        } catch (SendingEnded ended) {
            // The length was promised: breaking off is the only way to send no further byte.
            throw new IOException("broken off", ended);
        }
    }

    /** And the form was not redacted since. */
    private boolean isStillTheirs(Pass pass, Wanted wanted, StoredForm sent) {
        return access.find(pass, Optional.of(wanted))
                .form()
                .filter(form -> form.etag().equals(sent.etag()))
                .isPresent();
    }
}
