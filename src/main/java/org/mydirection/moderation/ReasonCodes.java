package org.mydirection.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The reasons of the moderation policy, from the content file {@code content/policy-reasons.yaml}. */
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
        try (InputStream file = ReasonCodes.class.getResourceAsStream("/content/policy-reasons.yaml")) {
            Map<String, List<Map<String, Object>>> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            Map<String, Reason> loaded = new LinkedHashMap<>();
            for (Map<String, Object> entry : yaml.get("reason_codes")) {
                Reason reason = new Reason(
                        text(entry, "key"),
                        "C".equals(text(entry, "stage")) ? Stage.CONSENT : Stage.CONTENT,
                        text(entry, "covers"),
                        text(entry, "do"),
                        text(entry, "say"));
                loaded.put(reason.key(), reason);
            }
            return loaded;
        } catch (IOException unreadable) {
            throw new IllegalStateException("content/policy-reasons.yaml cannot be read", unreadable);
        }
    }

    private static String text(Map<String, Object> entry, String name) {
        return String.valueOf(entry.get(name)).strip();
    }

    /**
     * One reason.
     *
     * @param covers when it applies, for the reviewer
     * @param advice what to do, for the reviewer
     * @param say what the storyteller reads
     */
    public record Reason(String key, Stage stage, String covers, String advice, String say) {}
}
