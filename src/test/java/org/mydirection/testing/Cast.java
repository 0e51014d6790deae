package org.mydirection.testing;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.consent.Asking;
import org.mydirection.consent.AskingWhoMaySee;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.consent.Choices.Likeness;
import org.mydirection.consent.ConsentId;
import org.mydirection.consent.Giving;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.TeachBack;
import org.mydirection.identity.Account;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Office;
import org.mydirection.identity.OfficeId;
import org.mydirection.identity.QuickHash;
import org.mydirection.identity.Role;
import org.mydirection.identity.SigningIn;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.media.MediaKind;
import org.mydirection.moderation.Claiming;
import org.mydirection.moderation.Deciding;
import org.mydirection.moderation.Decision;
import org.mydirection.moderation.Outcome;
import org.mydirection.moderation.ReviewDesk;
import org.mydirection.moderation.ReviewId;
import org.mydirection.moderation.Sending;
import org.mydirection.moderation.Stage;
import org.mydirection.plan.AreaOfNeed;
import org.mydirection.plan.GoalId;
import org.mydirection.plan.GoalWords;
import org.mydirection.plan.Planning;
import org.mydirection.story.SceneId;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneWords;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;

/**
 * The people of the tests, in two offices, and what they do through the real use cases. Maya reports to Ruth at Harbour
 * Street, Kofi to Tom at Mill Lane. A person's viewer is read from the database at each call, as at each request.
 */
public final class Cast {

    /** Everybody's. */
    public static final String PASSPHRASE = "harbour-lantern-quartz-417";

    private static final String HASH = QuickHash.of(PASSPHRASE);

    public final OfficeId harbourStreet;
    public final OfficeId millLane;

    /** A storyteller of Harbour Street. */
    public final AccountId maya;

    /** A storyteller of Mill Lane. */
    public final AccountId kofi;

    /** The practitioner of Harbour Street who supervises Maya. */
    public final AccountId ruth;

    /** The practitioner of Mill Lane who supervises Kofi. */
    public final AccountId tom;

    /** A moderator of Harbour Street. */
    public final AccountId priya;

    /** A moderator of no office. */
    public final AccountId alan;

    /** A curator of Harbour Street. */
    public final AccountId lena;

    /** The information governance officer. */
    public final AccountId grace;

    /** The administrator. */
    public final AccountId anil;

    private final House house;

    /** Everybody arrives in the empty house. */
    public Cast(House house) {
        this.house = house;
        harbourStreet = office("Harbour Street");
        millLane = office("Mill Lane");
        maya = person("maya", "Maya Clarke", harbourStreet, Role.STORYTELLER);
        kofi = person("kofi", "Kofi Mensah", millLane, Role.STORYTELLER);
        ruth = person("ruth", "Ruth Okafor", harbourStreet, Role.PRACTITIONER);
        tom = person("tom", "Tom Reilly", millLane, Role.PRACTITIONER);
        priya = person("priya", "Priya Nair", harbourStreet, Role.MODERATOR);
        alan = person("alan", "Alan Webb", null, Role.MODERATOR);
        lena = person("lena", "Lena Fischer", harbourStreet, Role.CURATOR);
        grace = person("grace", "Grace Adeyemi", null, Role.GOVERNANCE);
        anil = person("anil", "Anil Shah", null, Role.ADMINISTRATOR);
        CaseKeeping cases = house.get(CaseKeeping.class);
        cases.register(anil(), maya, "X000001");
        cases.register(anil(), kofi, "X000002");
        cases.assign(anil(), maya, ruth);
        cases.assign(anil(), kofi, tom);
    }

    private OfficeId office(String name) {
        return house.inTransaction(() -> {
            Office office = new Office(name);
            house.get(Accounts.class).add(office);
            return office.id();
        });
    }

    /** Another account, with everybody's passphrase; put there directly. */
    public AccountId person(String username, String name, OfficeId office, Role... roles) {
        return house.inTransaction(() -> {
            Account account = new Account(
                    username,
                    name,
                    HASH,
                    office,
                    EnumSet.copyOf(List.of(roles)),
                    house.clock().instant());
            house.get(Accounts.class).add(account);
            return account.id();
        });
    }

    /** This person at their next request. */
    public Viewer as(AccountId person) {
        return house.get(SigningIn.class).viewer(person).orElseThrow();
    }

    public Viewer maya() {
        return as(maya);
    }

    public Viewer kofi() {
        return as(kofi);
    }

    public Viewer ruth() {
        return as(ruth);
    }

    public Viewer tom() {
        return as(tom);
    }

    public Viewer priya() {
        return as(priya);
    }

    public Viewer alan() {
        return as(alan);
    }

    public Viewer lena() {
        return as(lena);
    }

    public Viewer grace() {
        return as(grace);
    }

    public Viewer anil() {
        return as(anil);
    }

    /** A draft with a title and one scene of words: all that sending needs besides permission. */
    public StoryId shortStory(Viewer teller, String title) {
        StoryWriting writing = house.get(StoryWriting.class);
        StoryId story = writing.begin(teller);
        writing.rename(teller, story, title);
        SceneId scene = writing.addScene(teller, story, SceneKind.WORDS);
        writing.write(teller, story, scene, SceneWords.words("I left at six and walked along the canal."));
        return story;
    }

    /** A draft with words, a picture and a recording, complete. */
    public StoryId story(Viewer teller, String title) {
        StoryWriting writing = house.get(StoryWriting.class);
        StoryId story = shortStory(teller, title);
        SceneId picture = writing.addScene(teller, story, SceneKind.PICTURE);
        writing.write(teller, story, picture, SceneWords.picture("A canal in the morning", "Where I walk"));
        file(teller, story, picture, MediaKind.PICTURE);
        SceneId recording = writing.addScene(teller, story, SceneKind.RECORDING);
        writing.write(teller, story, recording, SceneWords.recording("It was quiet that morning."));
        file(teller, story, recording, MediaKind.RECORDING);
        return story;
    }

    /** A file that is ready, in a scene of a draft. */
    public AssetId file(Viewer teller, StoryId story, SceneId scene, MediaKind kind) {
        StoryWriting writing = house.get(StoryWriting.class);
        AssetId asset = asset(teller, story, kind, "READY");
        writing.attach(teller, story, scene, asset);
        writing.settle(teller, story, scene);
        return asset;
    }

    /** A file of a story, in no scene yet. */
    public AssetId asset(Viewer teller, StoryId story, MediaKind kind, String status) {
        return TestMedia.asset(
                house, teller.account().value(), house.get(StoryWriting.class).keyOf(teller, story), kind, status);
    }

    /** The work on the file comes to its good end. */
    public void becomeReady(AssetId asset) {
        TestMedia.becomeReady(house, asset);
    }

    /** Every question answered, nothing offered yet: yes to these purposes and no to the others, for every office. */
    public void answer(Viewer teller, StoryId story, Purpose... yes) {
        Asking asking = house.get(Asking.class);
        AskingWhoMaySee whoMaySee = house.get(AskingWhoMaySee.class);
        asking.showLimits(teller, story);
        for (Purpose purpose : Purpose.values()) {
            asking.answer(teller, story, purpose, Set.of(yes).contains(purpose));
        }
        whoMaySee.answer(teller, story, Audience.EVERY_OFFICE, Set.of());
        asking.answerIdentity(teller, story, Identity.FIRST_NAME, null);
        asking.answerManner(
                teller, story, manner -> manner.withVoice(Likeness.AS_IS).withFace(Likeness.AS_IS));
        asking.answerLastDay(teller, story, house.clock().today().plusDays(30));
        asking.sayBack(
                teller, story, new TeachBack("The people I said yes to", "Take it back", "If someone is in danger"));
    }

    /** A yes to these purposes, for every office, for thirty days. */
    public ConsentId permit(Viewer teller, StoryId story, Purpose... yes) {
        answer(teller, story, yes);
        house.get(Giving.class).offer(teller, story, Locale.UK);
        return house.get(Giving.class).confirm(teller, story);
    }

    /** A story that waits in the first queue, with permission for both ways of supervision. */
    public StoryId sentStory(Viewer teller, String title) {
        return sentStoryWith(teller, title, story -> {});
    }

    /** The same, after something was done to the draft. */
    public StoryId sentStoryWith(Viewer teller, String title, Consumer<StoryId> before) {
        StoryId story = story(teller, title);
        before.accept(story);
        permit(teller, story, Purpose.OWN_SUPERVISION, Purpose.OTHER_PEOPLE_SUPERVISION);
        house.get(Sending.class).send(teller, story);
        return story;
    }

    /** The reviewer claims the next of the queue. */
    public ReviewId claim(Viewer reviewer, Stage stage) {
        return house.get(Claiming.class).claimNext(reviewer, stage).orElseThrow();
    }

    /** The reviewer decides on what they hold, having read it. */
    public void decide(Viewer reviewer, ReviewId review, Outcome outcome, String reasonCode, String note) {
        ReviewDesk desk = house.get(ReviewDesk.class);
        Deciding deciding = house.get(Deciding.class);
        String digest = desk.read(reviewer, review).version().digest();
        deciding.decide(reviewer, review, new Decision(outcome, reasonCode, note, digest));
    }

    /** The reviewer claims the next of the queue and approves it. */
    public void pass(Viewer reviewer, Stage stage) {
        decide(reviewer, claim(reviewer, stage), Outcome.APPROVE, null, null);
    }

    /** A story that passed both checks, with permission for both ways of supervision. */
    public StoryId approvedStory(Viewer teller, String title) {
        StoryId story = sentStory(teller, title);
        pass(priya(), Stage.CONSENT);
        pass(alan(), Stage.CONTENT);
        return story;
    }

    /** An active goal of the person, written by the practitioner. */
    public GoalId goal(Viewer practitioner, AccountId person) {
        return house.get(Planning.class)
                .addGoal(
                        practitioner,
                        person,
                        new GoalWords(
                                "I will find a place to live so that I can see my children",
                                AreaOfNeed.ACCOMMODATION,
                                Set.of(AreaOfNeed.FINANCES),
                                house.clock().today().plusMonths(3)));
    }

    /** A collection for the person with these stories, tied to the goal, not published yet. */
    public CollectionId collection(Viewer gatherer, AccountId person, GoalId goal, StoryId... stories) {
        Curation curation = house.get(Curation.class);
        CollectionId collection = curation.begin(gatherer, person, "Finding a place");
        for (StoryId story : stories) {
            curation.add(gatherer, collection, story);
        }
        curation.linkTo(gatherer, collection, Set.of(goal));
        return collection;
    }

    /** A published collection for Maya with her own stories, gathered and published by Ruth. */
    public CollectionId mayasCollection(GoalId goal, StoryId... stories) {
        CollectionId collection = collection(ruth(), maya, goal, stories);
        house.get(Curation.class).publish(ruth(), collection);
        return collection;
    }
}
