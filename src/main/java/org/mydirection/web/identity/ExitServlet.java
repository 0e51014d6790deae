package org.mydirection.web.identity;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** "Exit this page": ends the session and shows a page that says nothing. */
@WebServlet("/exit")
public class ExitServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Leaving leaving;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        leaving.leave(request);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        request.getRequestDispatcher("/WEB-INF/errorpages/left.xhtml").forward(request, response);
    }
}
