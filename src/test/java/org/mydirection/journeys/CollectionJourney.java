package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mydirection.journeys.Errands.Gathered;
import org.mydirection.journeys.Errands.Told;

/** Gathering approved stories for a goal, and publishing them to two people and nobody else. */
class CollectionJourney {

    private Visitor maya;
    private Visitor priya;

    @BeforeEach
    void theyAreAtTheirPlaces() {
        maya = Person.MAYA.atPhone();
        priya = Person.PRIYA.atDesk();
    }

    @AfterEach
    void leave() {
        maya.close();
        priya.close();
    }

    @Test
    void thePractitionerGathersInOrderAndPublishesForTheTwoOfThem() {
        Told first = approved("One of two");
        Told second = approved("Two of two");
        String goal = "I will save a little each week, so that we can go to the sea. " + UUID.randomUUID();
        Errands.goal(priya, goal);
        String title = "Small steps " + UUID.randomUUID();

        priya.open("/collection/list.xhtml");
        priya.press(priya.control("new"));
        priya.control("title").fill(title);
        priya.page().getByLabel(Person.MAYA.displayName()).check();
        priya.press(priya.control("begin"));
        assertThat(priya.control("state")).containsText(Words.of("collection.state.draft.tag"));
        assertThat(priya.page().locator("#missing > li")).not().hasCount(0);
        assertThat(priya.page().locator("#to-choose"))
                .containsText(Words.of("collection.by.label", Person.MAYA.firstName()));
        priya.control("introduction").fill("Two small steps. Take your time.");
        priya.press(priya.control("save"));
        priya.press(priya.link(second.title()));
        priya.press(priya.control("add"));
        priya.press(priya.button(Words.of("collection.add.button") + ": " + first.title()));
        priya.press(priya.button(Words.of("collection.up.button") + ": " + first.title()));
        priya.page().getByLabel(goal).check();
        priya.press(priya.control("save-goals"));
        assertThat(priya.page().locator("#missing > li")).hasCount(0);
        priya.press(priya.control("publish"));
        assertThat(priya.control("state")).containsText(Words.of("collection.state.published.tag"));
        priya.press(priya.control("view"));

        for (Visitor either : List.of(priya, maya)) {
            if (either == maya) {
                maya.open("/home.xhtml");
                maya.press(maya.link(title));
            }
            assertThat(either.heading(title)).isVisible();
            assertThat(either.page().getByText("Two small steps. Take your time."))
                    .isVisible();
            assertThat(either.page().locator(".goal")).containsText(goal);
            Locator tiles = either.page().locator("li.tile");
            assertThat(tiles).hasCount(2);
            assertThat(tiles.first()).containsText(first.title());
            assertThat(tiles.last()).containsText(second.title());
            either.press(either.control("story-0"));
            assertThat(either.page().getByText("The words of " + first.title() + "."))
                    .isVisible();
        }
        maya.open("/plan/plan.xhtml");
        maya.press(maya.link(goal));
        assertThat(maya.link(title)).isVisible();
    }

    @Test
    void publishingWithoutAStoryAndAGoalSaysBothAtOnce() {
        priya.open("/collection/new.xhtml");
        priya.control("title").fill("Nothing yet " + UUID.randomUUID());
        priya.page().getByLabel(Person.MAYA.displayName()).check();
        priya.press(priya.control("begin"));

        priya.press(priya.control("publish"));

        Locator problems = priya.page().getByRole(AriaRole.ALERT);
        assertThat(problems).containsText(Words.of("collection.no_goal.what"));
        assertThat(problems).containsText(Words.of("collection.no_story.what"));
        assertThat(priya.control("state")).containsText(Words.of("collection.state.draft.tag"));
    }

    @Test
    void aCuratorGathersButThePractitionerPublishes() {
        Told other = approvedForOthers("For somebody else");
        String title = "Of two people " + UUID.randomUUID();
        try (Visitor cara = Person.CARA.atDesk()) {
            cara.open("/collection/new.xhtml");
            cara.control("title").fill(title);
            cara.control("crn").fill(Person.MAYA.crn());
            cara.press(cara.control("begin"));
            String collection = cara.page().url().replaceAll(".*collection=([0-9a-f-]+).*", "$1");
            assertThat(cara.page().getByText(Person.MAYA.displayName())).hasCount(0);
            cara.press(cara.button(Words.of("collection.add.button") + ": " + other.title()));
            cara.page().locator("#goals input").first().check();
            cara.press(cara.control("save-goals"));
            cara.press(cara.control("publish"));
            assertThat(cara.page().getByRole(AriaRole.ALERT))
                    .containsText(Words.of("collection.practitioner_publishes.what"));

            priya.open("/collection/edit.xhtml?collection=" + collection);
            priya.press(priya.control("publish"));

            assertThat(priya.control("state")).containsText(Words.of("collection.state.published.tag"));
            maya.open("/collection/view.xhtml?collection=" + collection);
            assertThat(maya.page().locator("li.tile")).containsText(other.title());
        }
    }

    @Test
    void aStoryThatIsNotApprovedCannotBeChosen() {
        Told waiting = Errands.sent(maya, "Still waiting");
        priya.open("/collection/new.xhtml");
        priya.control("title").fill("Not yet " + UUID.randomUUID());
        priya.page().getByLabel(Person.MAYA.displayName()).check();
        priya.press(priya.control("begin"));

        assertThat(priya.page().getByText(waiting.title())).hasCount(0);
        String collection = priya.page().url().replaceAll(".*collection=([0-9a-f-]+).*", "$1");
        assertThat(priya.open("/collection/preview.xhtml?collection=" + collection + "&story=" + waiting.id())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyElseFindsIt() {
        Gathered gathered = Errands.publish(priya, "Private", approved("Private story"));
        for (Person person :
                new Person[] {Person.TOM, Person.DANNY, Person.RUTH, Person.MO, Person.CARA, Person.GWEN, Person.ADA}) {
            try (Visitor other = person.atDesk()) {
                for (String page : new String[] {"view", "edit"}) {
                    assertThat(other.open("/collection/" + page + ".xhtml?collection=" + gathered.id())
                                    .status())
                            .as("%s at %s", person, page)
                            .isEqualTo(404);
                }
            }
        }
    }

    private Told approved(String name) {
        Told told = Errands.sent(maya, name);
        Errands.approve(told);
        return told;
    }

    private static Told approvedForOthers(String name) {
        try (Visitor danny = Person.DANNY.atPhone()) {
            Told told = Errands.tell(danny, name);
            Errands.permit(danny, told, List.of("OTHER_PEOPLE_SUPERVISION"), "EVERY_OFFICE");
            Errands.send(danny, told);
            Errands.approve(told);
            return told;
        }
    }
}
