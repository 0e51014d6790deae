package org.mydirection.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.AccountKeeping;
import org.mydirection.identity.AccountKeeping.AccountRow;
import org.mydirection.identity.Passphrases;
import org.mydirection.identity.Role;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** One account: its roles, a new password, its end. What is kept about a person on probation: {@link CaseRecord}. */
@Named
@RequestScoped
public class AccountPage {

    @Inject
    private Me me;

    @Inject
    private AccountKeeping keeping;

    @Inject
    private Messages messages;

    @Inject
    private AccountCardPage card;

    private String account;
    private AccountRow row;
    private Role[] roles = {};

    /** Before anything of a form is read: which forms there are depends on whose account it is. */
    @PostConstruct
    void open() {
        account = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("account");
        load();
    }

    private void load() {
        row = keeping.read(me.viewer(), id());
        roles = row.roles().toArray(new Role[0]);
    }

    public String saveRoles() {
        try {
            keeping.changeRoles(me.viewer(), id(), Set.of(roles));
            messages.done("accounts.saved.text");
            return "/identity/account.xhtml?faces-redirect=true&includeViewParams=true";
        } catch (Refused refused) {
            return stay("roles", refused);
        }
    }

    public String giveNewPassphrase() {
        String made = Passphrases.random();
        keeping.changePassphrase(me.viewer(), id(), made);
        return card.show(id(), made);
    }

    public String close() {
        try {
            keeping.close(me.viewer(), id());
            messages.done("accounts.closed.text");
            return "/identity/accounts.xhtml?faces-redirect=true";
        } catch (Refused refused) {
            return stay(null, refused);
        }
    }

    /** Stays on the page, with the reasons at that field. */
    public String stay(String field, Refused refused) {
        for (Refusal refusal : refused.refusals()) {
            messages.refuse(field, refusal);
        }
        load();
        return null;
    }

    /** Whose account this is; {@link org.mydirection.shared.NotFound} for an address that names none. */
    public AccountId id() {
        return new AccountId(Id.require(account));
    }

    public boolean isOwn() {
        return me.viewer().is(row.id());
    }

    public boolean isStoryteller() {
        return row.roles().contains(Role.STORYTELLER);
    }

    public Role[] getEveryRole() {
        return Role.values();
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public AccountRow getRow() {
        return row;
    }

    public Role[] getRoles() {
        return roles;
    }

    public void setRoles(Role[] roles) {
        this.roles = roles;
    }
}
