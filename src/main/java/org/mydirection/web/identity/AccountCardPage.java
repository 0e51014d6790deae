package org.mydirection.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.AccountKeeping;
import org.mydirection.identity.AccountKeeping.AccountRow;
import org.mydirection.shared.Id;
import org.mydirection.web.Me;

/**
 * A card with sign-in name and password, to hand over. The password is kept for the one request after the one that made
 * it, and nowhere in words after that.
 */
@Named
@RequestScoped
public class AccountCardPage {

    private static final String PASSPHRASE = "card.passphrase";

    @Inject
    private Me me;

    @Inject
    private AccountKeeping keeping;

    private String account;
    private AccountRow row;
    private String passphrase;

    /** The way to the card. */
    public String show(AccountId id, String made) {
        page().getFlash().put(PASSPHRASE, made);
        return "/identity/account-card.xhtml?faces-redirect=true&account=" + id.text();
    }

    public void load() {
        row = keeping.read(me.viewer(), new AccountId(Id.require(account)));
        passphrase = (String) page().getFlash().get(PASSPHRASE);
    }

    /** Where to sign in, as the administrator's browser reached it. */
    public String getWhere() {
        ExternalContext here = page();
        boolean usual = here.getRequestServerPort() == (here.isSecure() ? 443 : 80);
        return here.getRequestServerName()
                + (usual ? "" : ":" + here.getRequestServerPort())
                + here.getRequestContextPath();
    }

    private static ExternalContext page() {
        return FacesContext.getCurrentInstance().getExternalContext();
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

    /** Null when it was shown before. */
    public String getPassphrase() {
        return passphrase;
    }
}
