package org.mydirection.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.mydirection.identity.SigningIn;
import org.mydirection.web.Door;
import org.mydirection.web.Me;

/** Ends the session: by "Sign out" on any page, or by "Exit this page". */
@Named("signOutPage")
@RequestScoped
public class Leaving {

    @Inject
    private SigningIn signingIn;

    @Inject
    private Me me;

    /** The action of "Sign out". */
    public String go() throws ServletException {
        leave((HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest());
        return "/signin.xhtml?out=true&faces-redirect=true";
    }

    void leave(HttpServletRequest request) throws ServletException {
        me.findViewer().ifPresent(viewer -> signingIn.signOut(viewer.account()));
        Door.end(request);
    }
}
