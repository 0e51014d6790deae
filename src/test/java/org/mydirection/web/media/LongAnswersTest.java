package org.mydirection.web.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.TakingBack.PermissionWithdrawn;
import org.mydirection.consent.TakingBack.PurposeWithdrawn;
import org.mydirection.identity.AccountId;
import org.mydirection.web.media.LongAnswers.LongAnswer;

/** How many go out at once, and which of them a taking back ends before anybody asks. */
class LongAnswersTest {

    private final LongAnswers answers = new LongAnswers();
    private final List<String> cut = new ArrayList<>();
    private final UUID story = UUID.randomUUID();

    @Test
    void onePersonHoldsThirtyAndAnotherIsStillAnswered() {
        AccountId one = someone();
        Deque<LongAnswer> theirs = new ArrayDeque<>();
        for (int i = 0; i < LongAnswers.MOST_OF_ONE; i++) {
            theirs.add(begin(one));
        }
        assertThat(answers.begin(one, null, () -> {})).isEmpty();
        assertThat(answers.begin(someone(), null, () -> {})).isPresent();

        theirs.peek().close();
        theirs.poll().close();

        begin(one);
        assertThat(answers.begin(one, null, () -> {}))
                .as("closed twice, free once")
                .isEmpty();
    }

    @Test
    void allTogetherLeaveThreadsForTheRest() {
        LongAnswer last = null;
        AccountId who = someone();
        for (int i = 0; i < LongAnswers.MOST; i++) {
            who = i % LongAnswers.MOST_OF_ONE == 0 ? someone() : who;
            last = begin(who);
        }
        assertThat(answers.begin(someone(), null, () -> {})).isEmpty();

        last.close();

        begin(someone());
    }

    @Test
    void aStoryThatIsTakenBackIsCutAtOnceAndNoOther() {
        begin("shown", story);
        begin("shown to another", story);
        begin("another story", UUID.randomUUID());
        begin("her own", null);
        begin("over", story).close();

        UUID maya = UUID.randomUUID();
        answers.hidden(new PurposeWithdrawn(maya, UUID.randomUUID(), story, maya, Purpose.GROUP.name()));
        assertThat(cut).as("who sees it for another purpose is not cut off").isEmpty();

        answers.hidden(new PermissionWithdrawn(maya, UUID.randomUUID(), story, maya));
        assertThat(cut).containsExactlyInAnyOrder("shown", "shown to another");
    }

    private LongAnswer begin(String name, UUID shown) {
        return answers.begin(someone(), shown, () -> cut.add(name)).orElseThrow();
    }

    private LongAnswer begin(AccountId account) {
        return answers.begin(account, null, () -> {}).orElseThrow();
    }

    private static AccountId someone() {
        return new AccountId(UUID.randomUUID());
    }
}
