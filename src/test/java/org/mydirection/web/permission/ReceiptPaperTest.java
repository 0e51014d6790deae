package org.mydirection.web.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.consent.ConsentStatus;
import org.mydirection.consent.Manner;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.Receipt;
import org.mydirection.consent.TeachBack;
import org.mydirection.web.Words;

class ReceiptPaperTest {

    @Test
    void theReceiptOnPaperSpeaksWelshWithAllItsLettersAndNamesTheFormThatWasRead() throws IOException {
        assertThat(paper(Locale.forLanguageTag("cy-GB")))
                .contains("Eich derbynneb", "Ddim yn y Tŷ Gwyn, ar ddydd Sul y Ŵyl", "Hawdd ei ddeall, yn Gymraeg");
    }

    @Test
    void inEnglishItNamesTheFormToo() throws IOException {
        assertThat(paper(Locale.UK)).contains("Your receipt", "Easy read, in Welsh");
    }

    private static String paper(Locale language) throws IOException {
        Receipt receipt = new Receipt(
                "AB12-CD34",
                ConsentStatus.ACTIVE,
                List.of(Purpose.GROUP),
                List.of(),
                Audience.EVERY_OFFICE,
                List.of(),
                Identity.FIRST_NAME,
                null,
                LocalDate.of(2027, 1, 1),
                "Ddim yn y Tŷ Gwyn, ar ddydd Sul y Ŵyl",
                1,
                "0".repeat(64),
                null,
                null,
                null,
                true,
                List.of(),
                Manner.none(),
                TeachBack.none(),
                "cy-simple",
                null,
                false,
                LocalDate.of(2026, 1, 1));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new ReceiptPaper(new Words(() -> language), "0300 000 0000").write(receipt, file);
        try (PDDocument document = Loader.loadPDF(file.toByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
