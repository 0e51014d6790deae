package org.mydirection.web.permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.mydirection.consent.Asking;
import org.mydirection.consent.AskingWhoMaySee;
import org.mydirection.consent.AskingWhoMaySee.OfficeChoice;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.OfficeId;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refused;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Who may see it, and at which offices never. */
@Named
@RequestScoped
public class AudiencePage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private Asking asking;

    @Inject
    private AskingWhoMaySee whoMaySee;

    private Audience audience;
    private String[] excluded = {};
    private String[] named = {};

    public void open() {
        Asking.Asked asked = asking.read(me.viewer(), address.story());
        if (!asked.open()) {
            address.go(Questions.LIMITS, "");
            return;
        }
        audience = asked.answers().audience();
        named = asked.answers().namedPeople().stream().map(AccountId::text).toArray(String[]::new);
        excluded =
                asked.answers().excludedOffices().stream().map(OfficeId::text).toArray(String[]::new);
    }

    public void next() {
        try {
            whoMaySee.answer(
                    me.viewer(),
                    address.story(),
                    audience,
                    Arrays.stream(excluded)
                            .map(office -> new OfficeId(Id.require(office)))
                            .collect(Collectors.toSet()),
                    Arrays.stream(named)
                            .map(person -> new AccountId(Id.require(person)))
                            .collect(Collectors.toSet()));
            address.go(Questions.IDENTITY, "");
        } catch (Refused refused) {
            String field = audience == Audience.NAMED_PEOPLE ? "named" : "audience";
            refused.refusals().forEach(refusal -> messages.refuse(field, refusal));
        }
    }

    public List<OfficeChoice> getOffices() {
        return whoMaySee.offices(me.viewer());
    }

    public List<AskingWhoMaySee.PersonChoice> getPeople() {
        return whoMaySee.people(me.viewer());
    }

    public String[] getNamed() {
        return named.clone();
    }

    public void setNamed(String[] named) {
        this.named = named == null ? new String[0] : named.clone();
    }

    public List<Audience> getChoices() {
        return List.of(Audience.values());
    }

    public Audience getAudience() {
        return audience;
    }

    public void setAudience(Audience audience) {
        this.audience = audience;
    }

    public String[] getExcluded() {
        return excluded.clone();
    }

    public void setExcluded(String[] excluded) {
        this.excluded = excluded == null ? new String[0] : excluded.clone();
    }
}
