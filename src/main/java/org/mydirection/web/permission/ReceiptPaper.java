package org.mydirection.web.permission;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.mydirection.consent.Receipt;
import org.mydirection.web.Passages;
import org.mydirection.web.Words;

/** The receipt on paper, as a PDF. It is made from text alone: nothing is fetched, whatever the text says. */
final class ReceiptPaper {

    /** Comes with PDFBox and has the letters of Welsh; the fonts that every reader of PDF has lack ŵ and ŷ. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String STYLE = "@page{size:A4;margin:22mm}body{font-family:Receipt,sans-serif;font-size:12pt;"
            + "line-height:1.45}h1{font-size:20pt}dt{font-weight:bold;margin-top:8pt}dd{margin:0}";

    private final Words words;
    private final String contact;
    private final StringBuilder html = new StringBuilder();

    ReceiptPaper(Words words, String contact) {
        this.words = words;
        this.contact = contact;
    }

    /** Writes one document; the stream stays open. */
    void write(Receipt receipt, OutputStream out) throws IOException {
        new PdfRendererBuilder()
                .useFastMode()
                .useUriResolver((base, uri) -> null)
                .useFont(() -> PDDocument.class.getResourceAsStream(FONT), "Receipt")
                .withHtmlContent(page(receipt), null)
                .toStream(out)
                .run();
    }

    /** The text as XHTML, every word of a person's escaped. */
    String page(Receipt receipt) {
        html.setLength(0);
        html.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(words.language())
                .append("\"><head><title>")
                .append(escape(words.get("app.page.title")))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(escape(words.get("permission.receipt.title")))
                .append("</h1><dl>");
        row(words.get("permission.receipt.number.label"), receipt.number());
        row(words.get("permission.receipt.given.label"), words.moment(receipt.givenAt()));
        row(words.get("permission.receipt.from.label"), words.moment(receipt.coolingUntil()));
        row(words.get("permission.receipt.ended.label"), words.moment(receipt.endedAt()));
        row(words.get("permission.yes_to.label"), purposes(receipt.yes()));
        row(words.get("permission.no_to.label"), purposes(receipt.no()));
        if (!receipt.yes().isEmpty()) {
            answers(receipt);
        }
        row(
                words.get("permission.receipt.notice.label"),
                words.with("permission.receipt.notice.text", receipt.noticeVersion(), receipt.noticeHash()));
        row(words.get("permission.receipt.form.label"), Passages.readIn(words, receipt.noticeLanguage()));
        html.append("</dl><p>")
                .append(escape(words.with("permission.receipt.back.text", contact)))
                .append("</p><p>")
                .append(escape(words.get("permission.receipt.sentence.text")))
                .append("</p><p>")
                .append(escape(words.get("permission.receipt.warning.text")))
                .append("</p></body></html>");
        return html.toString();
    }

    private void answers(Receipt receipt) {
        String audience = words.of("permission.audience", receipt.audience(), "label");
        row(
                words.get("permission.audience.label"),
                receipt.namedPeople().isEmpty()
                        ? audience
                        : audience + ": " + String.join(", ", receipt.namedPeople()));
        row(words.get("permission.receipt.not_at.label"), String.join(", ", receipt.excludedOffices()));
        String identity = words.of("identity", receipt.identity(), "label");
        row(
                words.get("permission.identity.label"),
                receipt.chosenName() == null ? identity : identity + ": " + receipt.chosenName());
        row(
                words.get("permission.receipt.face.label"),
                words.of("permission.face", receipt.manner().face(), "label"));
        row(
                words.get("permission.receipt.voice.label"),
                words.of("permission.voice", receipt.manner().voice(), "label"));
        row(words.get("permission.receipt.until.label"), words.day(receipt.lastDay()));
        row(
                words.get("permission.receipt.each_time.label"),
                words.of("permission.each_time", receipt.manner().askEachTime() ? "YES" : "NO", "label"));
        row(words.get("permission.receipt.conditions.label"), receipt.conditions());
    }

    private String purposes(List<org.mydirection.consent.Purpose> purposes) {
        return purposes.isEmpty()
                ? words.get("permission.none.label")
                : String.join(
                        ", ",
                        purposes.stream()
                                .map(one -> words.of("purpose", one, "label"))
                                .toList());
    }

    private void row(String label, String value) {
        if (value != null && !value.isBlank()) {
            html.append("<dt>")
                    .append(escape(label))
                    .append("</dt><dd>")
                    .append(escape(value))
                    .append("</dd>");
        }
    }

    private static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> {
                    if (letter >= ' ' || letter == '\n') {
                        safe.appendCodePoint(letter);
                    }
                }
            }
        });
        return safe.toString();
    }
}
