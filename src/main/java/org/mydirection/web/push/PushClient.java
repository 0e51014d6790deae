package org.mydirection.web.push;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One open page. Nothing waits for it: what it cannot take now it is given when it can, and only once. */
final class PushClient implements WriteListener, AsyncListener {

    private static final byte[] HELLO = "retry: 2000\n\n".getBytes(StandardCharsets.US_ASCII);
    /** A comment of the protocol, which a browser passes over. */
    private static final byte[] KNOCK = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] LOOK = "data: look\n\n".getBytes(StandardCharsets.US_ASCII);

    private final AsyncContext page;
    private final Consumer<PushClient> gone;
    private final AtomicInteger waiting = new AtomicInteger();
    private boolean greeted;

    PushClient(AsyncContext page, Consumer<PushClient> gone) {
        this.page = page;
        this.gone = gone;
    }

    void begin() {
        page.addListener(this);
        try {
            page.getResponse().getOutputStream().setWriteListener(this);
        } catch (IOException broken) {
            onError(broken);
        }
    }

    void tell() {
        waiting.set(1);
        write();
    }

    /** Says nothing, so that a page that has gone is noticed; one that cannot take it now is left alone. */
    synchronized void knock() {
        try {
            ServletOutputStream out = page.getResponse().getOutputStream();
            if (greeted && out.isReady()) {
                out.write(KNOCK);
                flush(out);
            }
        } catch (IOException | RuntimeException broken) {
            // Whatever it is that is wrong with one page: the others are knocked at all the same.
            onError(broken);
        }
    }

    @Override
    public void onWritePossible() {
        write();
    }

    private synchronized void write() {
        try {
            ServletOutputStream out = page.getResponse().getOutputStream();
            if (!greeted && out.isReady()) {
                greeted = true;
                out.write(HELLO);
                flush(out);
            }
            if (greeted && out.isReady() && waiting.getAndSet(0) > 0) {
                out.write(LOOK);
                flush(out);
            }
        } catch (IOException | IllegalStateException broken) {
            onError(broken);
        }
    }

    private static void flush(ServletOutputStream out) throws IOException {
        if (out.isReady()) {
            out.flush();
        }
    }

    @Override
    public void onError(Throwable broken) {
        end();
    }

    private void end() {
        gone.accept(this);
        try {
            page.complete();
        } catch (IllegalStateException already) {
            // It is over: nothing is left to be done.
            gone.accept(this);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        gone.accept(this);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // It does not begin twice.
    }
}
