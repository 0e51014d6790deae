package org.mydirection.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;

/** Says how one signs in: by our own form, and then on to the page that was asked for (Jakarta Security, custom form). */
@CustomFormAuthenticationMechanismDefinition(
        loginToContinue =
                @LoginToContinue(loginPage = "/signin.xhtml?continue=true", useForwardToLogin = false, errorPage = ""))
@ApplicationScoped
public class SignInGate {}
