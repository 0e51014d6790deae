package org.mydirection.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.OfficeId;
import org.mydirection.shared.Refusal;

/**
 * What the storyteller answered so far. Immutable; a null or absent part was not answered, and an unanswered purpose is
 * no.
 *
 * @param purposes yes and no, each said
 * @param practitioner for whom {@link Audience#MY_PRACTITIONER} holds; else null
 * @param office for which {@link Audience#MY_OFFICE} holds; else null
 * @param chosenName for {@link Identity#PSEUDONYM}, 1 to 60 characters
 * @param lastDay the last day, included, in London
 * @param conditions in the storyteller's own words, up to 1,000 characters; null for none
 * @param namedPeople for {@link Audience#NAMED_PEOPLE}: who may see it; else empty
 */
public record Answers(
        Map<Purpose, Boolean> purposes,
        Audience audience,
        AccountId practitioner,
        OfficeId office,
        Set<OfficeId> excludedOffices,
        Identity identity,
        String chosenName,
        LocalDate firstDay,
        LocalDate lastDay,
        String conditions,
        Set<AccountId> namedPeople,
        Manner manner) {

    /** The most people who can be picked by name. */
    public static final int MOST_NAMED = 10;

    public Answers {
        namedPeople = Set.copyOf(namedPeople);
        purposes = purposes.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(purposes));
        excludedOffices = Set.copyOf(excludedOffices);
    }

    /** Nothing answered. */
    public static Answers none() {
        return new Answers(Map.of(), null, null, null, Set.of(), null, null, null, null, null, Set.of(), Manner.none());
    }

    public boolean saysYesTo(Purpose purpose) {
        return purposes.getOrDefault(purpose, false);
    }

    public boolean answered(Purpose purpose) {
        return purposes.containsKey(purpose);
    }

    /** The purposes with a yes, in the order of the questions. */
    public List<Purpose> agreed() {
        return List.of(Purpose.values()).stream().filter(this::saysYesTo).toList();
    }

    public Answers with(Purpose purpose, boolean yes) {
        Map<Purpose, Boolean> changed = new EnumMap<>(Purpose.class);
        changed.putAll(purposes);
        changed.put(purpose, yes);
        return new Answers(
                changed,
                audience,
                practitioner,
                office,
                excludedOffices,
                identity,
                chosenName,
                firstDay,
                lastDay,
                conditions,
                namedPeople,
                manner);
    }

    public Answers with(
            Audience newAudience,
            AccountId newPractitioner,
            OfficeId newOffice,
            Set<OfficeId> newExcludedOffices,
            Set<AccountId> newNamedPeople) {
        return new Answers(
                purposes,
                newAudience,
                newPractitioner,
                newOffice,
                newExcludedOffices,
                identity,
                chosenName,
                firstDay,
                lastDay,
                conditions,
                newNamedPeople,
                manner);
    }

    public Answers with(Identity newIdentity, String newChosenName) {
        return new Answers(
                purposes,
                audience,
                practitioner,
                office,
                excludedOffices,
                newIdentity,
                newChosenName == null || newChosenName.isBlank() ? null : newChosenName.strip(),
                firstDay,
                lastDay,
                conditions,
                namedPeople,
                manner);
    }

    public Answers with(LocalDate newFirstDay, LocalDate newLastDay) {
        return new Answers(
                purposes,
                audience,
                practitioner,
                office,
                excludedOffices,
                identity,
                chosenName,
                newFirstDay,
                newLastDay,
                conditions,
                namedPeople,
                manner);
    }

    public Answers withConditions(String newConditions) {
        return new Answers(
                purposes,
                audience,
                practitioner,
                office,
                excludedOffices,
                identity,
                chosenName,
                firstDay,
                lastDay,
                newConditions == null || newConditions.isBlank() ? null : newConditions.strip(),
                namedPeople,
                manner);
    }

    /** Whether both open the story to the same people for the same things: what teach-back is about. */
    boolean saysTheSameToWhom(Answers other) {
        return agreed().equals(other.agreed())
                && audience == other.audience
                && namedPeople.equals(other.namedPeople)
                && excludedOffices.equals(other.excludedOffices);
    }

    public Answers with(Manner newManner) {
        return new Answers(
                purposes,
                audience,
                practitioner,
                office,
                excludedOffices,
                identity,
                chosenName,
                firstDay,
                lastDay,
                conditions,
                namedPeople,
                newManner);
    }

    /**
     * What is still missing or cannot be; empty when the answers can be offered for a yes. With no yes to any purpose the
     * other questions need no answer.
     */
    public List<Refusal> check(LocalDate today, int mostMonths) {
        List<Refusal> refusals = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            if (!answered(purpose)) {
                refusals.add(Refusal.of("permission.purpose_unanswered", purpose));
            }
        }
        if (agreed().isEmpty()) {
            return refusals;
        }
        if (audience == null) {
            refusals.add(Refusal.of("permission.audience_missing"));
        } else if (audience == Audience.NAMED_PEOPLE && namedPeople.isEmpty()) {
            refusals.add(Refusal.of("permission.nobody_named"));
        }
        if (identity == null) {
            refusals.add(Refusal.of("permission.identity_missing"));
        } else if (identity == Identity.PSEUDONYM && (chosenName == null || chosenName.length() > 60)) {
            refusals.add(Refusal.of("permission.chosen_name_missing"));
        }
        if (manner.face() == null) {
            refusals.add(Refusal.of("permission.face_missing"));
        }
        if (manner.voice() == null) {
            refusals.add(Refusal.of("permission.voice_missing"));
        }
        refusals.addAll(checkLastDay(today, mostMonths));
        if (conditions != null && conditions.length() > 1_000) {
            refusals.add(Refusal.of("error.text_too_long", (conditions.length() - 1_000) / 6 + 1));
        }
        return refusals;
    }

    List<Refusal> checkLastDay(LocalDate today, int mostMonths) {
        if (lastDay == null) {
            return List.of(Refusal.of("permission.last_day_missing"));
        }
        if (lastDay.isBefore(today)) {
            return List.of(Refusal.of("error.date_past"));
        }
        return lastDay.isAfter(today.plusMonths(mostMonths))
                ? List.of(Refusal.of("error.date_far", today.plusMonths(mostMonths)))
                : List.of();
    }

    /** The answers as text, one {@code field=value} a line in a fixed order: what an event's hash covers. */
    String asText() {
        Map<Purpose, Boolean> said = new TreeMap<>(purposes);
        return "purposes=" + said + "\naudience=" + audience + "\npractitioner=" + practitioner + "\noffice=" + office
                + "\nexcluded="
                + excludedOffices.stream().map(OfficeId::text).sorted().collect(Collectors.joining(","))
                + "\nidentity=" + identity + "\nname=" + chosenName + "\nfrom="
                + firstDay + "\nuntil=" + lastDay + "\nnamed="
                + namedPeople.stream().map(AccountId::text).sorted().collect(Collectors.joining(","))
                + "\nvoice=" + manner.voice() + "\nface=" + manner.face() + "\nask_each_time=" + manner.askEachTime()
                + "\nat_sentence_end=" + manner.atSentenceEnd() + "\nat_move=" + manner.atMove() + "\nat_death="
                + manner.atDeath() + "\nconditions=" + conditions;
    }
}
