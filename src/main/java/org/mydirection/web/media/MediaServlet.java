package org.mydirection.web.media;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.mydirection.identity.Pass;
import org.mydirection.media.MediaReading;
import org.mydirection.media.SendingEnded;
import org.mydirection.media.StoredForm;
import org.mydirection.media.WhileSending;
import org.mydirection.shared.NotFound;
import org.mydirection.web.Me;
import org.mydirection.web.media.LongAnswers.LongAnswer;
import org.mydirection.web.media.MediaAccess.Found;
import org.mydirection.web.media.MediaAccess.Wanted;

/**
 * Streams pictures and recordings. Access is decided at each request and, while a long answer goes out, again at least
 * each second, whether its client reads or not: what was taken back ends the connection, and what lay there with it. {@link LongAnswers}
 * says how many go out at once; one more is asked to come again (503). Whole (200), one range (206), outside (416), HEAD, If-Range,
 * If-Match, If-None-Match.
 */
@WebServlet("/media/*")
public class MediaServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** The most that a range without an end is answered with, in bytes: about a minute of sound. */
    private static final long MOST = 512 * 1024L;

    /** An answer that the server takes from us at once, in bytes: there is nothing to be asked while it is sent. */
    private static final long AT_ONCE = 128 * 1024L;

    private static final long ASKED_AGAIN_MILLIS = 800;

    private static final String AGAIN_AFTER_SECONDS = "5";

    @Resource
    private transient ManagedScheduledExecutorService timers;

    @Inject
    private transient MediaAccess access;

    @Inject
    private transient MediaReading media;

    @Inject
    private transient LongAnswers longAnswers;

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
        BooleanSupplier stillTheirs = () -> isStillTheirs(pass.get(), wanted.get(), form);
        describe(response, form);
        Optional<Integer> unwanted = unwanted(request, form);
        if (unwanted.isPresent()) {
            response.setStatus(unwanted.get());
            return;
        }
        // Of GET alone (RFC 9110 §14.2).
        String range = request.getMethod().equals("GET") ? request.getHeader("Range") : null;
        if (!ByteRange.understood(range) || !stillTheSame(request, form)) {
            send(request, response, form, new ByteRange(0, form.size() - 1), pass.get(), stillTheirs);
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
        send(request, response, form, part.get(), pass.get(), stillTheirs);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private static void describe(HttpServletResponse response, StoredForm form) {
        response.setContentType(form.contentType());
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("ETag", form.etag());
        // A proxy that takes the whole before the client does would go on sending what was taken back.
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        String ending = form.contentType().startsWith("image/") ? "jpg" : "m4a";
        response.setHeader("Content-Disposition", "inline; filename=\"part." + ending + "\"");
    }

    /** The answer to {@code If-Match} and {@code If-None-Match} where it is not the form itself (RFC 9110 §13.2.2). */
    private static Optional<Integer> unwanted(HttpServletRequest request, StoredForm form) {
        String same = request.getHeader("If-Match");
        if (same != null && !names(same, form)) {
            return Optional.of(HttpServletResponse.SC_PRECONDITION_FAILED);
        }
        String other = request.getHeader("If-None-Match");
        return other != null && names(other, form)
                ? Optional.of(HttpServletResponse.SC_NOT_MODIFIED)
                : Optional.empty();
    }

    private static boolean names(String tags, StoredForm form) {
        return tags.strip().equals("*") || tags.contains(form.etag());
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
            Pass pass,
            BooleanSupplier stillTheirs)
            throws IOException {
        response.setContentLengthLong(part.length());
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        if (part.length() <= AT_ONCE) {
            media.stream(form, part.from(), part.to(), response.getOutputStream(), () -> {});
            return;
        }
        Outlet outlet = Outlet.of(request);
        UUID shown =
                MediaAccess.read(request.getPathInfo()).flatMap(access::shown).orElse(null);
        Optional<LongAnswer> begun = longAnswers.begin(pass.account(), shown, outlet::cut);
        if (begun.isEmpty()) {
            response.setHeader("Content-Range", null);
            response.setContentLengthLong(0);
            response.setHeader("Retry-After", AGAIN_AFTER_SECONDS);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            sendLong(outlet, response, form, part, stillTheirs);
        } finally {
            begun.get().close();
        }
    }

    private void sendLong(
            Outlet outlet, HttpServletResponse response, StoredForm form, ByteRange part, BooleanSupplier stillTheirs)
            throws IOException {
        outlet.bound();
        WhileSending watch = new WhileSending(stillTheirs, System::nanoTime);
        // Beside it, since a client that does not read keeps this thread waiting. After it was entered above: what was
        // hidden in between is asked for here.
        ScheduledFuture<?> beside = timers.scheduleWithFixedDelay(
                () -> cutUnless(stillTheirs, outlet, watch),
                ASKED_AGAIN_MILLIS,
                ASKED_AGAIN_MILLIS,
                TimeUnit.MILLISECONDS);
        try {
            media.stream(form, part.from(), part.to(), response.getOutputStream(), watch);
        } catch (SendingEnded ended) {
            // The length was promised: breaking off is the only way to send no further byte.
            outlet.cut();
            throw new IOException("broken off", ended);
        } finally {
            beside.cancel(false);
        }
    }

    private static void cutUnless(BooleanSupplier allowed, Outlet outlet, WhileSending watch) {
        if (allowed.getAsBoolean()) {
            watch.allowed();
        } else {
            outlet.cut();
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
