package org.mydirection.consent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mydirection.consent.Receipts.Happened;

/**
 * A receipt for machines: JSON with the field names of ISO/IEC TS 27560:2023 (header, processing, parties, events; after the
 * table of them in the W3C community group's guide "Consent Records and Receipts as per ISO/IEC TS 27560:2023 using DPV", 1
 * August 2024), with the terms of DPV 2 for types and states, and what neither has a name for under {@code my_direction}. How
 * its states read as those of HL7 FHIR Consent stands in {@code src/docs/permission.md}.
 */
public final class ReceiptRecord {

    /** Of the field names, not of the notice. */
    static final String SCHEMA_VERSION = "ISO/IEC TS 27560:2023";

    private static final String SERVICE = "my-direction";

    private ReceiptRecord() {}

    /**
     * The receipt as JSON text.
     *
     * @param person a stable, opaque id of the storyteller
     * @param contact how to reach the team, who answer for all processing
     */
    public static String json(Receipt receipt, List<Happened> history, String person, String contact) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("schema_version", SCHEMA_VERSION);
        record.put("record_id", receipt.number());
        record.put("receipt_id", receipt.number());
        record.put("pii_principal_id", person);
        record.put("privacy_notice", "notice " + receipt.noticeVersion() + " sha256:" + receipt.noticeHash());
        record.put("language", receipt.noticeLanguage());
        record.put(
                "purposes",
                receipt.yes().stream().map(one -> purpose(one, receipt)).toList());
        record.put(
                "party_identification",
                List.of(fields(
                        "party_id",
                        SERVICE,
                        "party_name",
                        "My Direction",
                        "party_role",
                        "dpv:DataController",
                        "party_type",
                        "the service that shows the story",
                        "party_address",
                        contact,
                        "party_contact",
                        contact)));
        record.put(
                "events",
                history.stream().map(one -> event(one, receipt, person)).toList());
        record.put("my_direction", own(receipt));
        StringBuilder text = new StringBuilder();
        write(text, record);
        return text.toString();
    }

    private static Map<String, Object> purpose(Purpose purpose, Receipt receipt) {
        return fields(
                "purpose",
                purpose.name(),
                "lawful_basis",
                "apart from this record: a story is shown only with this permission, whatever the basis",
                "pii_information",
                List.of(fields("pii_type", "the story: words, pictures and recordings that the person put into it")),
                "pii_controllers",
                List.of(SERVICE),
                "recipient_third_parties",
                receipt.namedPeople().isEmpty() ? List.of(String.valueOf(receipt.audience())) : receipt.namedPeople(),
                "geographic_restrictions",
                receipt.excludedOffices(),
                "storage_locations",
                List.of("as the privacy notice says"),
                "jurisdiction",
                "GB-EAW",
                "retention_period",
                "until " + receipt.lastDay() + ", Europe/London, that day included",
                "withdrawal_method",
                "the page of the story, any member of staff, or the contact");
    }

    private static Map<String, Object> event(Happened happened, Receipt receipt, String person) {
        return fields(
                "event_time",
                happened.at().truncatedTo(ChronoUnit.SECONDS),
                "event_type",
                "dpv:ExplicitlyExpressedConsent",
                "event_state",
                state(happened.kind()),
                "entity_id",
                happened.byPerson() ? person : SERVICE,
                "validity_duration",
                receipt.lastDay() == null ? null : receipt.firstDay() + "/" + receipt.lastDay(),
                "my_direction_event",
                happened.kind().name());
    }

    /** As a status of DPV 2; a hold has none there, and is asking again. */
    static String state(ConsentEvent.Kind kind) {
        return switch (kind) {
            case LIMITS_SHOWN, OFFERED, SUSPENDED -> "dpv:ConsentRequested";
            case GIVEN, BOUND_TO_VERSION, PURPOSE_WITHDRAWN, PART_WITHDRAWN -> "dpv:ConsentGiven";
            case DECLINED -> "dpv:ConsentRefused";
            case RENEWED, RECONFIRMED -> "dpv:RenewedConsentGiven";
            case WITHDRAWN, SUPERSEDED -> "dpv:ConsentWithdrawn";
            case VOIDED -> "dpv:ConsentInvalidated";
            case EXPIRED -> "dpv:ConsentExpired";
        };
    }

    private static Map<String, Object> own(Receipt receipt) {
        return fields(
                "status", receipt.status().name(),
                "notice_form",
                        receipt.noticeLanguage() == null
                                ? null
                                : Notice.Form.of(Locale.forLanguageTag(receipt.noticeLanguage()))
                                        .name(),
                "refused_purposes", receipt.no().stream().map(Purpose::name).toList(),
                "identity",
                        receipt.identity() == null ? null : receipt.identity().name(),
                "chosen_name", receipt.chosenName(),
                "face", name(receipt.manner().face()),
                "voice", name(receipt.manner().voice()),
                "ask_each_time", receipt.manner().askEachTime(),
                "at_sentence_end", name(receipt.manner().atSentenceEnd()),
                "at_move", name(receipt.manner().atMove()),
                "at_death", name(receipt.manner().atDeath()),
                "conditions", receipt.conditions(),
                "given_at", receipt.givenAt(),
                "cooling_until", receipt.coolingUntil(),
                "ended_at", receipt.endedAt());
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private static void write(StringBuilder text, Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            text.append(value);
        } else if (value instanceof Map<?, ?> map) {
            text.append('{');
            List<String> parts = new ArrayList<>();
            map.forEach((key, one) -> {
                StringBuilder part = new StringBuilder();
                write(part, key);
                write(part.append(':'), one);
                parts.add(part.toString());
            });
            text.append(String.join(",", parts)).append('}');
        } else if (value instanceof List<?> list) {
            List<String> parts = new ArrayList<>();
            list.forEach(one -> {
                StringBuilder part = new StringBuilder();
                write(part, one);
                parts.add(part.toString());
            });
            text.append('[').append(String.join(",", parts)).append(']');
        } else {
            quote(text, value instanceof Instant moment ? moment.toString() : value.toString());
        }
    }

    private static void quote(StringBuilder text, String words) {
        text.append('"');
        for (char letter : words.toCharArray()) {
            if (letter == '"' || letter == '\\') {
                text.append('\\').append(letter);
            } else if (letter < ' ') {
                text.append(String.format("\\u%04x", (int) letter));
            } else {
                text.append(letter);
            }
        }
        text.append('"');
    }
}
