package org.mydirection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mydirection.consent.Notice;
import org.mydirection.consent.Notice.Form;
import org.mydirection.consent.Notice.Passage;
import org.mydirection.consent.NoticeSound;
import org.mydirection.consent.Notices;
import org.mydirection.consent.Purpose;

/**
 * The notice as pages show it: in the language of the page and the form that was chosen there, the lines of a passage put
 * together as headings, sentences and lists.
 */
@Named("passages")
@RequestScoped
public class Passages {

    /** What an address says of the form: {@code easy} or {@code full}. */
    static final String FORM = "form";

    @Inject
    private Notices notices;

    @Inject
    private NoticeSound sound;

    @Inject
    private Address address;

    @Inject
    private Words words;

    private Form before = Form.FULL;

    /** The notice of today in the language of the page and in {@link #getForm() the form}. */
    public Notice getNotice() {
        return notices.current(
                getForm().in(FacesContext.getCurrentInstance().getViewRoot().getLocale()));
    }

    /** The form in which it was read before holds where the address names none. */
    public void readBefore(Locale readIn) {
        before = Form.of(readIn);
    }

    public Form getForm() {
        return switch (address.get(FORM)) {
            case "easy" -> Form.EASY_READ;
            case "full" -> Form.FULL;
            default -> before;
        };
    }

    public boolean isEasy() {
        return getForm() == Form.EASY_READ;
    }

    /** As an address says it. */
    public String getFormName() {
        return isEasy() ? "easy" : "full";
    }

    /** In which form and language a text was read, as a person says it; empty for null. */
    public String readIn(String language) {
        return readIn(words, language);
    }

    /** The same, with the words that are given. */
    public static String readIn(Words words, String language) {
        if (language == null) {
            return "";
        }
        Locale read = Locale.forLanguageTag(language);
        return words.of("permission.form", Form.of(read), "label") + ", "
                + words.of("permission.tongue", read.getLanguage(), "label");
    }

    /** The topic with that key, such as {@code topic.must_act}. */
    public Passage topic(String key) {
        return getNotice().topic(key);
    }

    /** Where that part is played as a person read it out, from the context root; null where nobody did. */
    public String sound(String part) {
        Notice notice = getNotice();
        return sound.of(notice, part)
                .map(file -> "/notice-sound/" + notice.hash() + "/" + part)
                .orElse(null);
    }

    /** The same, of the question about a purpose. */
    public String soundOf(Purpose purpose) {
        return sound(Notice.part(purpose));
    }

    /** Whether somebody read out the summary and every topic, so that a page that shows these can be listened to whole. */
    public boolean isReadOut() {
        return sound.extent(getNotice()).missing().stream().allMatch(part -> part.startsWith("purpose."));
    }

    /** The blocks of a passage, in its order. */
    public List<Block> blocks(Passage passage) {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        Kind kind = null;
        for (String line : passage.lines()) {
            Kind next = Kind.of(line);
            if (next != kind || next == Kind.HEADING) {
                add(blocks, kind, lines);
                lines.clear();
                kind = next;
            }
            lines.add(next == Kind.TEXT ? line : line.substring(2));
        }
        add(blocks, kind, lines);
        return blocks;
    }

    private static void add(List<Block> blocks, Kind kind, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(new Block(kind, List.copyOf(lines)));
        }
    }

    /** What a block is. */
    public enum Kind {
        HEADING,
        TEXT,
        LIST;

        private static Kind of(String line) {
            return line.startsWith("# ") ? HEADING : line.startsWith("- ") ? LIST : TEXT;
        }
    }

    /** Lines that belong together: one heading, sentences, or the items of a list. */
    public record Block(Kind kind, List<String> lines) {

        /** The lines as one text with line breaks. */
        public String text() {
            return String.join("\n", lines);
        }
    }
}
