package org.mydirection.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.identity.AccountKeeping;
import org.mydirection.identity.Role;
import org.mydirection.identity.Viewer;
import org.mydirection.moderation.ReviewId;
import org.mydirection.moderation.Stage;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/**
 * What random sequences meet too seldom: a reviewer becomes the storyteller's own practitioner under the claim, or a
 * request outlives the right that it began with.
 */
@OnBothDatabases
class ReviewersDoorTest {

    private final House house;
    private final Cast cast;

    ReviewersDoorTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
    }

    @Test
    void closesForWhoBeginsToSuperviseTheStoryteller() {
        house.get(AccountKeeping.class).changeRoles(cast.anil(), cast.tom, Set.of(Role.PRACTITIONER, Role.MODERATOR));
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.tom(), Stage.CONSENT);
        Visibility rule = house.get(Visibility.class);
        assertThat(rule.see(cast.tom(), new Through.Claim(review), story)).isPresent();

        house.get(CaseKeeping.class).assign(cast.anil(), cast.maya, cast.tom);

        assertThat(rule.see(cast.tom(), new Through.Claim(review), story)).isEmpty();
    }

    @Test
    void closesUnderARequestThatBeganBeforeTheRoleOrTheAccountWent() {
        StoryId first = cast.sentStory(cast.maya(), "Walking");
        ReviewId priyas = cast.claim(cast.priya(), Stage.CONSENT);
        StoryId second = cast.sentStory(cast.kofi(), "Fishing");
        ReviewId alans = cast.claim(cast.alan(), Stage.CONSENT);
        Viewer priya = cast.priya();
        Viewer alan = cast.alan();
        Visibility rule = house.get(Visibility.class);
        assertThat(rule.see(priya, new Through.Claim(priyas), first)).isPresent();
        assertThat(rule.see(alan, new Through.Claim(alans), second)).isPresent();

        house.get(AccountKeeping.class).changeRoles(cast.anil(), cast.priya, Set.of(Role.CURATOR));
        house.get(AccountKeeping.class).close(cast.anil(), cast.alan);

        assertThat(rule.see(priya, new Through.Claim(priyas), first)).isEmpty();
        assertThat(rule.see(alan, new Through.Claim(alans), second)).isEmpty();
    }
}
