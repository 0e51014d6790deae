package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mydirection.journeys.Errands.Answer;
import org.mydirection.journeys.Errands.Told;

/** A checker covers part of a picture and takes a stretch out of a recording; the storyteller finds it so. */
class RedactJourney {

    private final Visitor maya = Person.MAYA.atPhone();
    private final Visitor ruth = Person.RUTH.atDesk();

    @AfterEach
    void leave() {
        maya.close();
        ruth.close();
    }

    @Test
    void whatIsCoveredAndTakenOutIsGoneForTheStorytellerToo() {
        Told told = Errands.tellAll(maya, "To cover");
        Errands.permit(maya, told);
        Errands.send(maya, told);
        String review = Errands.claimNewest(ruth, "CONSENT", told);

        ruth.open(Errands.desk(review));
        ruth.press(ruth.control("redact-2"));
        ruth.assertAccessible();
        whenTheyDrawOverThePicture();
        assertThat(ruth.control("left-1")).not().hasValue("");
        ruth.control("phrases").fill("a key");
        ruth.press(ruth.control("do"));

        assertThat(ruth.page().getByText(Words.of("redact.done.text"))).isVisible();
        assertThat(ruth.page().locator("ol.scenes")).containsText("A front door with […] in the lock");
        assertThat(middleOf(ruth, "/media/claim/" + review)).as("black").allMatch(colour -> colour < 50);

        ruth.press(ruth.control("redact-3"));
        ruth.assertAccessible();
        ruth.control("from-1").fill("0:00.2");
        ruth.control("to-1").fill("0:00.1");
        ruth.press(ruth.control("do"));
        assertThat(ruth.page().locator("main")).containsText(Words.of("redaction.span.what"));
        ruth.control("to-1").fill("0:00.9");
        ruth.control("disguise").check();
        ruth.press(ruth.control("do"));
        assertThat(ruth.page().getByText(Words.of("redact.done.text"))).isVisible();

        Answer approving = Errands.tryPost(ruth, Errands.desk(review), "decide", Map.of(), "approve");
        assertThat(approving.text()).as("not without the storyteller").doesNotContain("review.decided");
        ruth.open(Errands.desk(review));
        assertThat(ruth.control("awaiting")).containsText(Words.of("review.awaiting.text"));
        Errands.post(ruth, Errands.desk(review), "decide", Map.of(), "release");
        ruth.open("/moderation/queue.xhtml?stage=CONSENT");
        assertThat(ruth.control("awaiting")).isVisible();
        whenTheStorytellerLooksAndSaysYes(told);
        Errands.decide(ruth, "CONSENT", told, "approve", Map.of());
        assertThat(middleOf(maya, "/media/own")).as("black for the storyteller").allMatch(colour -> colour < 50);
    }

    @Test
    void whoDoesNotHoldTheClaimRedactsNothing() {
        Told told = Errands.tellAll(maya, "Not theirs to cover");
        Errands.permit(maya, told);
        Errands.send(maya, told);
        String review = Errands.claimNewest(ruth, "CONSENT", told);
        ruth.open(Errands.desk(review));
        String page = ruth.control("redact-2").getAttribute("href");

        assertThat(maya.open(page).status()).isEqualTo(404);
        try (Visitor priya = Person.PRIYA.atDesk()) {
            assertThat(priya.open(page).status()).isEqualTo(404);
        }
        Errands.post(ruth, Errands.desk(review), "decide", Map.of(), "release");
    }

    private void whenTheStorytellerLooksAndSaysYes(Told told) {
        maya.open("/story/where.xhtml?story=" + told.id());
        assertThat(maya.page().locator("ol.track")).containsText(Words.of("tracker.review.awaiting_storyteller.text"));
        maya.open("/permission/changed.xhtml?story=" + told.id());
        maya.assertAccessible();
        assertThat(maya.control("what-0")).hasText(Words.of("permission.changed.redaction.text"));
        maya.press(maya.control("look"));
        assertThat(maya.page().getByAltText("A front door with […] in the lock"))
                .isVisible();
        maya.open("/permission/changed.xhtml?story=" + told.id());
        maya.press(maya.control("yes"));
        assertThat(maya.page().getByText(Words.of("permission.changed.done.text")))
                .isVisible();
    }

    private void whenTheyDrawOverThePicture() {
        Locator picture = ruth.page().locator("[data-covering]");
        picture.scrollIntoViewIfNeeded();
        picture.locator("img").evaluate("image => image.decode()");
        BoundingBox box = picture.boundingBox();
        ruth.page().mouse().move(box.x + box.width * 0.3, box.y + box.height * 0.3);
        ruth.page().mouse().down();
        ruth.page().mouse().move(box.x + box.width * 0.7, box.y + box.height * 0.7);
        ruth.page().mouse().up();
    }

    /** Red, green and blue of the middle of the picture that the page of the visitor shows below that address. */
    @SuppressWarnings("unchecked")
    private static List<Integer> middleOf(Visitor visitor, String base) {
        if (base.equals("/media/own")) {
            visitor.open("/home.xhtml");
        }
        Object colours = visitor.page().evaluate("""
                async base => {
                  const page = document.documentElement.innerHTML;
                  const found = page.match(new RegExp(base + '/[0-9a-f-]{36}/[a-z]+', 'g')).filter(one => !one.endsWith('playback'))[0];
                  const image = await createImageBitmap(await (await fetch(found)).blob());
                  const canvas = document.createElement('canvas');
                  canvas.width = image.width;
                  canvas.height = image.height;
                  const pen = canvas.getContext('2d');
                  pen.drawImage(image, 0, 0);
                  return Array.from(pen.getImageData(image.width / 2, image.height / 2, 1, 1).data).slice(0, 3);
                }""", base);
        return ((List<Number>) colours).stream().map(Number::intValue).toList();
    }
}
