package org.mydirection.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.mydirection.consent.Notice;
import org.mydirection.consent.Notice.Passage;
import org.mydirection.consent.Notices;

/** The notice as pages show it: the lines of a passage put together as headings, sentences and lists. */
@Named("passages")
@ApplicationScoped
public class Passages {

    @Inject
    private Notices notices;

    /** The notice of today in the language of the page. */
    public Notice getNotice() {
        return notices.current(FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    /** The topic with that key, such as {@code topic.must_act}. */
    public Passage topic(String key) {
        return getNotice().topic(key);
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
