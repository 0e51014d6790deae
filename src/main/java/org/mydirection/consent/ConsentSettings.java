package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.mydirection.shared.Settings;

/** What an installation decides about permission; refused at the start when it cannot be. */
@ApplicationScoped
public class ConsentSettings {

    @Inject
    private Settings settings;

    /** Time to think after a yes, before anybody but reviewers sees anything: {@code consent.cooling.days}, 0 to 90. */
    public Duration coolingOff() {
        return Duration.ofDays(settings.number("consent.cooling.days", 0, 90));
    }

    /** The longest time for one yes: {@code consent.most.months}, 1 to 36. */
    public int mostMonths() {
        return (int) settings.number("consent.most.months", 1, 36);
    }

    /** How to reach the team, as the notice and receipts say it in English: {@code service.contact}. */
    public String contact() {
        return settings.text("service.contact");
    }

    /** The same in that language: {@code service.contact.cy} in Welsh, where it is given. */
    public String contact(Locale language) {
        return "cy".equals(language.getLanguage())
                ? settings.find("service.contact.cy").orElseGet(this::contact)
                : contact();
    }

    public void check() {
        coolingOff();
        mostMonths();
        contact();
    }
}
