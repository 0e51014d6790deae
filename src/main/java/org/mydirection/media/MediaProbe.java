package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks into a container with ffprobe. */
@ApplicationScoped
class MediaProbe {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    MediaTools tools;

    /** What streams are in the file. */
    public Content look(Path file, SourceType type, Path work) throws IOException {
        ToolRun run = ask(file, type, work, "stream=codec_type:stream_disposition=attached_pic");
        if (!run.accepted()) {
            return new Content(false, false, false);
        }
        Map<String, String> answers = answers(run);
        boolean sound = answers.containsValue("audio");
        boolean film = answers.entrySet().stream()
                .filter(answer -> answer.getValue().equals("video"))
                .anyMatch(answer -> !isArtwork(answers, answer.getKey()));
        return new Content(true, sound, film);
    }

    /** Everything ffprobe says of the file, its format, streams and chapters, by ffprobe's flat names. */
    public Map<String, String> everything(Path file, SourceType type, Path work) throws IOException {
        ToolRun run = ask(file, type, work, "format:stream:chapter:format_tags:stream_tags:chapter_tags");
        if (!run.accepted()) {
            throw new IOException("a stored recording can't be read back");
        }
        return answers(run);
    }

    private ToolRun ask(Path file, SourceType type, Path work, String entries) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-of", "flat", "-show_entries", entries));
        arguments.addAll(MediaTools.container(type, file));
        return tools.ffprobe(work, LIMIT, arguments);
    }

    private static boolean isArtwork(Map<String, String> answers, String codecType) {
        return "1".equals(answers.get(codecType.replace("codec_type", "disposition.attached_pic")));
    }

    /** Lines like {@code streams.stream.0.codec_type="audio"}. */
    private static Map<String, String> answers(ToolRun run) throws IOException {
        Map<String, String> answers = new TreeMap<>();
        for (String line :
                Files.readString(run.output(), StandardCharsets.ISO_8859_1).split("\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                answers.put(
                        line.substring(0, equals), line.substring(equals + 1).replaceAll("^\"|\"$", ""));
            }
        }
        return answers;
    }

    /**
     * Immutable.
     *
     * @param readable whether the container opens at all
     * @param sound whether it has a sound stream
     * @param film whether it has moving pictures; the artwork of an album is none
     */
    record Content(boolean readable, boolean sound, boolean film) {}
}
