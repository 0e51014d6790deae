package org.mydirection.web.push;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.mydirection.story.StoryId;

/** One open page. Nothing waits for it: what it cannot take now it is given when it can, and only once. */
final class PushClient implements WriteListener, AsyncListener {

    private static final byte[] HELLO = "retry: 2000\n\n".getBytes(StandardCharsets.US_ASCII);
    /** A comment of the protocol, which a browser passes over. */
    private static final byte[] KNOCK = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    /** What a page is told; of two that it could not take yet the later constant is said. */
    enum News {
        /** Ask whether what you show may stay. */
        LOOK,
        /** What you show is gone for everybody: clear it, then ask. */
        GONE;

        private final byte[] bytes =
                ("data: " + name().toLowerCase(Locale.ROOT) + "\n\n").getBytes(StandardCharsets.US_ASCII);
    }

    private final AsyncContext page;
    private final Consumer<PushClient> gone;
    private final StoryId story;
    private final AtomicReference<News> waiting = new AtomicReference<>();
    private boolean greeted;

    /** @param story the one that the page shows, which whoever asked may see; null for a page that shows now one, now another */
    PushClient(AsyncContext page, StoryId story, Consumer<PushClient> gone) {
        this.page = page;
        this.story = story;
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

    /** Whether the page shows this story, or may show it for all that is known here. */
    boolean mayShow(UUID hidden) {
        return story == null || hidden == null || story.value().equals(hidden);
    }

    /** Whether the page shows this story and nothing else. */
    boolean shows(UUID hidden) {
        return story != null && story.value().equals(hidden);
    }

    void tell(News news) {
        waiting.accumulateAndGet(news, (before, now) -> before == News.GONE ? before : now);
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
            if (greeted && out.isReady()) {
                News news = waiting.getAndSet(null);
                if (news != null) {
                    out.write(news.bytes);
                    flush(out);
                }
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
