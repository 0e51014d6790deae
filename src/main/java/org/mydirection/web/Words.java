package org.mydirection.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.mydirection.shared.Refusal;

/**
 * Every visible word, by its key in {@code org/mydirection/messages.properties}. A page reads a fixed word as
 * {@code #{words['app.back.label']}} and one with arguments as {@code #{words.with('signin.help.text', phone)}}. The
 * language is that of the page that is being rendered, else British English. A key without a word reads {@code ???key???},
 * so that it is seen; a test finds such keys before a person does.
 */
@Named("words")
@ApplicationScoped
@Typed(Words.class)
public class Words extends AbstractMap<String, String> {

    private static final String BUNDLE = "org.mydirection.messages";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm");
    private static final DateTimeFormatter WELSH_MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu 'am' HH:mm");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Supplier<Locale> language;

    /** Speaks the language of the page that is being rendered. */
    public Words() {
        this(Words::languageOfThePage);
    }

    /** Speaks the language that is given, at each word anew. */
    public Words(Supplier<Locale> language) {
        this.language = language;
    }

    /** The word of the key, placeholders unfilled; never null. */
    @Override
    public String get(Object key) {
        ResourceBundle bundle = bundle();
        String name = String.valueOf(key);
        return bundle.containsKey(name) ? bundle.getString(name) : "???" + name + "???";
    }

    /** The word of the key with its placeholders filled in order; numbers as the language writes them. */
    public String with(String key, Object... arguments) {
        return new MessageFormat(get(key), language.get()).format(arguments);
    }

    /**
     * The word of a state, a purpose or any other constant: {@code <group>.<constant in lower case>.<part>}.
     *
     * @param constant an enum constant or its name; null gives an empty text
     */
    public String of(String group, Object constant, String part) {
        if (constant == null) {
            return "";
        }
        String name = constant instanceof Enum<?> state ? state.name() : constant.toString();
        return get(group + "." + name.toLowerCase(Locale.ROOT) + "." + part);
    }

    /** A day in full, such as "9 November 2026"; empty for null. */
    public String day(LocalDate day) {
        return day == null ? "" : DAY.localizedBy(language.get()).format(day);
    }

    /** A moment as people on the spot would say it, such as "9 November 2026 at 14:05", London time; empty for null. */
    public String moment(Instant moment) {
        return moment == null
                ? ""
                : (language.get().getLanguage().equals("cy") ? WELSH_MOMENT : MOMENT)
                        .localizedBy(language.get())
                        .withZone(LONDON)
                        .format(moment);
    }

    /** The language that is spoken, as a tag for HTML, such as {@code en-GB}. */
    public String language() {
        return language.get().toLanguageTag();
    }

    /** What happened and what to do next, as one text: {@code <code>.what} and {@code <code>.next}. */
    public String both(String code, Object... arguments) {
        return with(code + ".what", arguments) + " " + with(code + ".next", arguments);
    }

    /** What happened and what to do next, of a refusal. */
    public String say(Refusal refusal) {
        return both(refusal.code(), spoken(refusal));
    }

    /** What happened, of a refusal. */
    public String what(Refusal refusal) {
        return with(refusal.code() + ".what", spoken(refusal));
    }

    /** What to do now, of a refusal. */
    public String next(Refusal refusal) {
        return with(refusal.code() + ".next", spoken(refusal));
    }

    @Override
    public boolean containsKey(Object key) {
        return bundle().containsKey(String.valueOf(key));
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        ResourceBundle bundle = bundle();
        Map<String, String> words = new LinkedHashMap<>();
        bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
        return Map.copyOf(words).entrySet();
    }

    /** The arguments as a person says them: a date in full, a purpose by its name, all else as it is. */
    private Object[] spoken(Refusal refusal) {
        return refusal.arguments().stream().map(this::spoken).toArray();
    }

    private String spoken(String argument) {
        if (DATE.matcher(argument).matches()) {
            return day(LocalDate.parse(argument));
        }
        String purpose = "purpose." + argument.toLowerCase(Locale.ROOT) + ".label";
        return containsKey(purpose) ? get(purpose) : argument;
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(
                BUNDLE,
                language.get(),
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Locale languageOfThePage() {
        FacesContext page = FacesContext.getCurrentInstance();
        if (page != null && page.getViewRoot() != null) {
            return page.getViewRoot().getLocale();
        }
        try {
            return CDI.current().select(Language.class).get().locale();
        } catch (IllegalStateException | ContextNotActiveException noRequest) {
            return Locale.UK;
        }
    }
}
