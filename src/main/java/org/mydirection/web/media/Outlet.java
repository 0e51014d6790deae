package org.mydirection.web.media;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The connection by which an answer goes out, as far as the server lets one at it, for which the servlet API has no words:
 * how much of the answer may lie in the system's memory, and that it ends now. On another server than ours both do nothing,
 * and the log says so.
 */
final class Outlet {

    private static final Logger LOG = Logger.getLogger(Outlet.class.getName());

    /**
     * Bytes; Linux doubles it. Unset, it takes four megabytes for a client that hardly reads, nine minutes of sound, and
     * sends them on whatever was taken back meanwhile.
     */
    private static final int UNSENT = 128 * 1024;

    /** To Grizzly's connection. By name: the application is not built against its server. */
    private static final String[] WAY = {"getUnwrappedCoyoteRequest", "getCoyoteRequest", "getContext", "getConnection"
    };

    /** Both null where they can't be had. */
    private final Object connection;

    private final SocketChannel channel;

    private Outlet(Object connection, SocketChannel channel) {
        this.connection = connection;
        this.channel = channel;
    }

    static Outlet of(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        try {
            Object found = inner;
            for (String step : WAY) {
                found = call(found, step);
            }
            return new Outlet(found, (SocketChannel) call(found, "getChannel"));
        } catch (ReflectiveOperationException | RuntimeException another) {
            LOG.log(Level.WARNING, "this server does not give its connections: what was sent can not be cut", another);
            return new Outlet(null, null);
        }
    }

    /** From now on little of the answer lies in the system's memory while the client does not read. */
    void bound() throws IOException {
        if (channel != null) {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, UNSENT);
        }
    }

    /** Ends the connection at once: what was not sent yet is thrown away, and the client knows that the answer is broken. */
    void cut() {
        try {
            if (channel != null) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                call(connection, "terminateSilently");
            }
        } catch (IOException | ReflectiveOperationException gone) {
            LOG.log(Level.FINE, "a connection ended before it was cut", gone);
        }
    }

    private static Object call(Object of, String method) throws ReflectiveOperationException {
        return of.getClass().getMethod(method).invoke(of);
    }
}
