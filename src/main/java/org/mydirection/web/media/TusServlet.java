package org.mydirection.web.media;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import me.desair.tus.server.TusFileUploadService;
import org.mydirection.identity.Viewer;
import org.mydirection.media.UploadId;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.web.Me;
import org.mydirection.web.Words;

/**
 * Uploads that go on where they stopped, by tus 1.0 with creation, creation-defer-length, expiration and termination, at
 * {@code /tus}. The metadata of a creation are {@code story}, {@code scene} and {@code kind} (PICTURE or RECORDING; ANSWERS for a permission that
 * is given aloud, which has no scene). The
 * request that makes an upload whole, or an empty one to a whole upload, puts the file into its scene. A refusal is 422
 * with what happened and what to do. With the header {@code X-My-Direction: last} a PATCH carries the last bytes of a page
 * that is left: it may repeat what is here, since that page did not hear the answers any more. Another site cannot send the headers of the protocol.
 */
@WebServlet("/tus/*")
public class TusServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Set<String> METHODS = Set.of("POST", "HEAD", "PATCH", "DELETE", "OPTIONS");

    private static final Pattern LENGTH = Pattern.compile("[1-9]\\d{0,17}");

    /** Bytes that a request may carry that outlives its page (Fetch standard: 64 KiB). */
    private static final int MOST_LAST = 65_536;

    /** The library logs addresses of clients: held, so that the level stays. */
    private static final Logger LIBRARY = Logger.getLogger("me.desair.tus");

    @Inject
    private transient TusStorage storage;

    @Inject
    private transient SceneFiles files;

    @Inject
    private transient Words words;

    @Inject
    private transient Me me;

    private transient TusFileUploadService tus;

    @Override
    public void init() {
        LIBRARY.setLevel(Level.OFF);
        tus = new TusFileUploadService()
                .withUploadUri(getServletContext().getContextPath() + "/tus")
                .withUploadStorageService(storage)
                .withUploadLockingService(new TusLocks())
                .disableTusExtension("checksum")
                .disableTusExtension("concatenation");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!METHODS.contains(request.getMethod()) || request.getHeader("X-HTTP-Method-Override") != null) {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        if (request.getMethod().equals("POST") && isNoBeginning(request)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        Viewer viewer = me.viewer();
        boolean patch = request.getMethod().equals("PATCH");
        try {
            if (patch && "last".equals(request.getHeader("X-My-Direction"))) {
                takeLast(viewer, request);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                return;
            }
            tus.process(request, new Plain(response), viewer.account().text());
            if (patch && response.getStatus() == HttpServletResponse.SC_NO_CONTENT) {
                files.finish(viewer, upload(request));
            }
        } catch (Refused refused) {
            refuse(response, refused);
        } catch (NotFound notFound) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** The library takes a length of nothing, or beyond all numbers, for none, and the parts of others for nothing said. */
    private static boolean isNoBeginning(HttpServletRequest request) {
        String length = request.getHeader("Upload-Length");
        return request.getHeader("Upload-Concat") != null
                || length != null && !LENGTH.matcher(length).matches();
    }

    private void takeLast(Viewer viewer, HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MOST_LAST);
        files.appendLast(viewer, upload(request), offset(request), bytes);
    }

    private static UploadId upload(HttpServletRequest request) {
        return new UploadId(Id.require(request.getPathInfo().substring(1)));
    }

    private static long offset(HttpServletRequest request) {
        try {
            return Long.parseLong(request.getHeader("Upload-Offset"));
        } catch (NumberFormatException none) {
            throw new NotFound();
        }
    }

    private void refuse(HttpServletResponse response, Refused refused) throws IOException {
        response.setStatus(422);
        response.setHeader("Connection", "close");
        byte[] answer = Json.createObjectBuilder()
                .add("what", words.what(refused.refusals().get(0)))
                .add("next", words.next(refused.refusals().get(0)))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        // The library promised an empty answer.
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }

    /** Errors are a status without a page: nobody reads one here. */
    private static final class Plain extends HttpServletResponseWrapper {

        Plain(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status, String message) {
            setStatus(status);
        }

        @Override
        public void sendError(int status) {
            setStatus(status);
        }
    }
}
