package org.mydirection.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mydirection.consent.TakingBack.PermissionWithdrawn;
import org.mydirection.identity.AccountId;
import org.mydirection.story.StoryWriting.StoryBegun;

/** Who is told, how often, and that neither a slow nor a broken page keeps the others waiting. */
class PushesTest {

    private static final int VIEWERS = 500;
    private static final String HELLO = "retry: 2000\n\n";
    private static final String LOOK = "data: look\n\n";

    private final Pushes pushes = new Pushes();

    @Test
    void fiveHundredOpenPagesAreEachToldOnce() {
        List<Page> pages = IntStream.range(0, VIEWERS).mapToObj(i -> open()).toList();
        Page slow = open();
        slow.ready = false;
        Page broken = open();
        broken.broken = true;
        assertThat(pushes.open()).isEqualTo(VIEWERS + 2);

        long began = System.nanoTime();
        pushes.hidden(withdrawn());
        System.out.printf(
                "Push: %d open pages told within %.1f ms (target 2,000)%n",
                VIEWERS, (System.nanoTime() - began) / 1_000_000.0);

        assertThat(pages).allSatisfy(page -> assertThat(page.sent()).isEqualTo(HELLO + LOOK));
        assertThat(slow.sent()).isEqualTo(HELLO);
        assertThat(pushes.open()).as("the broken one is gone").isEqualTo(VIEWERS + 1);
        pushes.hidden(withdrawn());
        slow.becomesReady();
        assertThat(slow.sent()).as("once for all that it missed").isEqualTo(HELLO + LOOK);
    }

    @Test
    void whatHidesNothingIsNotTold() {
        Page page = open();

        pushes.hidden(new StoryBegun(UUID.randomUUID(), UUID.randomUUID()));

        assertThat(page.sent()).isEqualTo(HELLO);
    }

    @Test
    void nobodyHasMoreThanTwentyAndAPlaceThatIsFreeIsTakenAgain() {
        AccountId person = new AccountId(UUID.randomUUID());
        List<Page> pages =
                IntStream.range(0, Pushes.MOST).mapToObj(i -> open(person)).toList();

        assertThat(pushes.takePlace(person)).isFalse();
        assertThat(pushes.takePlace(person)).isFalse();
        assertThat(pushes.takePlace(new AccountId(UUID.randomUUID()))).isTrue();
        pages.get(0).broken = true;
        pushes.hidden(withdrawn());
        assertThat(pushes.takePlace(person)).isTrue();
        assertThat(pushes.takePlace(person)).isFalse();
    }

    @Test
    void aPageThatWasClosedGivesItsPlaceBackWithoutAnythingHappening() {
        AccountId person = new AccountId(UUID.randomUUID());
        List<Page> pages =
                IntStream.range(0, Pushes.MOST).mapToObj(i -> open(person)).toList();
        pages.get(0).broken = true;
        pages.get(1).ready = false;
        assertThat(pushes.takePlace(person)).isFalse();

        pushes.knock();

        assertThat(pages.get(1).sent()).as("a slow one is left alone").isEqualTo(HELLO);
        assertThat(pages.get(2).sent()).as("a comment, which is no news").isEqualTo(HELLO + ":\n\n");
        assertThat(pushes.takePlace(person)).isTrue();
        assertThat(pushes.takePlace(person)).isFalse();
    }

    private static PermissionWithdrawn withdrawn() {
        UUID person = UUID.randomUUID();
        return new PermissionWithdrawn(person, UUID.randomUUID(), UUID.randomUUID(), person);
    }

    private Page open() {
        return open(new AccountId(UUID.randomUUID()));
    }

    private Page open(AccountId person) {
        Page page = new Page();
        assertThat(pushes.takePlace(person)).isTrue();
        pushes.open(page.context(), person);
        page.becomesReady();
        return page;
    }

    /** The server's side of one open page. */
    private static final class Page extends ServletOutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private WriteListener listener;
        private boolean ready = true;
        private boolean broken;

        AsyncContext context() {
            ServletResponse response = (ServletResponse) Proxy.newProxyInstance(
                    Page.class.getClassLoader(),
                    new Class<?>[] {ServletResponse.class},
                    (proxy, method, values) -> this);
            return (AsyncContext) Proxy.newProxyInstance(
                    Page.class.getClassLoader(),
                    new Class<?>[] {AsyncContext.class},
                    (proxy, method, values) -> method.getName().equals("getResponse") ? response : null);
        }

        void becomesReady() {
            ready = true;
            try {
                listener.onWritePossible();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        String sent() {
            return bytes.toString(StandardCharsets.US_ASCII);
        }

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener listening) {
            listener = listening;
        }

        @Override
        public void write(int one) throws IOException {
            if (broken) {
                throw new IOException("the page has gone");
            }
            bytes.write(one);
        }
    }
}
