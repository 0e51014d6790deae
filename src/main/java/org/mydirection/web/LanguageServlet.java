package org.mydirection.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.mydirection.identity.SigningIn;
import org.mydirection.shared.NotFound;

/**
 * Chooses a language: {@code GET /language?to=cy&back=/home.xhtml}. Kept in a cookie and, of somebody who is signed in, with
 * their account. Goes back to a page of ours and nowhere else.
 */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** A page of ours with opaque ids. */
    private static final Pattern OURS = Pattern.compile("(/[a-z-]{1,40}){1,3}\\.xhtml(\\?[A-Za-z0-9=&._-]{0,300})?");

    @Inject
    private transient Me me;

    @Inject
    private transient SigningIn signingIn;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String language = request.getParameter("to");
        if (!Language.known(language)) {
            throw new NotFound();
        }
        me.findViewer().ifPresent(viewer -> signingIn.speak(viewer, language));
        Language.remember(response, request.isSecure(), language);
        String back = request.getParameter("back");
        boolean ours = back != null && OURS.matcher(back).matches();
        response.sendRedirect(request.getContextPath() + (ours ? back : "/home.xhtml"));
    }
}
