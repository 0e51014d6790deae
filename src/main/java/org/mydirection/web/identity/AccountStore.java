package org.mydirection.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import org.mydirection.identity.SigningIn;

/**
 * Answers Jakarta Security whether a name and a passphrase fit. The caller's name from then on is the id of the account;
 * the one group says only that somebody signed in. Roles are read from the database at each request.
 */
@ApplicationScoped
public class AccountStore implements IdentityStore {

    @Inject
    private SigningIn signingIn;

    /** Called by the platform with the credential of the form. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return signingIn
                .signIn(credential.getCaller(), credential.getPasswordAsString())
                .map(account -> new CredentialValidationResult(account.text(), Set.of("signed-in")))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
