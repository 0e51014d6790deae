package org.mydirection.web.permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.mydirection.consent.Asking;
import org.mydirection.consent.ConsentSettings;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.shared.Times;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** The last day. Three days are offered and any other can be named; none is chosen beforehand. */
@Named
@RequestScoped
public class UntilPage {

    private static final String OWN_DAY = "DAY";

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private Asking asking;

    @Inject
    private ConsentSettings settings;

    @Inject
    private Clock clock;

    private String pick;
    private String day;

    public void open() {
        Asking.Asked asked = asking.read(me.viewer(), address.story());
        if (!asked.open()) {
            address.go(Questions.LIMITS, "");
        } else if (asked.answers().lastDay() != null) {
            pick = OWN_DAY;
            day = asked.answers().lastDay().toString();
        }
    }

    public void next() {
        boolean own = pick == null || OWN_DAY.equals(pick);
        LocalDate last = own ? ownDay() : LocalDate.parse(pick);
        if (own && day != null && last == null) {
            messages.refuse("day", Refusal.of("permission.not_a_day"));
            return;
        }
        try {
            asking.answerLastDay(me.viewer(), address.story(), last);
            address.go(Questions.DETAIL, Questions.of(Detail.EACH_TIME).more());
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse(own && pick != null ? "day" : "pick", refusal));
        }
    }

    private LocalDate ownDay() {
        return day == null ? null : DayText.read(day).orElse(null);
    }

    /** What is offered: a number of months from today, as far as the longest time allows. */
    public List<Offer> getOffers() {
        return Stream.of(3, 6, 12)
                .filter(months -> months <= settings.mostMonths())
                .map(months -> new Offer(months, today().plusMonths(months)))
                .toList();
    }

    /** The last day that can be picked. */
    public LocalDate getFarthest() {
        return today().plusMonths(settings.mostMonths());
    }

    private LocalDate today() {
        return Times.day(clock.instant());
    }

    public String getPick() {
        return pick;
    }

    public void setPick(String pick) {
        this.pick = pick;
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    /** A number of months, and the day they end on. */
    public record Offer(int months, LocalDate day) {}
}
