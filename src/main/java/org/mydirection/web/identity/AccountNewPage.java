package org.mydirection.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.AccountKeeping;
import org.mydirection.identity.OfficeId;
import org.mydirection.identity.Passphrases;
import org.mydirection.identity.Role;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Opens an account; its first password is made here and goes on a card. */
@Named
@RequestScoped
public class AccountNewPage {

    @Inject
    private Me me;

    @Inject
    private AccountKeeping keeping;

    @Inject
    private Messages messages;

    @Inject
    private AccountCardPage card;

    private String name;
    private String username;
    private String office;
    private Role[] roles = {};

    public String open() {
        String passphrase = Passphrases.random();
        try {
            OfficeId at = office == null ? null : new OfficeId(Id.require(office));
            AccountId opened = keeping.open(me.viewer(), username, name, passphrase, at, Set.of(roles));
            return card.show(opened, passphrase);
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse(fieldOf(refusal), refusal));
            return null;
        }
    }

    private static String fieldOf(Refusal refusal) {
        return switch (refusal.code()) {
            case "account.username_form", "account.username_taken" -> "username";
            case "account.name_missing" -> "name";
            case "account.role_missing" -> "roles";
            case "account.office_unknown" -> "office";
            default -> null;
        };
    }

    public Role[] getEveryRole() {
        return Role.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getOffice() {
        return office;
    }

    public void setOffice(String office) {
        this.office = office;
    }

    public Role[] getRoles() {
        return roles;
    }

    public void setRoles(Role[] roles) {
        this.roles = roles;
    }
}
