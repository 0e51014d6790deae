package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import org.junit.jupiter.api.Test;
import org.mydirection.moderation.Deciding;
import org.mydirection.moderation.Decision;
import org.mydirection.moderation.Outcome;
import org.mydirection.moderation.ReviewDesk;
import org.mydirection.moderation.ReviewId;
import org.mydirection.moderation.Sending;
import org.mydirection.moderation.Stage;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** A story told by two: both agree, or nobody else sees it. */
@OnBothDatabases
class TellingTogetherTest extends MayasStory {

    private final TellingTogether together;

    TellingTogetherTest(House house, Cast cast) {
        super(house, cast);
        this.together = house.get(TellingTogether.class);
    }

    private void agree() {
        String digest = together.read(cast.kofi(), story).digest();
        together.agree(cast.kofi(), story, digest);
    }

    @Test
    void allMustAgreeToThisVery() {
        together.invite(cast.maya(), story, "kofi");
        assertThat(seen(story)).isFalse();
        assertRefused(() -> together.agree(cast.kofi(), story, "of another version"), "cotell.changed");
        agree();
        assertThat(seen(story)).isTrue();
    }

    @Test
    void oneTakesItBackAndItIsGoneForAllUntilAVersionWithoutThemIsApproved() {
        together.invite(cast.maya(), story, "kofi");
        agree();
        together.takeBack(cast.kofi(), story);
        together.takeBack(cast.kofi(), story);

        assertThat(seen(story)).isFalse();
        assertThat(house.lastEntry().event()).isEqualTo("co_teller_withdrew");
        assertNotThere(() -> together.read(cast.kofi(), story));
        assertRefused(() -> together.agree(cast.kofi(), story, digest()), "cotell.withdrawn");

        together.goOnWithout(cast.maya(), story, cast.kofi);
        assertThat(seen(story)).isFalse();
        house.get(Sending.class).send(cast.maya(), story);
        cast.pass(cast.priya(), Stage.CONSENT);
        cast.pass(cast.alan(), Stage.CONTENT);
        assertThat(seen(story)).isTrue();
    }

    private String digest() {
        return house.get(StoryWriting.class).read(cast.maya(), story).digest();
    }

    @Test
    void aCheckerCannotPassWhatNotAllAgreedTo() {
        StoryId sent = cast.sentStory(cast.maya(), "Cooking");
        together.invite(cast.maya(), sent, "kofi");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        ReviewDesk desk = house.get(ReviewDesk.class);
        Deciding deciding = house.get(Deciding.class);
        String digest = desk.read(cast.priya(), review).version().digest();
        assertThat(desk.read(cast.priya(), review).allTellersAgreed()).isFalse();
        assertRefused(
                () -> deciding.decide(cast.priya(), review, new Decision(Outcome.APPROVE, null, null, digest)),
                "review.tellers_open");
        together.agree(cast.kofi(), sent, digest);
        deciding.decide(cast.priya(), review, new Decision(Outcome.APPROVE, null, null, digest));
    }

    @Test
    void onlyAnotherStorytellerIsAskedAndOnlyByTheStoryteller() {
        for (String nobody : new String[] {"ruth", "maya", "nobody", "", null}) {
            assertRefused(() -> together.invite(cast.maya(), story, nobody), "cotell.nobody");
        }
        together.invite(cast.maya(), story, "kofi");
        assertRefused(() -> together.invite(cast.maya(), story, "kofi"), "cotell.already");
        assertNotThere(() -> together.invite(cast.kofi(), story, "maya"));
        assertNotThere(() -> together.with(cast.kofi(), story));
        assertThat(together.mine(cast.kofi())).hasSize(1);
        assertThat(together.mine(cast.maya())).isEmpty();
    }

    @Test
    void aDraftCannotBeAgreedTo() {
        StoryId draft = cast.shortStory(cast.maya(), "Draft");
        together.invite(cast.maya(), draft, "kofi");
        assertRefused(() -> together.agree(cast.kofi(), draft, null), "cotell.not_sent");
    }
}
