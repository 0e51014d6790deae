package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sentence plan, written by two: the practitioner at a desk and the person at a phone. */
class PlanJourney {

    private final String words = "I will cook on Sundays, so that my son knows home. " + UUID.randomUUID();
    private Visitor priya;
    private Visitor maya;

    @BeforeEach
    void theyAreAtTheirPlaces() {
        priya = Person.PRIYA.atDesk();
        maya = Person.MAYA.atPhone();
    }

    @AfterEach
    void leave() {
        priya.close();
        maya.close();
    }

    @Test
    void thePractitionerWritesAGoalAndThePersonAddsAStepAndDoesIt() {
        whenPriyaOpensThePlan();
        priya.press(priya.control("add-goal"));
        whenTheyWriteTheGoal(priya, "FINANCES");
        assertThat(priya.heading(words)).isVisible();
        assertThat(priya.page().locator("main")).containsText(Words.of("goal.area.finances.label"));
        assertThat(priya.control("goal-status")).hasText(Words.of("goal.status.active.tag"));

        maya.open("/home.xhtml");
        maya.press(maya.control("goals"));
        maya.press(maya.link(words));
        openStepForm(maya);
        maya.control("step-text").fill("Ask my mum for the recipe");
        maya.control("step-actor:0").check();
        maya.press(maya.control("save-step"));
        assertThat(maya.page().locator("ul.steps > li")).containsText("Ask my mum for the recipe");
        maya.control("steps:0:step-status").selectOption("COMPLETED");
        maya.press(maya.control("steps:0:step-set"));
        assertThat(maya.page().locator("ul.steps .chip").first()).hasText(Words.of("step.status.completed.tag"));

        priya.page().reload();
        assertThat(priya.page().locator("ul.steps > li").first()).containsText(Words.of("step.status.completed.tag"));
    }

    @Test
    void thePersonWritesAGoalAndThePractitionerSeesItAndMovesIt() {
        maya.open("/plan/plan.xhtml");
        maya.press(maya.control("add-goal"));
        whenTheyWriteTheGoal(maya, "PERSONAL_RELATIONSHIPS_AND_COMMUNITY");
        assertThat(maya.heading(words)).isVisible();

        whenPriyaOpensThePlan();
        priya.press(priya.link(words));
        openStepForm(priya);
        priya.control("step-text").fill("Find a cooking class near the school");
        priya.control("step-actor:1").check();
        priya.press(priya.control("save-step"));
        assertThat(priya.page().locator("ul.steps > li"))
                .containsText(Words.of("step.actor.probation_practitioner.label"));
        priya.press(priya.control("to-achieved"));
        assertThat(priya.control("goal-status")).hasText(Words.of("goal.status.achieved.tag"));

        maya.page().reload();
        assertThat(maya.page().locator("ul.steps > li")).containsText("Find a cooking class near the school");
        assertThat(maya.control("goal-status")).hasText(Words.of("goal.status.achieved.tag"));
    }

    @Test
    void aGoalWithoutWordsAndAreaSaysBothAtOnce() {
        whenPriyaOpensThePlan();
        priya.press(priya.control("add-goal"));

        priya.press(priya.control("save"));

        Locator problems = priya.page().getByRole(AriaRole.ALERT);
        assertThat(problems).containsText(Words.of("goal.title_missing.what"));
        assertThat(problems).containsText(Words.of("goal.area_missing.what"));
    }

    @Test
    void aGoalCanBeWrittenAgain() {
        String goal = Errands.goal(priya, words);
        maya.open("/plan/goal-edit.xhtml?goal=" + goal);

        maya.control("title").fill(words + " Again.");
        maya.press(maya.control("save"));

        priya.open("/plan/goal.xhtml?goal=" + goal);
        assertThat(priya.heading(words + " Again.")).isVisible();
    }

    @Test
    void theAnswerOfThePersonToThePlanIsOnRecord() {
        whenPriyaOpensThePlan();

        Locator answers = priya.page().locator("input[name='agreement']");
        String answer = answers.last().getAttribute("value");
        answers.last().check();
        priya.press(priya.control("answer"));

        assertThat(priya.control("agreement-now"))
                .containsText(Words.of("plan.agreement." + answer.toLowerCase(java.util.Locale.ROOT) + ".tag"));
    }

    @Test
    void nobodyElseFindsThePlan() {
        String goal = Errands.goal(priya, words);
        String person = Errands.personOf(priya, Person.MAYA);
        for (Person other :
                new Person[] {Person.TOM, Person.DANNY, Person.RUTH, Person.CARA, Person.GWEN, Person.ADA}) {
            try (Visitor visitor = other.atDesk()) {
                for (String page : new String[] {
                    "/plan/goal.xhtml?goal=" + goal,
                    "/plan/goal-edit.xhtml?goal=" + goal,
                    "/plan/plan.xhtml?person=" + person,
                    "/plan/goal-new.xhtml?person=" + person,
                    "/supervision/person.xhtml?person=" + person
                }) {
                    assertThat(visitor.open(page).status())
                            .as("%s at %s", other, page)
                            .isEqualTo(404);
                }
            }
        }
    }

    private void whenPriyaOpensThePlan() {
        priya.open("/supervision/caseload.xhtml");
        priya.press(priya.control("open-" + Person.MAYA.crn()));
        priya.press(priya.control("plan"));
    }

    private void whenTheyWriteTheGoal(Visitor writer, String area) {
        writer.control("title").fill(words);
        writer.control("area").selectOption(area);
        writer.control("target").fill(Errands.today().plusMonths(2).toString());
        writer.press(writer.control("save"));
    }

    private static void openStepForm(Visitor writer) {
        if (!writer.control("step-text").isVisible()) {
            writer.page().locator("details.card > summary").click();
        }
    }
}
