package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mydirection.consent.Notice.Form;
import org.mydirection.consent.Notice.Passage;
import org.mydirection.consent.Notice.PurposeText;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The notices, from the content files {@code content/notice-<version>-<language>.yaml}, and those of easy read from
 * {@code content/notice-<version>-<language>-easy.yaml}. What stands in braces is filled in from the settings before anything is shown or hashed, so that the hash covers what a person saw.
 */
@ApplicationScoped
public class Notices {

    /** The version that is shown now. A change of the text is a new file with a new number. */
    static final int CURRENT = 1;

    private static final List<String> LANGUAGES = List.of("en", "cy");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

    @Inject
    private ConsentSettings settings;

    @Inject
    private Instance<EntityManager> em;

    @Inject
    private Clock clock;

    private final Map<String, Notice> loaded = new ConcurrentHashMap<>();

    /** The notice of today in that language and {@link Form}; in English where there is none in it. */
    public Notice current(Locale language) {
        return load(CURRENT, known(language) + (Form.of(language) == Form.EASY_READ ? "-easy" : ""));
    }

    private static String known(Locale language) {
        return LANGUAGES.contains(language.getLanguage()) ? language.getLanguage() : "en";
    }

    /**
     * The same, its text kept in the database for as long as a record may name it. Earlier versions of the notice are
     * replaced by that: nobody sees a story by them until its storyteller was asked again. In the caller's transaction.
     */
    Notice keep(Locale language) {
        Notice notice = current(language);
        if (em.get().find(KeptNotice.class, notice.hash()) == null) {
            em.get()
                    .createQuery("update KeptNotice n set n.replacedAt = :now where n.version < :version"
                            + " and n.replacedAt is null")
                    .setParameter("now", clock.instant())
                    .setParameter("version", notice.version())
                    .executeUpdate();
            em.get().persist(new KeptNotice(notice, clock.instant()));
            em.get().flush();
        }
        return notice;
    }

    /** What somebody reads who is in another person's story, with the last day filled in. */
    public OtherNotice forOthers(Locale language, String until) {
        Map<String, Map<String, Object>> parts = new LinkedHashMap<>();
        for (Object entry : (List<?>) yaml(CURRENT, known(language)).get("third_party")) {
            parts.put(String.valueOf(map(entry).get("key")), map(entry));
        }
        Map<String, Object> notice = parts.get("third_party.notice");
        Map<String, Object> question = parts.get("third_party.question");
        List<String> lines = String.valueOf(notice.get("text"))
                .strip()
                .lines()
                .map(line -> line.replace("{until}", until).replace("{service_contact}", settings.contact(language)))
                .toList();
        String hash = ConsentEvent.sha256(CURRENT + "\n" + lines + "\n" + question.get("ask"));
        return new OtherNotice(
                plain(notice, "title"),
                lines,
                plain(question, "ask"),
                plain(question, "no_label"),
                plain(question, "yes_label"),
                plain(parts.get("third_party.withdrawn"), "text"),
                hash);
    }

    /** The notice for somebody in another person's story. */
    public record OtherNotice(
            String title,
            List<String> lines,
            String ask,
            String noLabel,
            String yesLabel,
            String withdrawn,
            String hash) {}

    /** Whether the text with that hash is kept, and neither replaced nor found wrong. */
    boolean stands(String hash) {
        KeptNotice kept = hash == null ? null : em.get().find(KeptNotice.class, hash);
        return kept != null && kept.stands();
    }

    /** The languages and forms in which the notice can be read: English first, in full first. */
    public List<Locale> languages() {
        return Stream.of(Form.values())
                .flatMap(form -> LANGUAGES.stream().map(Locale::forLanguageTag).map(form::in))
                .toList();
    }

    private Notice load(int version, String language) {
        // The settings that are filled in may change between two tests, never while the application runs.
        return loaded.compute(
                version + language + settings.mostMonths() + settings.coolingOff() + contact(language),
                (key, before) -> before != null ? before : read(version, language));
    }

    /** In that language: a tag, or the name of a file, which begins with two letters of it. */
    private String contact(String language) {
        return settings.contact(Locale.forLanguageTag(language.substring(0, 2)));
    }

    private Notice read(int version, String language) {
        return read(yaml(version, language));
    }

    private static Map<String, Object> yaml(int version, String language) {
        try (InputStream file =
                Notices.class.getResourceAsStream("/content/notice-" + version + "-" + language + ".yaml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the notice " + version + " cannot be read", unreadable);
        }
    }

    private Notice read(Map<String, Object> yaml) {
        Map<String, Object> fills = new LinkedHashMap<>(map(yaml.get("fills")));
        fills.put("service_contact", contact(plain(yaml, "language")));
        int version = (Integer) yaml.get("version");
        String language = plain(yaml, "language");
        Passage summary = passage(map(yaml.get("summary")), fills);
        List<Passage> topics = new ArrayList<>();
        for (Object entry : (List<?>) yaml.get("topics")) {
            topics.add(passage(map(entry), fills));
        }
        Map<Purpose, PurposeText> purposes = new EnumMap<>(Purpose.class);
        for (Object entry : (List<?>) yaml.get("purposes")) {
            Map<String, Object> purpose = map(entry);
            if (purpose.containsKey("purpose")) {
                purposes.put(Purpose.valueOf(plain(purpose, "purpose")), purposeText(purpose, fills));
            }
        }
        String hash = ConsentEvent.sha256(version + "\n" + language + "\n" + summary + "\n" + topics + "\n" + purposes);
        return new Notice(version, language, summary, List.copyOf(topics), purposes, hash);
    }

    private PurposeText purposeText(Map<String, Object> purpose, Map<String, Object> fills) {
        return new PurposeText(
                text(purpose, "title", fills),
                text(purpose, "text", fills),
                text(purpose, "risk", fills),
                text(purpose, "ask", fills),
                text(purpose, "no_label", fills),
                text(purpose, "yes_label", fills));
    }

    /** A passage with sections becomes one: each section's title is a line of its own. */
    private Passage passage(Map<String, Object> entry, Map<String, Object> fills) {
        List<String> lines = new ArrayList<>();
        if (entry.containsKey("sections")) {
            for (Object section : (List<?>) entry.get("sections")) {
                Map<String, Object> part = map(section);
                lines.add("# " + text(part, "title", fills));
                text(part, "text", fills).lines().forEach(lines::add);
            }
        } else {
            text(entry, "text", fills).lines().forEach(lines::add);
        }
        lines.removeIf(String::isBlank);
        return new Passage(plain(entry, "key"), text(entry, "title", fills), List.copyOf(lines));
    }

    private static String plain(Map<String, Object> entry, String name) {
        return String.valueOf(entry.get(name)).strip();
    }

    private String text(Map<String, Object> entry, String name, Map<String, Object> fills) {
        Matcher braces = PLACEHOLDER.matcher(plain(entry, name));
        return braces.replaceAll(match -> Matcher.quoteReplacement(fill(match.group(1), fills)));
    }

    private String fill(String placeholder, Map<String, Object> fills) {
        return switch (placeholder) {
            case "max_months" -> String.valueOf(settings.mostMonths());
            case "cooling_days" -> String.valueOf(settings.coolingOff().toDays());
            default -> {
                if (!fills.containsKey(placeholder)) {
                    throw new IllegalStateException("the notice has an unknown placeholder: " + placeholder);
                }
                yield plain(fills, placeholder);
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object entry) {
        return (Map<String, Object>) entry;
    }
}
