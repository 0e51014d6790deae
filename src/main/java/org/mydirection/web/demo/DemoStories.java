package org.mydirection.web.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Logger;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.consent.Asking;
import org.mydirection.consent.AskingWhoMaySee;
import org.mydirection.consent.BeforeTelling;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Helper;
import org.mydirection.consent.Choices.How;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.consent.Choices.Likeness;
import org.mydirection.consent.Giving;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.TeachBack;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetView;
import org.mydirection.moderation.Claiming;
import org.mydirection.moderation.Deciding;
import org.mydirection.moderation.Decision;
import org.mydirection.moderation.Desk;
import org.mydirection.moderation.Outcome;
import org.mydirection.moderation.ReviewDesk;
import org.mydirection.moderation.ReviewId;
import org.mydirection.moderation.Sending;
import org.mydirection.moderation.Stage;
import org.mydirection.plan.AgreementStatus;
import org.mydirection.plan.AreaOfNeed;
import org.mydirection.plan.GoalId;
import org.mydirection.plan.GoalWords;
import org.mydirection.plan.Planning;
import org.mydirection.plan.StepActor;
import org.mydirection.plan.StepStatus;
import org.mydirection.shared.Times;
import org.mydirection.story.SceneId;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneWords;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.web.Words;
import org.mydirection.web.media.SceneFiles;
import org.mydirection.web.story.BeforePage;

/** Plans, stories at different stages and a collection for the people of {@link Demo}, through the use cases they run. */
@ApplicationScoped
public class DemoStories {

    private static final Logger LOG = Logger.getLogger(DemoStories.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    private Demo demo;

    @Inject
    private BeforeTelling before;

    @Inject
    private Planning planning;

    @Inject
    private StoryWriting writing;

    @Inject
    private SceneFiles files;

    @Inject
    private Asking asking;

    @Inject
    private AskingWhoMaySee whoMaySee;

    @Inject
    private Giving giving;

    @Inject
    private Sending sending;

    @Inject
    private Claiming claiming;

    @Inject
    private ReviewDesk desk;

    @Inject
    private Deciding deciding;

    @Inject
    private Curation curation;

    @Inject
    private Clock clock;

    /** Makes all of it. Runs after the people were made; takes some seconds, since files are made safe as anybody's. */
    public void make() throws InterruptedException {
        Viewer maya = demo.viewer("maya");
        Viewer danny = demo.viewer("danny");
        List<String> said = BeforePage.sentences(new Words(() -> Locale.UK));
        List.of(maya, danny).forEach(teller -> before.shown(teller, Locale.UK, said));
        GoalId work = plans(maya, danny);
        StoryId keys = keysToTheDoor(maya);
        StoryId kitchen = kitchenTable(danny);
        approve(keys);
        approve(kitchen);
        collections(work, keys, kitchen);
        sentBack(maya);
        StoryId lamp = firstNight(danny);
        sending.send(danny, lamp);
        draft(maya);
        LOG.info("event=demo_stories_made");
    }

    private GoalId plans(Viewer maya, Viewer danny) {
        Viewer priya = demo.viewer("priya");
        LocalDate today = Times.day(clock.instant());
        GoalId work = planning.addGoal(
                priya,
                maya.account(),
                new GoalWords(
                        "I will find work that fits with picking up my son, so that I am there for him.",
                        AreaOfNeed.EMPLOYMENT_AND_EDUCATION,
                        EnumSet.of(AreaOfNeed.FINANCES),
                        today.plusMonths(4)));
        planning.addStep(
                priya, work, "Write down three jobs that I could do in school hours", StepActor.PERSON_ON_PROBATION);
        planning.addStep(priya, work, "Ask the work coach about part-time places", StepActor.PROBATION_PRACTITIONER);
        planning.moveStep(maya, work, planning.goal(maya, work).steps().get(0).id(), StepStatus.COMPLETED);
        planning.addGoal(
                maya,
                maya.account(),
                new GoalWords(
                        "I will have a calm place to go when my head is busy, so that I can think first.",
                        AreaOfNeed.HEALTH_AND_WELLBEING,
                        Set.of(),
                        null));
        planning.answer(priya, maya.account(), AgreementStatus.AGREED);
        Viewer tom = demo.viewer("tom");
        GoalId home = planning.addGoal(
                tom,
                danny.account(),
                new GoalWords(
                        "I will make my flat feel like home, so that I want to be in it.",
                        AreaOfNeed.ACCOMMODATION,
                        Set.of(),
                        today.plusMonths(2)));
        planning.addStep(tom, home, "Choose a colour for the kitchen", StepActor.PERSON_ON_PROBATION);
        return work;
    }

    private StoryId keysToTheDoor(Viewer maya) throws InterruptedException {
        StoryId story = writing.begin(maya);
        writing.rename(maya, story, "The day I got the keys");
        words(maya, story, "I did not think that anyone would give me a key again. I kept looking at it in my hand.");
        picture(maya, story, "front-door-gps.jpg", "A front door with a key in the lock", "It opened first time.");
        recording(
                maya,
                story,
                "first-day.wav",
                "I was nervous on my first day. My boss opened the door and said, come in.");
        yes(maya, story, EnumSet.of(Purpose.OWN_SUPERVISION), Audience.MY_PRACTITIONER, Identity.FIRST_NAME, null);
        sending.send(maya, story);
        return story;
    }

    private StoryId kitchenTable(Viewer danny) throws InterruptedException {
        StoryId story = writing.begin(danny);
        writing.rename(danny, story, "A second first day");
        picture(danny, story, "kitchen.png", "A kitchen table with two mugs on it", null);
        words(
                danny,
                story,
                "My first day at the bakery was the second time that I had a first day there. They let me try again.");
        recording(
                danny,
                story,
                "first-day-artwork.mp3",
                "I was nervous on my first day. My boss opened the door and said, come in.");
        yes(
                danny,
                story,
                EnumSet.of(Purpose.OWN_SUPERVISION, Purpose.OTHER_PEOPLE_SUPERVISION, Purpose.GROUP),
                Audience.EVERY_OFFICE,
                Identity.PSEUDONYM,
                "A dad from Cardiff");
        sending.send(danny, story);
        return story;
    }

    private StoryId firstNight(Viewer danny) throws InterruptedException {
        StoryId story = writing.begin(danny);
        writing.rename(danny, story, "First night in my own place");
        words(danny, story, "It was so quiet. I put the lamp on and left it on.");
        picture(danny, story, "lamp.gif", "A small lamp on a window sill", null);
        yes(danny, story, EnumSet.of(Purpose.OWN_SUPERVISION), Audience.MY_PRACTITIONER, Identity.ANONYMOUS, null);
        return story;
    }

    private void sentBack(Viewer maya) {
        StoryId story = writing.begin(maya);
        writing.rename(maya, story, "Sunday by the river");
        words(maya, story, "We walked from Mill Lane to the bridge. My son counted the ducks.");
        yes(maya, story, EnumSet.of(Purpose.OWN_SUPERVISION), Audience.MY_PRACTITIONER, Identity.FIRST_NAME, null);
        sending.send(maya, story);
        decide(Stage.CONSENT, story, Outcome.APPROVE, null, null);
        decide(
                Stage.CONTENT,
                story,
                Outcome.REQUEST_CHANGES,
                "safety.place",
                "You name a street. Could you say ‘the path’ in its place? The rest is lovely as it is.");
    }

    private void draft(Viewer maya) {
        StoryId story = writing.begin(maya);
        writing.rename(maya, story, "What my nan taught me");
        words(maya, story, "She never said much. She put the kettle on and waited.");
    }

    private void words(Viewer viewer, StoryId story, String words) {
        SceneId scene = writing.addScene(viewer, story, SceneKind.WORDS);
        writing.write(viewer, story, scene, SceneWords.words(words));
    }

    private void picture(Viewer viewer, StoryId story, String sample, String alt, String caption)
            throws InterruptedException {
        SceneId scene = writing.addScene(viewer, story, SceneKind.PICTURE);
        writing.write(viewer, story, scene, SceneWords.picture(alt, caption));
        send(viewer, story, scene, sample);
    }

    private void recording(Viewer viewer, StoryId story, String sample, String transcript) throws InterruptedException {
        SceneId scene = writing.addScene(viewer, story, SceneKind.RECORDING);
        writing.write(viewer, story, scene, SceneWords.recording(transcript));
        send(viewer, story, scene, sample);
    }

    private void send(Viewer viewer, StoryId story, SceneId scene, String sample) throws InterruptedException {
        try (InputStream file = DemoStories.class.getResourceAsStream("/media-samples/" + sample)) {
            files.receive(viewer, story, scene, file);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the sample " + sample + " cannot be read", unreadable);
        }
        Instant patienceEnds = clock.instant().plus(PATIENCE);
        while (!ready(writing.settle(viewer, story, scene).file())) {
            if (clock.instant().isAfter(patienceEnds)) {
                throw new IllegalStateException("the sample " + sample + " was not made ready");
            }
            Thread.sleep(100);
        }
    }

    private static boolean ready(AssetView file) {
        return file != null && file.isReady();
    }

    private void yes(
            Viewer viewer, StoryId story, Set<Purpose> purposes, Audience audience, Identity identity, String name) {
        asking.showLimits(viewer, story);
        for (Purpose purpose : Purpose.values()) {
            asking.answer(viewer, story, purpose, purposes.contains(purpose));
        }
        whoMaySee.answer(viewer, story, audience, Set.of());
        asking.answerIdentity(viewer, story, identity, name);
        asking.answerLastDay(viewer, story, Times.day(clock.instant()).plusMonths(6));
        asking.answerManner(
                viewer, story, manner -> manner.withVoice(Likeness.AS_IS).withFace(Likeness.AS_IS));
        asking.answerHelp(viewer, story, How.READ, Helper.NOBODY, null);
        asking.sayBack(
                viewer,
                story,
                new TeachBack(
                        "The people I said yes to, and nobody else.",
                        "I can take it back when I like. It does nothing to my sentence.",
                        "If I or somebody else may get hurt, or a child is not safe."));
        giving.offer(viewer, story, Locale.UK);
        giving.confirm(viewer, story);
    }

    private void approve(StoryId story) {
        decide(Stage.CONSENT, story, Outcome.APPROVE, null, null);
        decide(Stage.CONTENT, story, Outcome.APPROVE, null, null);
    }

    private void decide(Stage stage, StoryId story, Outcome outcome, String reason, String note) {
        Viewer checker = demo.viewer(stage == Stage.CONSENT ? "ruth" : "mo");
        ReviewId review = claiming.claimNext(checker, stage).orElseThrow();
        Desk read = desk.read(checker, review);
        if (!read.version().story().equals(story)) {
            throw new IllegalStateException("the queue holds another story first");
        }
        deciding.decide(
                checker,
                review,
                new Decision(outcome, reason, note, read.version().digest()));
    }

    private void collections(GoalId work, StoryId keys, StoryId kitchen) {
        Viewer cara = demo.viewer("cara");
        Viewer priya = demo.viewer("priya");
        Viewer maya = demo.viewer("maya");
        CollectionId doors = curation.begin(cara, maya.account(), "Doors that opened");
        curation.write(
                cara,
                doors,
                "Doors that opened",
                "Two people who were let in, and what they did next. Take your time with each.");
        curation.add(cara, doors, kitchen);
        curation.add(priya, doors, keys);
        curation.linkTo(cara, doors, Set.of(work));
        curation.publish(priya, doors);
    }
}
