package org.mydirection.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The reasons of the moderation policy, from the content files {@code content/policy-reasons.yaml} and, in Welsh,
 * {@code content/policy-reasons-cy.yaml}. */
@ApplicationScoped
public class ReasonCodes {

    private final Map<String, Reason> reasons = load();

    /** The reasons that a stage may give, in the order of the policy. */
    public List<Reason> of(Stage stage) {
        return reasons.values().stream()
                .filter(reason -> reason.stage() == stage)
                .toList();
    }

    public boolean has(Stage stage, String key) {
        return find(key).filter(reason -> reason.stage() == stage).isPresent();
    }

    public Optional<Reason> find(String key) {
        return Optional.ofNullable(key).map(reasons::get);
    }

    private static Map<String, Reason> load() {
        Map<String, Map<String, Object>> welsh = new LinkedHashMap<>();
        read("policy-reasons-cy.yaml").forEach(entry -> welsh.put(text(entry, "key"), entry));
        Map<String, Reason> loaded = new LinkedHashMap<>();
        for (Map<String, Object> entry : read("policy-reasons.yaml")) {
            String key = text(entry, "key");
            Stage stage = "C".equals(text(entry, "stage")) ? Stage.CONSENT : Stage.CONTENT;
            Reason inWelsh = welsh.containsKey(key) ? reason(key, stage, welsh.get(key), null) : null;
            loaded.put(key, reason(key, stage, entry, inWelsh));
        }
        return loaded;
    }

    private static Reason reason(String key, Stage stage, Map<String, Object> entry, Reason welsh) {
        return new Reason(key, stage, text(entry, "covers"), text(entry, "do"), text(entry, "say"), welsh);
    }

    private static List<Map<String, Object>> read(String name) {
        try (InputStream file = ReasonCodes.class.getResourceAsStream("/content/" + name)) {
            Map<String, List<Map<String, Object>>> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return yaml.get("reason_codes");
        } catch (IOException unreadable) {
            throw new IllegalStateException("content/" + name + " cannot be read", unreadable);
        }
    }

    private static String text(Map<String, Object> entry, String name) {
        return String.valueOf(entry.get(name)).strip();
    }

    /**
     * One reason, in English.
     *
     * @param covers when it applies, for the reviewer
     * @param advice what to do, for the reviewer
     * @param say what the storyteller reads
     * @param welsh the same in Welsh; null of the Welsh one
     */
    public record Reason(String key, Stage stage, String covers, String advice, String say, Reason welsh) {

        /** The reason in that language; in English where it is not there in it. */
        public Reason spoken(Locale language) {
            return welsh != null && "cy".equals(language.getLanguage()) ? welsh : this;
        }
    }
}
