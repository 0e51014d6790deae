package org.mydirection.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.consent.Asking;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.consent.Giving;
import org.mydirection.consent.Purpose;
import org.mydirection.moderation.Outcome;
import org.mydirection.moderation.ReviewDesk;
import org.mydirection.moderation.ReviewId;
import org.mydirection.moderation.Sending;
import org.mydirection.moderation.Stage;
import org.mydirection.plan.GoalId;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** As whom a storyteller is shown, in everything that anybody else is given to see of a story. */
@OnBothDatabases
class ShownNameTest {

    private final House house;
    private final Cast cast;
    private final GoalId goal;

    ShownNameTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        goal = cast.goal(cast.ruth(), cast.maya);
    }

    @Test
    void aStoryUnderAnotherNameNeverShowsTheAccountsName() {
        List<String> seen = seenOf(Identity.PSEUDONYM, "Captain");
        assertThat(seen).noneMatch(text -> text.contains("Kofi") || text.contains("Mensah"));
        assertThat(seen).anyMatch(text -> text.contains("Captain"));
    }

    @Test
    void aStoryWithoutANameShowsNone() {
        assertThat(seenOf(Identity.ANONYMOUS, null))
                .noneMatch(text -> text.contains("Kofi") || text.contains("Mensah"));
    }

    @Test
    void aFirstNameIsTheFirstNameAndNoMore() {
        assertThat(seenOf(Identity.FIRST_NAME, null))
                .noneMatch(text -> text.contains("Mensah"))
                .anyMatch(text -> text.contains("Kofi"));
    }

    @Test
    void aNameIsTheWholeName() {
        assertThat(seenOf(Identity.NAMED, null)).anyMatch(text -> text.contains("Kofi Mensah"));
    }

    /** All that the checkers, the curator, the practitioner and the other person are given of Kofi's story, as text. */
    private List<String> seenOf(Identity identity, String chosen) {
        List<String> seen = new ArrayList<>();
        StoryId story = cast.story(cast.kofi(), "Fishing");
        cast.answer(cast.kofi(), story, Purpose.OTHER_PEOPLE_SUPERVISION);
        Asking asking = house.get(Asking.class);
        Giving giving = house.get(Giving.class);
        asking.answerIdentity(cast.kofi(), story, identity, chosen);
        giving.offer(cast.kofi(), story, Locale.UK);
        giving.confirm(cast.kofi(), story);
        house.get(Sending.class).send(cast.kofi(), story);
        ReviewDesk desk = house.get(ReviewDesk.class);
        ReviewId first = cast.claim(cast.priya(), Stage.CONSENT);
        seen.add(desk.read(cast.priya(), first).version().toString());
        cast.decide(cast.priya(), first, Outcome.APPROVE, null, null);
        ReviewId second = cast.claim(cast.alan(), Stage.CONTENT);
        seen.add(desk.read(cast.alan(), second).toString());
        cast.decide(cast.alan(), second, Outcome.APPROVE, null, null);

        CollectionId collection = cast.collection(cast.lena(), cast.maya, goal, story);
        Previewing previewing = house.get(Previewing.class);
        seen.add(previewing.offered(cast.lena(), collection).toString());
        seen.add(previewing.preview(cast.lena(), collection, story).toString());
        seen.add(house.get(Curation.class).read(cast.lena(), collection).toString());
        house.get(Curation.class).publish(cast.ruth(), collection);
        Watching watching = house.get(Watching.class);
        for (var viewer : List.of(cast.maya(), cast.ruth())) {
            seen.add(watching.open(viewer, collection).toString());
            seen.add(watching.watch(viewer, collection, story).toString());
        }
        Presenting presenting = house.get(Presenting.class);
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);
        seen.add(presenting.opening(cast.ruth(), presentation).toString());
        for (int place = 0; place < 3; place++) {
            seen.add(presenting.show(cast.ruth(), presentation, place).toString());
        }
        return seen;
    }
}
