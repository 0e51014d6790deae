package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.consent.Choices.Likeness;
import org.mydirection.consent.Receipts.Happened;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The receipt as data: the mandatory fields of ISO/IEC TS 27560:2023 by their names, and nothing that tells a name. */
class ReceiptRecordTest {

    private static final Instant GIVEN = Instant.parse("2026-11-23T09:30:00.123Z");

    /** Mandatory in the specification, after the table of the DPV community group's guide of 1 August 2024. */
    private static final List<String> HEADER =
            List.of("schema_version", "record_id", "receipt_id", "pii_principal_id", "privacy_notice", "language");

    private static final List<String> PROCESSING = List.of(
            "purpose",
            "pii_information",
            "pii_controllers",
            "storage_locations",
            "retention_period",
            "jurisdiction",
            "recipient_third_parties",
            "withdrawal_method");

    private static final List<String> PARTY =
            List.of("party_id", "party_address", "party_name", "party_contact", "party_type");

    private static final List<String> EVENT =
            List.of("event_time", "validity_duration", "entity_id", "event_type", "event_state");

    @Test
    void everyMandatoryFieldIsThereByItsName() {
        Map<String, Object> record = read(receipt("Not near \"my\" street\n"));

        assertWhole(record, HEADER);
        assertThat(parts(record, "purposes")).hasSize(2).allSatisfy(purpose -> assertWhole(purpose, PROCESSING));
        assertThat(parts(record, "party_identification")).hasSize(1).allSatisfy(party -> assertWhole(party, PARTY));
        assertThat(parts(record, "events")).hasSize(2).allSatisfy(event -> assertWhole(event, EVENT));
        assertThat(parts(parts(record, "purposes").get(0), "pii_information"))
                .isNotEmpty()
                .allSatisfy(pii -> assertThat(pii.get("pii_type")).isNotNull());
    }

    @Test
    void whatWasSaidIsSaidAgain() {
        Map<String, Object> record = read(receipt("Not near \"my\" street\n"));

        assertThat(record)
                .containsEntry("record_id", "1A2B-3C4D")
                .containsEntry("pii_principal_id", "person-1")
                .containsEntry("privacy_notice", "notice 1 sha256:abc");
        assertThat(parts(record, "purposes").get(0))
                .containsEntry("purpose", "OWN_SUPERVISION")
                .containsEntry("recipient_third_parties", List.of("MY_OFFICE"))
                .containsEntry("geographic_restrictions", List.of("Mill Lane"));
        assertThat(parts(record, "events").get(0))
                .containsEntry("event_time", "2026-11-23T09:30:00Z")
                .containsEntry("event_state", "dpv:ConsentGiven")
                .containsEntry("validity_duration", "2026-11-23/2027-05-01")
                .containsEntry("entity_id", "person-1");
        assertThat(parts(record, "events").get(1))
                .as("staff are not told apart")
                .containsEntry("entity_id", "my-direction");
        assertThat(part(record, "my_direction"))
                .containsEntry("conditions", "Not near \"my\" street\n")
                .containsEntry("voice", "ALTERED");
        assertThat((List<?>) part(record, "my_direction").get("refused_purposes"))
                .hasSize(Purpose.values().length - 2);
    }

    @ParameterizedTest
    @EnumSource
    void everyEventHasAStateOfTheVocabulary(ConsentEvent.Kind kind) {
        assertThat(ReceiptRecord.state(kind))
                .isIn(
                        "dpv:ConsentRequested",
                        "dpv:ConsentGiven",
                        "dpv:ConsentRefused",
                        "dpv:RenewedConsentGiven",
                        "dpv:ConsentWithdrawn",
                        "dpv:ConsentInvalidated",
                        "dpv:ConsentExpired");
    }

    private static void assertWhole(Map<String, Object> part, List<String> fields) {
        assertThat(fields)
                .allSatisfy(field -> assertThat(part.get(field)).as(field).isNotNull());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parts(Map<String, Object> of, String name) {
        return (List<Map<String, Object>>) of.get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> of, String name) {
        return (Map<String, Object>) of.get(name);
    }

    /** All JSON is YAML. */
    private static Map<String, Object> read(Receipt receipt) {
        return new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(ReceiptRecord.json(
                        receipt,
                        List.of(
                                new Happened(GIVEN, ConsentEvent.Kind.GIVEN, true),
                                new Happened(GIVEN.plusSeconds(60), ConsentEvent.Kind.SUSPENDED, false)),
                        "person-1",
                        "Call us"));
    }

    private static Receipt receipt(String conditions) {
        List<Purpose> yes = List.of(Purpose.OWN_SUPERVISION, Purpose.GROUP);
        return new Receipt(
                "1A2B-3C4D",
                ConsentStatus.ACTIVE,
                yes,
                List.of(Purpose.values()).stream()
                        .filter(purpose -> !yes.contains(purpose))
                        .toList(),
                Audience.MY_OFFICE,
                List.of("Mill Lane"),
                Identity.FIRST_NAME,
                null,
                LocalDate.of(2027, 5, 1),
                conditions,
                1,
                "abc",
                GIVEN,
                GIVEN,
                null,
                true,
                List.of(),
                Manner.none().withVoice(Likeness.ALTERED).withFace(Likeness.ABSENT),
                TeachBack.none(),
                "en",
                null,
                false,
                LocalDate.of(2026, 11, 23));
    }
}
