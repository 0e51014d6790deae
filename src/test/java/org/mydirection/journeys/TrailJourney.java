package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mydirection.journeys.Errands.Gathered;
import org.mydirection.journeys.Errands.Told;

/** The trail: who did or saw what, for which purpose; read by one role, and its reading is in it too. */
class TrailJourney {

    private Visitor gwen;

    @BeforeEach
    void gwenIsAtHerDesk() {
        gwen = Person.GWEN.atDesk();
    }

    @AfterEach
    void leave() {
        gwen.close();
    }

    @Test
    void theWholeLifeOfAStoryIsInTheTrailByItsId() {
        Told told = aStoryThatWasShownAndTakenBack();

        gwen.open("/governance/trail.xhtml");
        gwen.control("story").fill(told.id());
        gwen.press(gwen.control("filter-go"));

        for (String event : List.of(
                "story_begun",
                "story_written",
                "permission_given",
                "story_submitted",
                "review_claimed",
                "review_read",
                "review_decided",
                "story_gathered",
                "story_shown",
                "story_watched",
                "permission_withdrawn")) {
            assertThat(rows().filter(saying(Words.of("trail.event." + event + ".label")))
                            .first())
                    .isVisible();
        }
        Locator shown = rows().filter(saying(Words.of("trail.event.story_shown.label")));
        assertThat(shown).containsText(Person.PRIYA.displayName());
        assertThat(shown).containsText(Words.of("trail.purpose.own_supervision.label"));
        Locator taken = rows().filter(saying(Words.of("trail.event.permission_withdrawn.label")));
        assertThat(taken).containsText(Words.of("trail.person.label"));
        assertThat(gwen.page().locator("main")).not().containsText(Person.MAYA.displayName());
        assertThat(gwen.page().locator("main")).not().containsText(told.title());
    }

    @Test
    void theTrailIsFilteredByWhatHappened() {
        gwen.open("/governance/trail.xhtml");

        gwen.control("event-filter")
                .selectOption(new com.microsoft.playwright.options.SelectOption()
                        .setLabel(Words.of("trail.event.signed_in.label")));
        gwen.press(gwen.control("filter-go"));

        int all = rows().count();
        assertThat(all).isPositive();
        assertThat(rows().filter(saying(Words.of("trail.event.signed_in.label"))))
                .hasCount(all);
    }

    @Test
    void readingTheTrailIsInTheTrail() {
        gwen.open("/governance/trail.xhtml");
        gwen.open("/governance/trail.xhtml");

        assertThat(rows().first()).containsText(Words.of("trail.event.trail_read.label"));
        assertThat(rows().first()).containsText(Person.GWEN.displayName());
    }

    @Test
    void theChainOfEntriesIsWhole() {
        gwen.open("/governance/trail.xhtml");

        gwen.press(gwen.control("check-chain"));

        assertThat(gwen.control("chain")).hasText(Words.of("trail.whole.text"));
    }

    @Test
    void aHoldStopsAStoryAtOnceAndLiftingItBringsItBack() {
        try (Visitor maya = Person.MAYA.atPhone();
                Visitor priya = Person.PRIYA.atDesk()) {
            Told told = Errands.sent(maya, "Held");
            Errands.approve(told);
            Gathered gathered = Errands.publish(priya, "Held", told);
            String story = "/collection/story.xhtml?collection=" + gathered.id() + "&story=" + told.id();
            assertThat(priya.open(story).status()).isEqualTo(200);

            gwen.open("/governance/holds.xhtml");
            gwen.control("story").fill(told.id());
            gwen.control("kind:0").check();
            gwen.control("reason").fill("Somebody asked us to look at it.");
            gwen.press(gwen.control("place"));

            assertThat(gwen.page().getByText(Words.of("hold.placed.text"))).isVisible();
            assertThat(priya.open(story).status()).isEqualTo(404);
            assertThat(maya.open("/story/read.xhtml?story=" + told.id()).status())
                    .isEqualTo(200);
            gwen.press(gwen.page().locator("[id^='lift-']").last());
            assertThat(priya.open(story).status()).isEqualTo(200);
        }
    }

    @Test
    void nobodyElseReadsTheTrailOrPlacesAHold() {
        for (Person person : Person.values()) {
            if (person != Person.GWEN) {
                try (Visitor other = person.atDesk()) {
                    assertThat(other.open("/governance/trail.xhtml").status())
                            .as("the trail for %s", person)
                            .isEqualTo(404);
                    assertThat(other.open("/governance/holds.xhtml").status())
                            .as("the holds for %s", person)
                            .isEqualTo(404);
                }
            }
        }
    }

    private static Told aStoryThatWasShownAndTakenBack() {
        try (Visitor maya = Person.MAYA.atPhone();
                Visitor priya = Person.PRIYA.atDesk()) {
            Told told = Errands.sent(maya, "In the trail");
            Errands.approve(told);
            Gathered gathered = Errands.publish(priya, "In the trail", told);
            priya.open("/collection/story.xhtml?collection=" + gathered.id() + "&story=" + told.id());
            priya.open("/presentation/show.xhtml?presentation=" + Errands.present(priya, gathered) + "&at=0");
            Errands.takeBack(maya, told);
            return told;
        }
    }

    private Locator rows() {
        return gwen.page().locator("#trail tbody tr");
    }

    private static Locator.FilterOptions saying(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
