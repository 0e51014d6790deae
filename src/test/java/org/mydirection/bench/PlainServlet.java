package org.mydirection.bench;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the bench of media compares with: a range of a local file in the same server, from a buffer of 256 KiB, and nothing
 * decided, decrypted or fetched. The file is named by the environment variable {@code BENCH_FILE}.
 */
@WebServlet("/plain")
public class PlainServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher range = RANGE.matcher(String.valueOf(request.getHeader("Range")));
        if (!range.matches()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        long from = Long.parseLong(range.group(1));
        long left = Long.parseLong(range.group(2)) - from + 1;
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setContentType("audio/mp4");
        response.setContentLengthLong(left);
        byte[] buffer = new byte[256 * 1024];
        try (RandomAccessFile file = new RandomAccessFile(System.getenv("BENCH_FILE"), "r")) {
            file.seek(from);
            while (left > 0) {
                int read = file.read(buffer, 0, (int) Math.min(left, buffer.length));
                response.getOutputStream().write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
