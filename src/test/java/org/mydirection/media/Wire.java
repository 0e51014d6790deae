package org.mydirection.media;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection to a port of this machine that costs next to nothing itself: the same for both sides of a bench. */
final class Wire implements Closeable {

    private final int port;
    private final String host;
    private final String cookie;
    private final byte[] buffer = new byte[256 * 1024];
    private int from;
    private int to;
    private long firstByte;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    /** @param cookie the value of the header; empty for none */
    Wire(URI server, String cookie) throws IOException {
        port = server.getPort();
        host = server.getHost() + ":" + port;
        this.cookie = cookie;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        from = 0;
        to = 0;
    }

    /** A server ends a connection after so many requests: then it is asked again on a new one. */
    private int ask(String path, long first, int length, boolean again) throws IOException {
        try {
            ask(path, first, length);
            return skipHead();
        } catch (IOException hungUp) {
            if (again) {
                throw hungUp;
            }
            close();
            connect();
            return ask(path, first, length, true);
        }
    }

    /** Asks for a range and throws its bytes away; IOException unless exactly that many came. */
    void range(String path, long first, int length) throws IOException {
        int status = ask(path, first, length, false);
        long left = contentLength;
        if (status != 206 || left != length) {
            throw new IOException("answered " + status + " with " + left + " bytes: " + path);
        }
        if (from == to) {
            fill();
        }
        firstByte = System.nanoTime();
        while (left > 0) {
            if (from == to) {
                fill();
            }
            int taken = (int) Math.min(left, to - from);
            from += taken;
            left -= taken;
        }
    }

    /** Sends the request for a range and reads nothing. */
    void ask(String path, long first, int length) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: " + host + cookieLine() + "\r\nRange: bytes=" + first + "-"
                + (first + length - 1) + "\r\n\r\n");
    }

    /** When the first byte of the last range was there, in nanoseconds. */
    long firstByte() {
        return firstByte;
    }

    /** Puts the bytes there; IOException unless it is answered with 200 or 201. */
    void put(String path, byte[] body) throws IOException {
        beginPut(path, body.length);
        try {
            out.write(body);
        } catch (IOException brokenOff) {
            throw new IOException("answered " + skipHead() + " before the end: " + path, brokenOff);
        }
        int status = skipHead();
        discard(contentLength);
        if (status != 200 && status != 201) {
            throw new IOException("answered " + status + ": " + path);
        }
    }

    /** Sends the head of an upload of so many bytes. */
    void beginPut(String path, long length) throws IOException {
        send("PUT " + path + " HTTP/1.1\r\nHost: " + host + cookieLine() + "\r\nX-My-Direction: upload\r\n"
                + "Content-Type: application/octet-stream\r\nContent-Length: " + length + "\r\n\r\n");
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** Reads what is there, at most that much, and throws it away. */
    void sip(int most) throws IOException {
        int there = Math.min(most, in.available());
        if (there > 0 && in.read(buffer, 0, Math.min(there, buffer.length)) < 0) {
            throw new EOFException("the server hung up");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private long contentLength;

    private int skipHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            if (from == to) {
                fill();
            }
            head.append((char) buffer[from++]);
        }
        contentLength = 0;
        for (String line : head.toString().split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                contentLength = Long.parseLong(line.substring(15).strip());
            }
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    private void discard(long length) throws IOException {
        for (long left = length; left > 0; ) {
            if (from == to) {
                fill();
            }
            int taken = (int) Math.min(left, to - from);
            from += taken;
            left -= taken;
        }
    }

    private void fill() throws IOException {
        from = 0;
        to = in.read(buffer);
        if (to < 0) {
            to = 0;
            throw new EOFException("the server hung up");
        }
    }

    private void send(String head) throws IOException {
        out.write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private String cookieLine() {
        return cookie.isEmpty() ? "" : "\r\nCookie: " + cookie;
    }
}
