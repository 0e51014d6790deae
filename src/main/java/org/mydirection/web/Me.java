package org.mydirection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.mydirection.identity.Account;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Pass;
import org.mydirection.identity.Role;
import org.mydirection.identity.SigningIn;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.NotFound;

/**
 * Who is asking, read from the database once for this request. The session holds no more than a {@link Pass}.
 * What a page shows by these flags is a courtesy; use cases ask for the permission themselves.
 */
@Named("me")
@RequestScoped
public class Me {

    @Inject
    private HttpServletRequest request;

    @Inject
    private SigningIn signingIn;

    @Inject
    private Accounts accounts;

    private Optional<Viewer> viewer;

    /** The viewer; throws {@link NotFound} when nobody is signed in, or the account was closed since. */
    public Viewer viewer() {
        return findViewer().orElseThrow(NotFound::new);
    }

    public Optional<Viewer> findViewer() {
        if (viewer == null) {
            viewer = pass().flatMap(signingIn::viewer);
        }
        return viewer;
    }

    /** What the session holds of whoever signed in with it; empty when nobody did. */
    public Optional<Pass> pass() {
        return passOf(request);
    }

    /** The same for those who need nothing else of who asks: it costs no bean. */
    public static Optional<Pass> passOf(HttpServletRequest asked) {
        return Optional.ofNullable(asked.getUserPrincipal())
                .map(Principal::getName)
                .flatMap(Pass::parse);
    }

    public boolean isSignedIn() {
        return findViewer().isPresent();
    }

    /** What staff call this person; for greeting themselves only. Empty when nobody is signed in. */
    public String getName() {
        return findViewer()
                .flatMap(known -> accounts.find(known.account()))
                .map(Account::displayName)
                .orElse("");
    }

    public boolean isStoryteller() {
        return holds(Role.STORYTELLER);
    }

    public boolean isPractitioner() {
        return holds(Role.PRACTITIONER);
    }

    public boolean isModerator() {
        return holds(Role.MODERATOR);
    }

    public boolean isCurator() {
        return holds(Role.CURATOR);
    }

    public boolean isGovernance() {
        return holds(Role.GOVERNANCE);
    }

    public boolean isAdministrator() {
        return holds(Role.ADMINISTRATOR);
    }

    private boolean holds(Role role) {
        return findViewer().filter(known -> known.roles().contains(role)).isPresent();
    }
}
