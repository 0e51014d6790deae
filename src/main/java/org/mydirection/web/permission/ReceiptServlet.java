package org.mydirection.web.permission;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.mydirection.consent.ConsentSettings;
import org.mydirection.consent.Receipt;
import org.mydirection.consent.ReceiptRecord;
import org.mydirection.consent.Receipts;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.story.StoryId;
import org.mydirection.web.Language;
import org.mydirection.web.Me;
import org.mydirection.web.Words;

/** The storyteller's receipt to keep: {@code GET /receipt/story/receipt.pdf} and {@code receipt.json}. For them alone. */
@WebServlet("/receipt/*")
public class ReceiptServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Me me;

    @Inject
    private transient Receipts receipts;

    @Inject
    private transient ConsentSettings settings;

    @Inject
    private transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] path = request.getPathInfo() == null
                ? new String[0]
                : request.getPathInfo().substring(1).split("/", -1);
        if (path.length != 2) {
            throw new NotFound();
        }
        StoryId story = new StoryId(Id.require(path[0]));
        Receipt receipt = receipts.latest(me.viewer(), story).orElseThrow(NotFound::new);
        switch (path[1]) {
            case "receipt.json" -> json(response, story, receipt);
            case "receipt.pdf" -> pdf(response, receipt);
            default -> throw new NotFound();
        }
    }

    private void json(HttpServletResponse response, StoryId story, Receipt receipt) throws IOException {
        String text = ReceiptRecord.json(
                receipt,
                receipts.history(me.viewer(), story),
                me.viewer().account().text(),
                settings.contact());
        send(response, "application/json", "receipt.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private void pdf(HttpServletResponse response, Receipt receipt) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Locale spoken = language.locale();
        new ReceiptPaper(new Words(() -> spoken), settings.contact(spoken)).write(receipt, file);
        send(response, "application/pdf", "receipt.pdf", file.toByteArray());
    }

    private static void send(HttpServletResponse response, String type, String name, byte[] file) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(type.startsWith("application/json") ? "UTF-8" : null);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }
}
