package org.mydirection.web;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.mydirection.consent.ConsentSettings;
import org.mydirection.identity.SigningIn;
import org.mydirection.shared.Refusal;
import org.mydirection.web.demo.Demo;

/** Signing in. A wrong passphrase, an unknown name and a closed account all say the same. */
@Named
@RequestScoped
public class SigninPage {

    /** Where Soteria keeps the request that led to signing in; by its name, for its type is not ours to see. */
    private static final String ASKED_FOR = "org.glassfish.soteria.original.request";

    @Inject
    private SecurityContext security;

    @Inject
    private SigningIn signingIn;

    @Inject
    private Messages messages;

    @Inject
    private ConsentSettings settings;

    @Inject
    private Demo demo;

    @Inject
    private Me me;

    private String username;
    private String passphrase;
    private boolean continued;
    private boolean out;

    /**
     * Whoever is signed in already goes on. Signing in leads to the page that was asked for, but sends no form again: its page
     * went with its session, and who pressed "Sign out" in a session that had ended is signed out.
     */
    public String enter() {
        String sent = ofAskedFor("method");
        if (sent != null && !sent.equals("GET")) {
            out = Door.SIGN_OUT.stream().anyMatch(button -> ofAskedFor("parameters['" + button + "'][0]") != null);
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .getSessionMap()
                    .remove(ASKED_FOR);
        }
        return me.isSignedIn() && !continued ? "/home.xhtml?faces-redirect=true" : null;
    }

    private static String ofAskedFor(String property) {
        FacesContext page = FacesContext.getCurrentInstance();
        return page.getApplication()
                .evaluateExpressionGet(page, "#{sessionScope['" + ASKED_FOR + "']." + property + "}", String.class);
    }

    public void signIn() throws IOException {
        FacesContext page = FacesContext.getCurrentInstance();
        HttpServletRequest request =
                (HttpServletRequest) page.getExternalContext().getRequest();
        HttpServletResponse response =
                (HttpServletResponse) page.getExternalContext().getResponse();
        if (signingIn.mustWait(username, request.getRemoteAddr())) {
            messages.refuse(null, Refusal.of("signin.locked", getContact()));
            return;
        }
        request.getSession();
        // A session that somebody else may know of does not become a signed-in one.
        request.changeSessionId();
        // Never as a new authentication: the mark that one leaves in the session outlives a refused try, and the next
        // page that needs signing in would then be answered with nothing at all.
        AuthenticationStatus status = security.authenticate(
                request,
                response,
                withParams()
                        .credential(new UsernamePasswordCredential(
                                username == null ? "" : username, passphrase == null ? "" : passphrase)));
        switch (status) {
            case SEND_CONTINUE -> page.responseComplete();
            case SUCCESS ->
                page.getExternalContext().redirect(page.getExternalContext().getRequestContextPath() + "/home.xhtml");
            default -> messages.refuse(null, Refusal.of("signin.failed"));
        }
    }

    /** How to reach the team. */
    public String getContact() {
        return settings.contact(FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    /** The people of the demo, or nobody where there is no demo. */
    public List<Demo.Person> getDemoPeople() {
        return demo.people();
    }

    public String getDemoPassphrase() {
        return Demo.PASSPHRASE;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassphrase() {
        return passphrase;
    }

    public void setPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }

    public boolean isContinued() {
        return continued;
    }

    public void setContinued(boolean continued) {
        this.continued = continued;
    }

    public boolean isOut() {
        return out;
    }

    public void setOut(boolean out) {
        this.out = out;
    }
}
