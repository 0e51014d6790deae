package org.mydirection.visibility;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.CollectionStatus;
import org.mydirection.collection.Curation;
import org.mydirection.consent.Asking;
import org.mydirection.consent.AskingOthers;
import org.mydirection.consent.AskingWhoMaySee;
import org.mydirection.consent.Choices.AtMove;
import org.mydirection.consent.Choices.AtSentenceEnd;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.consent.Choices.Likeness;
import org.mydirection.consent.DeclaringOthers;
import org.mydirection.consent.Giving;
import org.mydirection.consent.OralTakingBack;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.Renewing;
import org.mydirection.consent.Suspending;
import org.mydirection.consent.TakingBack;
import org.mydirection.consent.TeachBack;
import org.mydirection.consent.TellingTogether;
import org.mydirection.consent.ThirdParty;
import org.mydirection.governance.Holding;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.AccountKeeping;
import org.mydirection.identity.OfficeId;
import org.mydirection.identity.Role;
import org.mydirection.identity.SigningIn;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.media.MediaKind;
import org.mydirection.moderation.Claiming;
import org.mydirection.moderation.Findings;
import org.mydirection.moderation.Outcome;
import org.mydirection.moderation.ReasonCodes;
import org.mydirection.moderation.Redactions;
import org.mydirection.moderation.ReviewDesk;
import org.mydirection.moderation.ReviewId;
import org.mydirection.moderation.Reviews;
import org.mydirection.moderation.Sending;
import org.mydirection.moderation.Stage;
import org.mydirection.plan.GoalId;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.shared.Times;
import org.mydirection.story.HoldId;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.SceneWords;
import org.mydirection.story.StoryHold;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.supervision.AskingEachTime;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;

/**
 * The application and the model side by side. Each act goes through the real use case; when that accepts it, the model is
 * told the fact. When it refuses, nothing happened, and the check after it finds out if something did.
 */
final class RuleWorld {

    /** What can happen. The numbers of a step choose who, what and how. */
    enum Act {
        ADVANCE,
        BEGIN,
        EDIT,
        PERMIT,
        ANSWER,
        TAKE_BACK,
        SEND,
        RECALL,
        BEGIN_AGAIN,
        ERASE,
        CLAIM,
        RELEASE,
        DECIDE,
        HOLD,
        LIFT,
        GATHER,
        ADD,
        REMOVE,
        PUBLISH,
        PAUSE,
        ARCHIVE,
        SUPERVISE,
        EXCLUDE,
        READMIT,
        CLOSE,
        CHANGE_ROLES,
        WAIT,
        TAKE_PURPOSE,
        TAKE_PART,
        ORAL,
        MOVE,
        RECONFIRM,
        RENEW,
        FIND_OTHER,
        ANSWER_OTHER,
        OBJECT,
        JUDGE,
        INVITE,
        AGREE,
        LEAVE,
        GO_ON,
        ASK_DAY,
        END_SENTENCE,
        REDACT,
        FACE_UNKNOWN
    }

    record Step(Act act, int a, int b, int c) {}

    private static final int MOST_STORIES = 3;
    private static final int MOST_COLLECTIONS = 2;

    final House house;
    final Cast cast;
    final RuleModel model = new RuleModel();
    final List<AccountId> everybody;

    /** Who somebody was when all began: a request that began then asks with this. */
    final Map<AccountId, Viewer> atTheBeginning = new HashMap<>();

    final Map<String, int[]> counts = new TreeMap<>();

    private final Map<AccountId, GoalId> goals = new HashMap<>();
    private final Map<StoryId, List<HoldId>> holds = new HashMap<>();
    private final Map<AccountId, List<Set<Role>>> roles;

    RuleWorld(House house, int coolingDays) {
        this.house = house;
        house.reset();
        house.settings().put("consent.cooling.days", String.valueOf(coolingDays));
        cast = new Cast(house);
        everybody = List.of(
                cast.maya, cast.kofi, cast.ruth, cast.tom, cast.priya, cast.alan, cast.lena, cast.grace, cast.anil);
        for (AccountId person : everybody) {
            Viewer viewer = cast.as(person);
            atTheBeginning.put(person, viewer);
            RuleModel.Person known = new RuleModel.Person();
            known.roles = viewer.roles();
            known.office = viewer.office();
            model.people.put(person, known);
        }
        model.practitioners.put(cast.maya, cast.ruth);
        model.practitioners.put(cast.kofi, cast.tom);
        goals.put(cast.maya, cast.goal(cast.ruth(), cast.maya));
        goals.put(cast.kofi, cast.goal(cast.tom(), cast.kofi));
        model.now = house.clock().instant();
        roles = Map.of(
                cast.ruth,
                List.of(Set.of(Role.PRACTITIONER), Set.of(Role.PRACTITIONER, Role.MODERATOR), Set.of(Role.CURATOR)),
                cast.priya,
                List.of(Set.of(Role.MODERATOR), Set.of(Role.PRACTITIONER, Role.MODERATOR), Set.of(Role.GOVERNANCE)),
                cast.lena,
                List.of(Set.of(Role.CURATOR), Set.of(Role.PRACTITIONER), Set.of(Role.GOVERNANCE)),
                cast.maya,
                List.of(Set.of(Role.STORYTELLER), Set.of(Role.PEER_SUPPORTER), Set.of(Role.STORYTELLER)));
    }

    /** The viewer of the person's next request; of an earlier one when the account was closed since. */
    Viewer viewer(AccountId person) {
        return house.get(SigningIn.class).viewer(person).orElse(atTheBeginning.get(person));
    }

    private Viewer signedIn(AccountId person) {
        return house.get(SigningIn.class).viewer(person).orElseThrow(NotFound::new);
    }

    /** Tries the step on the application and, if it was accepted, on the model. */
    void take(Step step) {
        boolean done = false;
        try {
            done = attempt(step);
        } catch (Refused | NotFound no) {
            done = false;
        }
        int[] count = counts.computeIfAbsent(step.act().name(), act -> new int[2]);
        count[done ? 0 : 1]++;
    }

    private boolean attempt(Step step) {
        switch (step.act()) {
            case BEGIN -> {
                return begin(step.a());
            }
            case GATHER -> {
                return gather(step.a(), step.b());
            }
            case SUPERVISE -> supervise(step.a(), step.b());
            case EXCLUDE -> exclude(step.a(), step.b());
            case READMIT -> readmit(step.a());
            case CLOSE -> close(step.a());
            case CHANGE_ROLES -> changeRoles(step.a(), step.b());
            case WAIT -> waitFor(step.a());
            case END_SENTENCE -> endSentence(step.a());
            case ORAL -> oral(step.a(), step.b());
            case MOVE -> move(step.a(), step.b());
            case ASK_DAY -> {
                return !model.collections.isEmpty() && askDay(pick(model.collections, step.a()), step.b());
            }
            case REMOVE, PUBLISH, PAUSE, ARCHIVE -> {
                return !model.collections.isEmpty() && onCollection(step);
            }
            case ADD -> {
                return !model.collections.isEmpty() && !model.stories.isEmpty() && onCollection(step);
            }
            case CLAIM, RELEASE, DECIDE -> {
                return !model.reviews.isEmpty() && onReview(step);
            }
            default -> {
                return !model.stories.isEmpty() ? onStory(step) : begin(step.a());
            }
        }
        return true;
    }

    private boolean onStory(Step step) {
        RuleModel.Story story = suited(step);
        switch (step.act()) {
            case ADVANCE -> {
                return advance(story, step);
            }
            case EDIT -> edit(story, step.b());
            case PERMIT -> permit(story, step.b(), step.c());
            case ANSWER -> answer(story, step.b(), step.c());
            case TAKE_BACK -> takeBack(story);
            case SEND -> send(story);
            case RECALL -> recall(story);
            case BEGIN_AGAIN -> beginAgain(story);
            case ERASE -> erase(story);
            case HOLD -> hold(story);
            case LIFT -> {
                return lift(story);
            }
            case TAKE_PURPOSE -> takePurpose(story, pick(List.of(Purpose.values()), step.b() % 3));
            case TAKE_PART -> {
                return takePart(story, step.b());
            }
            case RECONFIRM -> reconfirm(story);
            case RENEW -> renew(story, step.b());
            case FIND_OTHER -> findOther(story, step.b());
            case ANSWER_OTHER -> {
                return !story.others.isEmpty() && answerOther(story, pick(story.others, step.b()), step.c() % 4 != 0);
            }
            case OBJECT -> {
                return !story.others.isEmpty() && object(story, pick(story.others, step.b()));
            }
            case JUDGE -> {
                return !story.others.isEmpty() && judge(story, pick(story.others, step.b()), step.c());
            }
            case REDACT -> {
                return redact(story, step.b());
            }
            case FACE_UNKNOWN -> {
                return faceUnknown(story, step.b());
            }
            case INVITE -> invite(story);
            case AGREE -> {
                return !story.tellers.isEmpty() && agree(story, story.tellers.get(0));
            }
            case LEAVE -> {
                return !story.tellers.isEmpty() && leave(story, story.tellers.get(0));
            }
            case GO_ON -> {
                return !story.tellers.isEmpty() && goOn(story, story.tellers.get(0));
            }
            default -> throw new IllegalArgumentException(step.toString());
        }
        return true;
    }

    /** Mostly a story with which the act makes a difference. */
    private RuleModel.Story suited(Step step) {
        List<RuleModel.Story> suited = model.stories.stream()
                .filter(story -> switch (step.act()) {
                    case RECONFIRM -> story.permission != null && story.permission.suspended;
                    case REDACT, FACE_UNKNOWN -> held(story).isPresent();
                    case ANSWER_OTHER, JUDGE -> !story.others.isEmpty();
                    case OBJECT -> story.others.stream().anyMatch(other -> other.laterCode != null);
                    case AGREE, LEAVE, GO_ON -> !story.tellers.isEmpty();
                    case TAKE_PURPOSE, TAKE_PART, RENEW -> story.permission != null;
                    default -> true;
                })
                .toList();
        return pick(suited.isEmpty() ? model.stories : suited, step.a());
    }

    private void takePurpose(RuleModel.Story story, Purpose purpose) {
        house.get(TakingBack.class).takeBack(signedIn(story.teller), story.id, purpose);
        if (story.permission.yes.size() == 1) {
            forgetPermission(story);
        } else {
            story.permission.yes.remove(purpose);
        }
    }

    private boolean takePart(RuleModel.Story story, int b) {
        Viewer viewer = signedIn(story.teller);
        List<SceneView> scenes = house.get(StoryWriting.class).read(viewer, story.id).scenes().stream()
                .filter(scene -> scene.file() != null)
                .toList();
        if (scenes.isEmpty()) {
            return false;
        }
        SceneView scene = pick(scenes, b);
        int until = b % 2 == 0 ? Integer.MAX_VALUE : 400;
        house.get(TakingBack.class).takeBack(viewer, story.id, scene.id(), 0, until);
        story.permission.taken.add(scene.file().id());
        backToDraft(story);
        meetDraft(story);
        return true;
    }

    private void oral(int a, int b) {
        AccountId person = a % 2 == 0 ? cast.maya : cast.kofi;
        AccountId staff = pick(List.of(cast.ruth, cast.tom, cast.grace, cast.lena), b);
        house.get(OralTakingBack.class).record(signedIn(staff), a % 2 == 0 ? "X000001" : "X000002", "", "priya");
        model.stories.stream()
                .filter(story -> story.teller.equals(person) && story.permission != null)
                .forEach(this::forgetPermission);
    }

    private void move(int a, int b) {
        AccountId person = a % 2 == 0 ? cast.maya : cast.kofi;
        OfficeId office = b % 2 == 0 ? cast.millLane : cast.harbourStreet;
        house.get(CaseKeeping.class).move(signedIn(cast.anil), person, office);
        if (office.equals(model.people.get(person).office)) {
            return;
        }
        model.people.get(person).office = office;
        for (RuleModel.Story story : model.stories) {
            if (story.teller.equals(person) && story.permission != null) {
                if (story.permission.endAtMove) {
                    forgetPermission(story);
                } else {
                    story.permission.suspended = true;
                }
            }
        }
    }

    private void endSentence(int a) {
        AccountId person = a % 2 == 0 ? cast.maya : cast.kofi;
        house.get(CaseKeeping.class).endSentence(signedIn(cast.anil), person);
        model.people.get(person).sentenceEnded = true;
        model.stories.stream()
                .filter(story -> story.teller.equals(person) && story.permission != null)
                .filter(story -> !story.permission.untilDate)
                .forEach(this::forgetPermission);
    }

    private void reconfirm(RuleModel.Story story) {
        Viewer viewer = signedIn(story.teller);
        house.get(Suspending.class).reconfirm(viewer, story.id, Locale.UK);
        story.permission.suspended = false;
        story.versions.stream()
                .filter(version -> story.permission.changed.contains(version.id))
                .filter(version -> version.status == VersionStatus.APPROVED
                        || version.status == VersionStatus.SUBMITTED
                        || version.status == VersionStatus.IN_REVIEW)
                .forEach(version -> {
                    story.permission.versions.add(version.id);
                    story.permission.changed.remove(version.id);
                });
        story.permission.practitioner = model.practitioners.get(story.teller);
        story.permission.office = viewer.office();
    }

    private void renew(RuleModel.Story story, int b) {
        LocalDate day = Times.day(model.now).plusDays(b % 9);
        house.get(Renewing.class).renew(signedIn(story.teller), story.id, day, Locale.UK);
        story.permission.lastDay = day;
    }

    private void findOther(RuleModel.Story story, int b) {
        ThirdParty.Category category = b % 4 == 0
                ? ThirdParty.Category.CHILD
                : b % 4 == 1 ? ThirdParty.Category.VICTIM : ThirdParty.Category.ADULT;
        story.others.add(new RuleModel.Other(
                house.get(DeclaringOthers.class).declare(signedIn(story.teller), story.id, "my brother", category),
                category));
    }

    private boolean answerOther(RuleModel.Story story, RuleModel.Other other, boolean yes) {
        if (other.saidNo) {
            return false;
        }
        String code = house.get(AskingOthers.class).giveCode(signedIn(story.teller), other.id);
        LocalDate until = house.get(AskingOthers.class).open(code).lastDay();
        other.laterCode = house.get(AskingOthers.class).answer(code, yes, "the notice");
        other.outcome = yes ? ThirdParty.Outcome.OWN_CONSENT : ThirdParty.Outcome.OBJECTED;
        other.lastDay = yes ? until : null;
        other.saidNo = !yes;
        if (!yes) {
            meetSecondLook(story);
        }
        return true;
    }

    private boolean object(RuleModel.Story story, RuleModel.Other other) {
        if (other.laterCode == null) {
            return false;
        }
        house.get(AskingOthers.class).object(other.laterCode);
        if (other.outcome != ThirdParty.Outcome.OBJECTED) {
            other.outcome = ThirdParty.Outcome.OBJECTED;
            other.saidNo = true;
            other.lastDay = null;
            meetSecondLook(story);
        }
        return true;
    }

    /** The review that an objection opens of a version that passed before. */
    private void meetSecondLook(RuleModel.Story story) {
        story.versions.stream()
                .filter(version -> version.status == VersionStatus.APPROVED)
                .filter(version -> model.reviews.stream().noneMatch(r -> r.version == version && !r.over))
                .findFirst()
                .ifPresent(version -> model.reviews.add(new RuleModel.Review(
                        house.inTransaction(() -> house.get(Reviews.class)
                                .openOf(version.id)
                                .orElseThrow()
                                .id()),
                        story,
                        version)));
    }

    private boolean judge(RuleModel.Story story, RuleModel.Other other, int c) {
        Optional<RuleModel.Review> held = held(story);
        if (held.isEmpty()) {
            return false;
        }
        ThirdParty.Outcome outcome = c % 2 == 0 ? ThirdParty.Outcome.REDACTED : ThirdParty.Outcome.NOT_IDENTIFIABLE;
        house.get(Findings.class)
                .judge(signedIn(held.get().claimedBy), held.get().id, other.id, outcome, "nobody could know");
        AccountId by = held.get().claimedBy;
        other.second = outcome == other.outcome && !by.equals(other.judgedBy);
        other.judgedBy = other.second ? other.judgedBy : by;
        other.outcome = outcome;
        other.lastDay = null;
        return true;
    }

    private Optional<RuleModel.Review> held(RuleModel.Story story) {
        return model.reviews.stream()
                .filter(r -> r.story == story && !r.over && r.claimedBy != null)
                .findFirst();
    }

    /** A checker takes words out beside a picture: in every version that shows it, and none of them is what was agreed to. */
    private boolean redact(RuleModel.Story story, int b) {
        Optional<RuleModel.Review> held = held(story);
        if (held.isEmpty()) {
            return false;
        }
        Viewer reviewer = signedIn(held.get().claimedBy);
        Redactions redactions = house.get(Redactions.class);
        SceneView scene = picture(reviewer, held.get(), b);
        redactions.redact(reviewer, held.get().id, scene.id(), Optional.empty(), List.of(scene.altText()));
        for (RuleModel.Version version : story.versions) {
            if (version.files.contains(scene.file().id())) {
                version.digest = version.digest == null ? null : version.digest + "'";
                if (story.permission != null && story.permission.versions.remove(version.id)) {
                    story.permission.changed.add(version.id);
                }
            }
        }
        if (story.latest().digest != null) {
            story.latest().digest = house.get(StoryWriting.class)
                    .read(atTheBeginning.get(story.teller), story.id)
                    .digest();
        }
        if (story.permission != null) {
            story.permission.suspended = true;
        }
        return true;
    }

    private boolean faceUnknown(RuleModel.Story story, int b) {
        Optional<RuleModel.Review> held = held(story);
        if (held.isEmpty()) {
            return false;
        }
        Viewer reviewer = signedIn(held.get().claimedBy);
        SceneView scene = picture(reviewer, held.get(), b);
        house.get(Findings.class).faceUnknown(reviewer, held.get().id, scene.id());
        model.unknown.add(scene.file().id());
        return true;
    }

    private SceneView picture(Viewer reviewer, RuleModel.Review review, int b) {
        List<SceneView> pictures = house.get(ReviewDesk.class).read(reviewer, review.id).version().scenes().stream()
                .filter(scene -> scene.kind() == SceneKind.PICTURE)
                .toList();
        if (pictures.isEmpty()) {
            throw new NotFound();
        }
        return pick(pictures, b);
    }

    private void invite(RuleModel.Story story) {
        boolean mayas = story.teller.equals(cast.maya);
        house.get(TellingTogether.class).invite(signedIn(story.teller), story.id, mayas ? "kofi" : "maya");
        story.tellers.add(new RuleModel.Teller(mayas ? cast.kofi : cast.maya));
    }

    private boolean agree(RuleModel.Story story, RuleModel.Teller teller) {
        Viewer viewer = signedIn(teller.account);
        String digest = house.get(TellingTogether.class).read(viewer, story.id).digest();
        house.get(TellingTogether.class).agree(viewer, story.id, digest);
        teller.agreed = digest;
        return true;
    }

    private boolean leave(RuleModel.Story story, RuleModel.Teller teller) {
        house.get(TellingTogether.class).takeBack(signedIn(teller.account), story.id);
        teller.gone = true;
        backToDraft(story);
        return true;
    }

    private boolean goOn(RuleModel.Story story, RuleModel.Teller teller) {
        house.get(TellingTogether.class).goOnWithout(signedIn(story.teller), story.id, teller.account);
        meetDraft(story);
        teller.without = teller.without == null ? story.latest() : teller.without;
        return true;
    }

    /** The practitioner asks for today, and those who are asked and can sign in answer. */
    private boolean askDay(RuleModel.Collection collection, int b) {
        AccountId practitioner = model.practitioners.get(collection.person);
        AskingEachTime asking = house.get(AskingEachTime.class);
        RuleModel.Day today = new RuleModel.Day(collection.id, Times.day(model.now));
        List<RuleModel.Story> asked = model.stories.stream()
                .filter(story -> model.askable(practitioner, collection, story))
                .toList();
        asking.ask(signedIn(practitioner), collection.id, today.day());
        asked.forEach(story -> story.permission.asked.add(today));
        for (RuleModel.Story story : asked) {
            Viewer teller = signedIn(story.teller);
            asking.open(teller).stream()
                    .filter(row -> row.story().equals(story.id) && row.day().equals(today.day()))
                    .forEach(row -> asking.answer(teller, row.id().toString(), b % 4 != 0));
            Set<RuleModel.Day> days = new HashSet<>(story.permission.asked);
            days.removeIf(day -> !day.day().equals(today.day()));
            if (b % 4 != 0) {
                story.permission.allowed.addAll(days);
            } else {
                story.permission.allowed.removeAll(days);
            }
        }
        return true;
    }

    /** The next thing that people would do with this story, so that sequences get far. */
    private boolean advance(RuleModel.Story story, Step step) {
        RuleModel.Version latest = story.latest();
        if (story.permission != null && story.permission.suspended) {
            reconfirm(story);
            return true;
        }
        if (latest.status == VersionStatus.DRAFT) {
            if (story.permission == null) {
                permit(story, pick(List.of(0b11, 0b11, 0b01, 0b10), step.b()), step.c() % 2 == 0 ? 3 : step.c());
            } else {
                send(story);
            }
            return true;
        }
        Optional<RuleModel.Review> open =
                model.reviews.stream().filter(r -> r.story == story && !r.over).findFirst();
        if (open.isPresent()) {
            boolean held = open.get().claimedBy != null && model.now.isBefore(open.get().claimedUntil);
            Optional<RuleModel.Other> undecided = story.others.stream()
                    .filter(other -> !other.settled(Times.day(model.now)))
                    .findFirst();
            Optional<RuleModel.Teller> silent = story.tellers.stream()
                    .filter(teller -> !teller.gone && !java.util.Objects.equals(teller.agreed, latest.digest))
                    .findFirst();
            boolean needsAnother = held
                    && undecided
                            .filter(other -> other.category == ThirdParty.Category.VICTIM && other.outcome != null)
                            .filter(other -> open.get().claimedBy.equals(other.judgedBy))
                            .isPresent();
            if (needsAnother) {
                house.get(Claiming.class).release(signedIn(open.get().claimedBy), open.get().id);
                open.get().claimedBy = null;
                return true;
            }
            if (held && undecided.isPresent()) {
                return judge(story, undecided.get(), step.b());
            }
            if (held && silent.isPresent()) {
                return agree(story, silent.get());
            }
            boolean faceOpen = held
                    && story.permission != null
                    && story.permission.face == Likeness.ALTERED
                    && !model.unknown.containsAll(open.get().version.files);
            if (faceOpen) {
                return faceUnknown(story, step.c());
            }
            if (held) {
                decide(open.get(), open.get().claimedBy, Outcome.APPROVE);
            } else {
                claim(open.get(), step.b() % 2 == 0 ? cast.priya : cast.alan);
            }
            return true;
        }
        return collect(story, step);
    }

    private boolean collect(RuleModel.Story story, Step step) {
        if (model.collections.size() < MOST_COLLECTIONS && step.b() % 3 == 0 || model.collections.isEmpty()) {
            return gather(step.b(), step.c());
        }
        RuleModel.Collection collection = pick(model.collections, step.c());
        AccountId practitioner = model.practitioners.get(collection.person);
        if (!collection.stories.contains(story)) {
            add(collection, story, story.teller.equals(collection.person) ? practitioner : collection.gatherer);
        } else {
            publish(collection, practitioner);
        }
        return true;
    }

    private boolean begin(int a) {
        if (model.stories.size() >= MOST_STORIES) {
            return false;
        }
        AccountId teller = a % 3 == 0 ? cast.kofi : cast.maya;
        Viewer viewer = signedIn(teller);
        StoryId id = cast.shortStory(viewer, "A walk");
        RuleModel.Story story = new RuleModel.Story(id, teller);
        story.versions.add(new RuleModel.Version(
                house.get(StoryWriting.class).read(viewer, id).version()));
        model.stories.add(story);
        picture(story);
        return true;
    }

    private void picture(RuleModel.Story story) {
        Viewer viewer = signedIn(story.teller);
        StoryWriting writing = house.get(StoryWriting.class);
        var scene = writing.addScene(viewer, story.id, SceneKind.PICTURE);
        writing.write(viewer, story.id, scene, SceneWords.picture("A path", null));
        AssetId asset = cast.file(viewer, story.id, scene, MediaKind.PICTURE);
        story.latest().files.add(asset);
    }

    private void edit(RuleModel.Story story, int b) {
        Viewer viewer = signedIn(story.teller);
        StoryWriting writing = house.get(StoryWriting.class);
        List<SceneView> scenes = writing.read(viewer, story.id).scenes();
        // Who takes the last part out begins with another.
        switch (scenes.isEmpty() ? 0 : b % 4) {
            case 0 -> picture(story);
            case 1 ->
                writing.remove(viewer, story.id, scenes.get(scenes.size() - 1).id());
            case 2 -> writing.move(viewer, story.id, scenes.get(0).id(), false);
            default -> {
                for (SceneView scene : scenes) {
                    writing.write(viewer, story.id, scene.id(), new SceneWords("Part " + b, "A gate", null, null));
                }
            }
        }
    }

    private void permit(RuleModel.Story story, int b, int c) {
        Viewer viewer = signedIn(story.teller);
        Asking asking = house.get(Asking.class);
        AskingWhoMaySee whoMaySee = house.get(AskingWhoMaySee.class);
        Giving giving = house.get(Giving.class);
        RuleModel.Permission permission = new RuleModel.Permission();
        permission.yes = EnumSet.noneOf(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            if ((b >> purpose.ordinal() & 1) == 1) {
                permission.yes.add(purpose);
            }
        }
        permission.audience = pick(List.of(Audience.values()), c);
        permission.never = new HashSet<>();
        if (c / 4 % 4 == 1) {
            permission.never.add(cast.millLane);
        } else if (c / 4 % 4 == 2) {
            permission.never.add(cast.harbourStreet);
        }
        permission.practitioner = model.practitioners.get(story.teller);
        permission.office = viewer.office();
        permission.firstDay = Times.day(model.now);
        permission.lastDay = permission.firstDay.plusDays(b / 8 % 6 + 1);
        asking.showLimits(viewer, story.id);
        for (Purpose purpose : Purpose.values()) {
            asking.answer(viewer, story.id, purpose, permission.yes.contains(purpose));
        }
        if (permission.audience == Audience.NAMED_PEOPLE) {
            List<AccountId> people = whoMaySee.people(viewer).stream()
                    .map(AskingWhoMaySee.PersonChoice::id)
                    .toList();
            permission.named = people.isEmpty() ? Set.of() : Set.of(pick(people, b));
        }
        int kind = (b * 31 + c * 17) % 16;
        permission.face = kind == 0 ? Likeness.ALTERED : kind < 3 ? Likeness.ABSENT : Likeness.AS_IS;
        permission.eachTime = kind > 2 && kind < 6;
        permission.endAtMove = kind % 5 == 0;
        permission.untilDate = kind % 3 == 0;
        whoMaySee.answer(viewer, story.id, permission.audience, permission.never, permission.named);
        asking.answerIdentity(viewer, story.id, Identity.ANONYMOUS, null);
        asking.answerManner(viewer, story.id, manner -> manner.withVoice(Likeness.AS_IS)
                .withFace(permission.face)
                .asking(permission.eachTime)
                .withAtSentenceEnd(permission.untilDate ? AtSentenceEnd.UNTIL_DATE : null)
                .withAtMove(permission.endAtMove ? AtMove.END : null));
        asking.answerLastDay(viewer, story.id, permission.lastDay);
        asking.sayBack(viewer, story.id, new TeachBack("They", "Take it back", "Danger"));
        giving.offer(viewer, story.id, Locale.UK);
        giving.confirm(viewer, story.id);
        permission.coolingUntil =
                model.now.plus(Duration.ofDays(Long.parseLong(house.settings().get("consent.cooling.days"))));
        story.permission = permission.yes.isEmpty() ? null : permission;
    }

    /** One answer that nobody said yes to as a whole: it changes nothing that anybody sees. */
    private void answer(RuleModel.Story story, int b, int c) {
        Viewer viewer = signedIn(story.teller);
        house.get(Asking.class).showLimits(viewer, story.id);
        house.get(Asking.class).answer(viewer, story.id, pick(List.of(Purpose.values()), b), c % 2 == 0);
    }

    private void takeBack(RuleModel.Story story) {
        house.get(TakingBack.class).takeBack(signedIn(story.teller), story.id);
        forgetPermission(story);
    }

    private void forgetPermission(RuleModel.Story story) {
        story.permission = null;
        backToDraft(story);
    }

    private void backToDraft(RuleModel.Story story) {
        VersionStatus status = story.latest().status;
        if (status == VersionStatus.SUBMITTED || status == VersionStatus.IN_REVIEW) {
            story.latest().status = VersionStatus.DRAFT;
            story.latest().digest = null;
        }
        endReviews(story);
    }

    private void endReviews(RuleModel.Story story) {
        model.reviews.stream().filter(r -> r.story == story).forEach(r -> r.over = true);
    }

    private void send(RuleModel.Story story) {
        Viewer viewer = signedIn(story.teller);
        house.get(Sending.class).send(viewer, story.id);
        story.latest().status = VersionStatus.SUBMITTED;
        story.permission.versions.add(story.latest().id);
        story.latest().digest =
                house.get(StoryWriting.class).read(viewer, story.id).digest();
        shownNow(story);
        meetReview(story);
    }

    /** What was taken out of the draft is out for good once it is sent. */
    private void shownNow(RuleModel.Story story) {
        Set<AssetId> shown = new HashSet<>();
        house.get(StoryWriting.class).read(signedIn(story.teller), story.id).scenes().stream()
                .filter(scene -> scene.file() != null)
                .forEach(scene -> shown.add(scene.file().id()));
        story.latest().files.retainAll(shown);
    }

    private void meetReview(RuleModel.Story story) {
        ReviewId id = house.inTransaction(() ->
                house.get(Reviews.class).openOf(story.latest().id).orElseThrow().id());
        model.reviews.add(new RuleModel.Review(id, story));
    }

    private void recall(RuleModel.Story story) {
        house.get(Sending.class).recall(signedIn(story.teller), story.id);
        story.latest().status = VersionStatus.DRAFT;
        story.latest().digest = null;
        model.reviews.stream().filter(r -> r.version == story.latest()).forEach(r -> r.over = true);
    }

    private void beginAgain(RuleModel.Story story) {
        Viewer viewer = signedIn(story.teller);
        house.get(StoryWriting.class).beginAgain(viewer, story.id);
        meetDraft(story);
    }

    private void meetDraft(RuleModel.Story story) {
        Viewer viewer = atTheBeginning.get(story.teller);
        var newest = house.get(StoryWriting.class).read(viewer, story.id);
        if (!newest.version().equals(story.latest().id)) {
            RuleModel.Version draft = new RuleModel.Version(newest.version());
            draft.files.addAll(story.latest().files);
            story.versions.add(draft);
        }
    }

    private void erase(RuleModel.Story story) {
        house.get(StoryWriting.class).erase(signedIn(story.teller), story.id);
        story.erased = true;
    }

    private void hold(RuleModel.Story story) {
        HoldId hold = house.get(Holding.class)
                .place(signedIn(cast.grace), story.id, StoryHold.Kind.SUSPENSION, "somebody rang");
        holds.computeIfAbsent(story.id, id -> new ArrayList<>()).add(hold);
        story.holds++;
    }

    private boolean lift(RuleModel.Story story) {
        List<HoldId> placed = holds.getOrDefault(story.id, List.of());
        if (placed.isEmpty()) {
            return false;
        }
        house.get(Holding.class).lift(signedIn(cast.grace), placed.remove(0));
        story.holds--;
        return true;
    }

    private boolean onReview(Step step) {
        RuleModel.Review review = pick(model.reviews, step.a());
        AccountId reviewer = pick(List.of(cast.priya, cast.alan, cast.ruth), step.b());
        switch (step.act()) {
            case CLAIM -> claim(review, reviewer);
            case RELEASE -> {
                house.get(Claiming.class).release(signedIn(reviewer), review.id);
                review.claimedBy = null;
            }
            default ->
                decide(
                        review,
                        review.claimedBy == null ? reviewer : review.claimedBy,
                        pick(
                                List.of(Outcome.APPROVE, Outcome.APPROVE, Outcome.REQUEST_CHANGES, Outcome.DECLINE),
                                step.c()));
        }
        return true;
    }

    private void claim(RuleModel.Review review, AccountId reviewer) {
        house.get(Claiming.class).claim(signedIn(reviewer), review.id);
        review.claimedBy = reviewer;
        review.claimedUntil = model.now.plus(Claiming.CLAIM);
        if (review.version.status == VersionStatus.SUBMITTED) {
            review.version.status = VersionStatus.IN_REVIEW;
        }
    }

    private void decide(RuleModel.Review review, AccountId reviewer, Outcome outcome) {
        Viewer viewer = signedIn(reviewer);
        ReviewDesk desk = house.get(ReviewDesk.class);
        ReasonCodes codes = house.get(ReasonCodes.class);
        Stage stage = desk.read(viewer, review.id).stage();
        String reason = outcome.needsReason() ? codes.of(stage).get(0).key() : null;
        cast.decide(viewer, review.id, outcome, reason, null);
        review.over = true;
        RuleModel.Story story = review.story;
        if (review.version.status == VersionStatus.APPROVED) {
            if (outcome == Outcome.REQUEST_CHANGES) {
                meetDraft(story);
            }
            return;
        }
        switch (outcome) {
            case APPROVE -> {
                if (stage == Stage.CONSENT) {
                    meetReview(story);
                } else {
                    story.versions.stream()
                            .filter(version -> version.status == VersionStatus.APPROVED)
                            .forEach(version -> version.status = VersionStatus.SUPERSEDED);
                    review.version.status = VersionStatus.APPROVED;
                }
            }
            case REQUEST_CHANGES -> {
                review.version.status = VersionStatus.CHANGES_REQUESTED;
                meetDraft(story);
            }
            case DECLINE -> review.version.status = VersionStatus.DECLINED;
        }
    }

    private boolean gather(int a, int b) {
        if (model.collections.size() >= MOST_COLLECTIONS) {
            return false;
        }
        AccountId gatherer = pick(List.of(cast.ruth, cast.tom, cast.lena), a);
        AccountId person = b % 3 == 0 ? cast.kofi : cast.maya;
        Viewer viewer = signedIn(gatherer);
        CollectionId id = house.get(Curation.class).begin(viewer, person, "Paths");
        house.get(Curation.class).linkTo(viewer, id, Set.of(goals.get(person)));
        model.collections.add(new RuleModel.Collection(id, person, gatherer));
        return true;
    }

    private boolean onCollection(Step step) {
        RuleModel.Collection collection = pick(model.collections, step.a());
        AccountId practitioner = model.practitioners.get(collection.person);
        AccountId who = step.c() % 2 == 0 ? practitioner : collection.gatherer;
        Curation curation = house.get(Curation.class);
        switch (step.act()) {
            case ADD -> add(collection, pick(model.stories, step.b()), who);
            case REMOVE -> {
                if (collection.stories.isEmpty()) {
                    return false;
                }
                RuleModel.Story story = pick(collection.stories, step.b());
                curation.remove(signedIn(who), collection.id, story.id);
                collection.stories.remove(story);
            }
            case PUBLISH -> publish(collection, practitioner);
            case PAUSE -> {
                curation.pause(signedIn(who), collection.id);
                collection.status = CollectionStatus.PAUSED;
            }
            default -> {
                curation.archive(signedIn(who), collection.id);
                collection.status = CollectionStatus.ARCHIVED;
            }
        }
        return true;
    }

    private void add(RuleModel.Collection collection, RuleModel.Story story, AccountId who) {
        house.get(Curation.class).add(signedIn(who), collection.id, story.id);
        collection.stories.add(story);
    }

    private void publish(RuleModel.Collection collection, AccountId practitioner) {
        house.get(Curation.class).publish(signedIn(practitioner), collection.id);
        collection.status = CollectionStatus.PUBLISHED;
    }

    private void supervise(int a, int b) {
        AccountId person = a % 2 == 0 ? cast.maya : cast.kofi;
        AccountId practitioner = pick(List.of(cast.ruth, cast.tom, cast.priya, cast.lena), b);
        house.get(CaseKeeping.class).assign(signedIn(cast.anil), person, practitioner);
        if (practitioner.equals(model.practitioners.put(person, practitioner))) {
            return;
        }
        newRecipient(person, practitioner);
        model.stories.stream()
                .filter(story -> story.teller.equals(person) && story.permission != null)
                .filter(story -> story.permission.audience == Audience.MY_PRACTITIONER)
                .filter(story -> !practitioner.equals(story.permission.practitioner))
                .forEach(story -> story.permission.suspended = true);
    }

    /** Who comes to a published collection sees nothing of it that was said to kinds of people, until it is asked about. */
    private void newRecipient(AccountId person, AccountId practitioner) {
        List<RuleModel.Story> asked = model.collections.stream()
                .filter(collection -> collection.person.equals(person))
                .flatMap(collection -> collection.stories.stream()
                        .filter(story ->
                                model.published(practitioner, collection, story).isPresent()))
                .filter(story -> story.permission.audience == Audience.MY_OFFICE
                        || story.permission.audience == Audience.EVERY_OFFICE)
                .toList();
        asked.forEach(story -> story.permission.suspended = true);
    }

    private void exclude(int a, int b) {
        AccountId person = a % 2 == 0 ? cast.maya : cast.kofi;
        // Mostly those for whom it makes a difference.
        AccountId kept = pick(b % 4 == 0 ? everybody : List.of(cast.ruth, cast.tom, cast.lena, cast.priya), b / 4);
        house.get(CaseKeeping.class).exclude(signedIn(cast.anil), person, kept);
        model.exclusions.add(new RuleModel.Kept(kept, person));
    }

    private void readmit(int a) {
        if (!model.exclusions.isEmpty()) {
            RuleModel.Kept kept = pick(List.copyOf(model.exclusions), a);
            house.get(CaseKeeping.class).readmit(signedIn(cast.anil), kept.of(), kept.out());
            model.exclusions.remove(kept);
        }
    }

    private void close(int a) {
        AccountId account = pick(List.of(cast.ruth, cast.tom, cast.priya, cast.lena, cast.kofi, cast.maya), a);
        house.get(AccountKeeping.class).close(signedIn(cast.anil), account);
        model.people.get(account).closed = true;
    }

    private void changeRoles(int a, int b) {
        AccountId account = pick(List.of(cast.ruth, cast.ruth, cast.priya, cast.lena, cast.maya), a);
        Set<Role> to = pick(roles.get(account), b);
        house.get(AccountKeeping.class).changeRoles(signedIn(cast.anil), account, to);
        model.people.get(account).roles = to;
    }

    private void waitFor(int a) {
        Duration[] times = {
            Duration.ofMinutes(10),
            Duration.ofMinutes(59),
            Duration.ofMinutes(61),
            Duration.ofHours(15),
            Duration.ofDays(1),
            Duration.ofDays(3)
        };
        house.clock().advance(times[a % times.length]);
        model.now = house.clock().instant();
    }

    static <T> T pick(List<T> from, int number) {
        return from.get(number % from.size());
    }
}
