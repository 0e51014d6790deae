package org.mydirection.consent;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mydirection.shared.Settings;

/**
 * The notice as a person read it out, part by part: files {@code <part>.m4a} in a folder such as {@code notice-1-en-easy} of
 * the setting {@code content.dir}. A file {@code text.sha256} there holds the hash of the text that was read: while the text
 * that is shown has another, nothing of the folder is played.
 */
@ApplicationScoped
public class NoticeSound {

    private static final Logger LOG = Logger.getLogger(NoticeSound.class.getName());

    /** 20 MB: some 40 minutes of speech, for one part. */
    private static final long MOST_BYTES = 20_000_000;

    /** Where a file of MP4 says what it is (ISO/IEC 14496-12 §4.3), after the length of that box. */
    private static final byte[] MP4 = "ftyp".getBytes(US_ASCII);

    private static final int LENGTH_OF_BOX = 4;

    @Inject
    private Settings settings;

    @Inject
    private Notices notices;

    /** That part of the notice, read out; empty where there is none, or not of this text. */
    public Optional<Path> of(Notice notice, String part) {
        if (!notice.parts().contains(part) || !readsOut(notice)) {
            return Optional.empty();
        }
        return folder(notice).map(folder -> folder.resolve(part + ".m4a")).filter(NoticeSound::playable);
    }

    /** The same, of the text of today with that hash, in any language and form. */
    public Optional<Path> of(String hash, String part) {
        return today().stream()
                .filter(notice -> notice.hash().equals(hash))
                .findFirst()
                .flatMap(notice -> of(notice, part));
    }

    /** How far the text of today with that hash was read out; empty when it is not of today. */
    public Optional<Extent> extent(String hash) {
        return today().stream()
                .filter(notice -> notice.hash().equals(hash))
                .findFirst()
                .map(this::extent);
    }

    /** How far that notice was read out. */
    public Extent extent(Notice notice) {
        boolean there = folder(notice).filter(Files::isDirectory).isPresent();
        List<String> missing = notice.parts().stream()
                .filter(part -> of(notice, part).isEmpty())
                .toList();
        return new Extent(there && !readsOut(notice), notice.parts().size(), missing, notice.folder());
    }

    /** Says in the log which folders are of another text. Called at the start. */
    public void check() {
        for (Notice notice : today()) {
            if (extent(notice).ofAnotherText()) {
                LOG.log(
                        Level.WARNING,
                        "The recordings in the folder {0} of the setting content.dir are not played: the notice that is"
                                + " shown has the hash {1}, and their file text.sha256 names another or none.",
                        new Object[] {notice.folder(), notice.hash()});
            }
        }
    }

    private List<Notice> today() {
        return notices.languages().stream().map(notices::current).toList();
    }

    private Optional<Path> folder(Notice notice) {
        return settings.find("content.dir").map(content -> Path.of(content, notice.folder()));
    }

    private boolean readsOut(Notice notice) {
        Optional<Path> named = folder(notice).map(folder -> folder.resolve("text.sha256"));
        if (named.filter(Files::isRegularFile).isEmpty()) {
            return false;
        }
        try (InputStream file = Files.newInputStream(named.get())) {
            // As sha256sum writes it, too: the hash and then a name.
            String line = new String(file.readNBytes(200), US_ASCII).strip();
            return line.toLowerCase(Locale.ROOT).split("\\s", 2)[0].equals(notice.hash());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean playable(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return false;
            }
            try (InputStream bytes = Files.newInputStream(file)) {
                bytes.skipNBytes(LENGTH_OF_BOX);
                return Arrays.equals(bytes.readNBytes(MP4.length), MP4);
            }
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * How far a notice was read out.
     *
     * @param ofAnotherText whether the folder is there, and is not of this text
     * @param parts how many parts the notice has
     * @param missing those that nobody read out, in order
     * @param folder the name of the folder that is looked into
     */
    public record Extent(boolean ofAnotherText, int parts, List<String> missing, String folder) {

        /** Whether every part can be played. */
        public boolean whole() {
            return missing.isEmpty();
        }

        /** How many parts can be played. */
        public int there() {
            return parts - missing.size();
        }
    }
}
