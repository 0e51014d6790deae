package org.mydirection.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.mydirection.identity.Pass;
import org.mydirection.identity.SigningIn;

/**
 * Answers Jakarta Security whether a name and a passphrase fit. The caller's name from then on is the {@link Pass};
 * the one group says only that somebody signed in. Roles are read from the database at each request.
 */
@ApplicationScoped
public class AccountStore implements IdentityStore {

    @Inject
    private SigningIn signingIn;

    @Inject
    private HttpServletRequest request;

    /** Called by the platform with the credential of the form. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return signingIn
                .signIn(credential.getCaller(), credential.getPasswordAsString(), request.getRemoteAddr())
                .map(pass -> new CredentialValidationResult(pass.text(), Set.of("signed-in")))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
