package org.mydirection.web.media;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mydirection.consent.NoticeSound;
import org.mydirection.shared.NotFound;

/**
 * The notice as a person read it out: {@code GET /notice-sound/<hash of the text>/<part>}, whole or one range. A page whose
 * text was changed since gets 404, never the sound of another text.
 */
@WebServlet("/notice-sound/*")
public class NoticeSoundServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern PATH = Pattern.compile("/([0-9a-f]{64})/([a-z_.]{1,60})");

    /** The most that a range without an end is answered with, in bytes. */
    private static final long MOST = 512 * 1024L;

    @Inject
    private transient NoticeSound sound;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            throw new NotFound();
        }
        Path file = sound.of(path.group(1), path.group(2)).orElseThrow(NotFound::new);
        try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
            answer(request, response, bytes);
        } catch (NoSuchFileException taken) {
            throw new NotFound();
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, SeekableByteChannel bytes)
            throws IOException {
        long size = bytes.size();
        response.setContentType("audio/mp4");
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Content-Disposition", "inline; filename=\"notice.m4a\"");
        String range = request.getHeader("Range");
        ByteRange part = new ByteRange(0, size - 1);
        if (ByteRange.understood(range)) {
            Optional<ByteRange> asked = ByteRange.of(range, size, MOST);
            if (asked.isEmpty()) {
                response.setHeader("Content-Range", "bytes */" + size);
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                return;
            }
            part = asked.get();
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", "bytes " + part.from() + "-" + part.to() + "/" + size);
        }
        response.setContentLengthLong(part.length());
        InputStream from = Channels.newInputStream(bytes.position(part.from()));
        byte[] piece = new byte[64 * 1024];
        for (long left = part.length(); left > 0; ) {
            int read = from.read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                throw new IOException("the recording became shorter while it was sent");
            }
            response.getOutputStream().write(piece, 0, read);
            left -= read;
        }
    }
}
