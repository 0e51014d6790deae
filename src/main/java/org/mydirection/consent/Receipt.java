package org.mydirection.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Identity;

/**
 * What was answered, in the form in which the storyteller keeps it. Immutable.
 *
 * @param number what one says to name it: two groups of four letters and digits
 * @param yes the purposes with a yes, in the order of the questions
 * @param no all other purposes, in the same order
 * @param audience null where there is no yes to any purpose; the same holds of identity and lastDay
 * @param excludedOffices the names of the offices that are left out, by name
 * @param chosenName null unless identity is {@link Identity#PSEUDONYM}
 * @param conditions in own words; null for none
 * @param noticeVersion null until the whole text was shown; the same holds of noticeHash
 * @param givenAt null unless it was a yes
 * @param coolingUntil nobody but reviewers before this moment; null unless it was a yes
 * @param endedAt when it was taken back, declined, superseded or ended; null while it is in force or in the making
 * @param namedPeople who was picked by name; empty unless that was the answer
 * @param manner voice, face, asking each time, and what happens later; all unanswered where there is no yes
 * @param said what was said back
 * @param noticeLanguage in which language and form the notice was read: a BCP 47 tag as in {@link Notice}; null until it was
 * @param suspendedFor why it is on hold; null while it is not
 * @param byStaff whether staff took it back on the storyteller's word
 * @param covered whether it names the version of the story that passed the checks
 */
public record Receipt(
        String number,
        ConsentStatus status,
        List<Purpose> yes,
        List<Purpose> no,
        Audience audience,
        List<String> excludedOffices,
        Identity identity,
        String chosenName,
        LocalDate lastDay,
        String conditions,
        Integer noticeVersion,
        String noticeHash,
        Instant givenAt,
        Instant coolingUntil,
        Instant endedAt,
        boolean covered,
        List<String> namedPeople,
        Manner manner,
        TeachBack said,
        String noticeLanguage,
        Change suspendedFor,
        boolean byStaff,
        LocalDate firstDay) {}
