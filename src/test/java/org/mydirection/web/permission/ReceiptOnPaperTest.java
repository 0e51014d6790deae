package org.mydirection.web.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.consent.Choices.Likeness;
import org.mydirection.consent.ConsentStatus;
import org.mydirection.consent.Manner;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.Receipt;
import org.mydirection.consent.TeachBack;
import org.mydirection.web.Words;

/** The receipt on paper can be read, and what a person wrote stays text. */
class ReceiptOnPaperTest {

    private final Words words = new Words(() -> Locale.UK);

    @Test
    void everyAnswerCanBeReadOnThePaper() throws IOException {
        String text = text(
                receipt(Identity.PSEUDONYM, "River", "Not near the 1 < 2 & \"corner\" shop", List.of("Ruth Okafor")));

        assertThat(text)
                .contains("1A2B-3C4D")
                .contains(words.of("purpose", Purpose.OWN_SUPERVISION, "label"))
                .contains(words.of("purpose", Purpose.GROUP, "label"))
                .contains("River")
                .contains("Ruth Okafor")
                .contains("Mill Lane")
                .contains("1 May 2027")
                .contains(words.of("permission.voice", Likeness.ALTERED, "label"))
                .contains(words.of("permission.face", Likeness.ABSENT, "label"))
                .contains("Not near the 1 < 2 & \"corner\" shop")
                .contains("call 0300 000")
                .contains(words.get("permission.receipt.sentence.text"));
    }

    @Test
    void noNameStandsOnItThatWasNotChosen() throws IOException {
        String text = text(receipt(Identity.ANONYMOUS, null, null, List.of()));

        assertThat(text).contains(words.of("identity", Identity.ANONYMOUS, "label"));
        assertThat(text).doesNotContain("River", "Ruth", "Maya", "Clarke");
    }

    @Test
    void whatAPersonWroteIsNeverMarkup() {
        String page = new ReceiptPaper(words, "call 0300 000")
                .page(receipt(Identity.PSEUDONYM, "<b>R</b>", "<img src='http://example.org/x'/>\u0001", List.of()));

        assertThat(page).contains("&lt;b&gt;R&lt;/b&gt;", "&lt;img src=").doesNotContain("<img", "\u0001");
    }

    private String text(Receipt receipt) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new ReceiptPaper(words, "call 0300 000").write(receipt, pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static Receipt receipt(Identity identity, String chosenName, String conditions, List<String> named) {
        Instant given = Instant.parse("2026-11-23T09:30:00Z");
        List<Purpose> yes = List.of(Purpose.OWN_SUPERVISION, Purpose.GROUP);
        return new Receipt(
                "1A2B-3C4D",
                ConsentStatus.ACTIVE,
                yes,
                List.of(Purpose.values()).stream()
                        .filter(purpose -> !yes.contains(purpose))
                        .toList(),
                named.isEmpty() ? Audience.MY_OFFICE : Audience.NAMED_PEOPLE,
                List.of("Mill Lane"),
                identity,
                chosenName,
                LocalDate.of(2027, 5, 1),
                conditions,
                1,
                "abc",
                given,
                given,
                null,
                true,
                named,
                Manner.none().withVoice(Likeness.ALTERED).withFace(Likeness.ABSENT),
                TeachBack.none(),
                "en",
                null,
                false,
                LocalDate.of(2026, 11, 23));
    }
}
