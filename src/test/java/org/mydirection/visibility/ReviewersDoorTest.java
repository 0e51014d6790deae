package org.mydirection.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.identity.AccountKeeping;
import org.mydirection.identity.Role;
import org.mydirection.moderation.ReviewId;
import org.mydirection.moderation.Stage;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** What random sequences meet too seldom: a reviewer becomes the storyteller's own practitioner under the claim. */
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
}
