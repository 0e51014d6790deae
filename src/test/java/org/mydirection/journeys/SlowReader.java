package org.mydirection.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** A client that asks for the whole of something over a socket of its own and takes it by drops. One thread at a time. */
final class SlowReader implements AutoCloseable {

    /** Bytes that this side may hold before they are taken: little beside what is sent. */
    private static final int WINDOW = 16 * 1024;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final long promised;
    private volatile long taken;

    /** The head of the answer is read when this returns. */
    SlowReader(String base, String path, Map<String, String> cookies) throws IOException {
        URI server = URI.create(base);
        socket.setReceiveBufferSize(WINDOW);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(InetAddress.getByName(server.getHost()), server.getPort()));
        in = socket.getInputStream();
        String cookie = cookies.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nCookie: " + cookie
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        promised = lengthOf(head());
    }

    /** Bytes that the head of the answer says there are. */
    long promised() {
        return promised;
    }

    /** Bytes of the body that came so far. */
    long taken() {
        return taken;
    }

    /**
     * Takes a tenth of a megabyte a second until a second after that happened, then all that comes as fast as it comes.
     *
     * @return the bytes that came after that second
     */
    long takeInDrops(CountDownLatch happened) {
        long end = Long.MAX_VALUE;
        while ((end == Long.MAX_VALUE || System.nanoTime() < end) && sip(2048)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            if (end == Long.MAX_VALUE && happened.getCount() == 0) {
                end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            }
        }
        long within = taken;
        while (sip(64 * 1024)) {
            Thread.onSpinWait();
        }
        return taken - within;
    }

    /** Takes at most that many; whether the other side has not ended yet. */
    private boolean sip(int most) {
        int count = -1;
        try {
            count = in.read(new byte[most]);
        } catch (SocketException reset) {
            // so it ends, too
        } catch (IOException hangs) {
            throw new UncheckedIOException(hangs);
        }
        taken += Math.max(0, count);
        return count >= 0;
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("no answer: " + head);
            }
            head.append((char) one);
        }
        return head.toString();
    }

    private static long lengthOf(String head) throws IOException {
        for (String line : head.toLowerCase(Locale.ROOT).split("\r\n")) {
            if (line.startsWith("content-length:")) {
                return Long.parseLong(line.substring(15).strip());
            }
        }
        throw new IOException("without a length: " + head);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
