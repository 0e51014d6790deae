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
import org.mydirection.consent.Purpose;
import org.mydirection.consent.TakingBack.PermissionWithdrawn;
import org.mydirection.consent.TakingBack.PurposeWithdrawn;
import org.mydirection.identity.AccountId;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting.StoryBegun;

/** Who is told, how often, and that neither a slow nor a broken page keeps the others waiting. */
class PushesTest {

    private static final int VIEWERS = 500;
    private static final String HELLO = "retry: 2000\n\n";
    private static final String LOOK = "data: look\n\n";
    private static final String GONE = "data: gone\n\n";

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
    void whatIsGoneForEverybodyClearsThePagesThatShowItAndNoOther() {
        StoryId story = new StoryId(UUID.randomUUID());
        Page shows = open(someone(), story);
        Page another = open(someone(), new StoryId(UUID.randomUUID()));
        Page notKnown = open();

        pushes.hidden(withdrawn(story));

        assertThat(shows.sent()).isEqualTo(HELLO + GONE);
        assertThat(another.sent()).isEqualTo(HELLO);
        assertThat(notKnown.sent()).isEqualTo(HELLO + LOOK);
    }

    @Test
    void whatIsGoneForOnePurposeIsLookedAtWhereItIsShown() {
        StoryId story = new StoryId(UUID.randomUUID());
        Page shows = open(someone(), story);
        UUID maya = UUID.randomUUID();

        pushes.hidden(new PurposeWithdrawn(maya, UUID.randomUUID(), story.value(), maya, Purpose.GROUP.name()));

        assertThat(shows.sent()).isEqualTo(HELLO + LOOK);
    }

    @Test
    void aSlowPageThatMissedBothClearsItself() {
        StoryId story = new StoryId(UUID.randomUUID());
        Page slow = open(someone(), story);
        slow.ready = false;
        UUID maya = UUID.randomUUID();

        pushes.hidden(withdrawn(story));
        pushes.hidden(new PurposeWithdrawn(maya, UUID.randomUUID(), story.value(), maya, Purpose.GROUP.name()));
        slow.becomesReady();

        assertThat(slow.sent()).isEqualTo(HELLO + GONE);
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
        return withdrawn(new StoryId(UUID.randomUUID()));
    }

    private static PermissionWithdrawn withdrawn(StoryId story) {
        UUID person = UUID.randomUUID();
        return new PermissionWithdrawn(person, UUID.randomUUID(), story.value(), person);
    }

    private static AccountId someone() {
        return new AccountId(UUID.randomUUID());
    }

    private Page open() {
        return open(someone());
    }

    private Page open(AccountId person) {
        return open(person, null);
    }

    private Page open(AccountId person, StoryId story) {
        Page page = new Page();
        assertThat(pushes.takePlace(person)).isTrue();
        pushes.open(page.context(), person, story);
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
