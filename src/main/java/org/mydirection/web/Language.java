package org.mydirection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.mydirection.identity.SigningIn;

/**
 * The language of this request: what the person chose, as kept with their account; before they sign in, what was chosen at
 * this device last, by a cookie that holds {@code en} or {@code cy} and nothing of a person; else the first of the browser's
 * languages that we speak; else British English.
 */
@Named("language")
@RequestScoped
public class Language {

    /** Welsh, as Wales speaks it. */
    public static final Locale WELSH = Locale.forLanguageTag("cy-GB");

    static final String COOKIE = "language";
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    /** What the addresses of pages name things by. */
    static final List<String> IDS = List.of(
            "story",
            "scene",
            "guide",
            "ask",
            "voice",
            "group",
            "at",
            "prompt",
            "purpose",
            "goal",
            "person",
            "collection",
            "presentation",
            "review",
            "stage",
            "account",
            "about",
            "actor",
            "office",
            "form",
            "event",
            "from",
            "until",
            "before",
            "out");

    @Inject
    private HttpServletRequest request;

    @Inject
    private Me me;

    @Inject
    private SigningIn signingIn;

    private Locale locale;

    public Locale locale() {
        if (locale == null) {
            locale = of(chosen().or(this::cookie).or(this::asked).orElse("en"));
        }
        return locale;
    }

    private Optional<String> chosen() {
        return me.findViewer().flatMap(viewer -> signingIn.languageOf(viewer.account()));
    }

    /** The language in which the other link offers the page: {@code cy} on an English page. */
    public String getOther() {
        return isWelsh() ? "en" : "cy";
    }

    public boolean isWelsh() {
        return locale().equals(WELSH);
    }

    /** The page and its ids, to come back to it after a change of language. */
    public String getHere() {
        String page = request.getServletPath() == null ? "" : request.getServletPath();
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        // Of a post, too: its form repeats the ids as hidden fields.
        for (String name : IDS) {
            String value = request.getParameter(name);
            if (value != null && value.matches("[A-Za-z0-9._-]{1,60}")) {
                query.add(name + "=" + value);
            }
        }
        return page + query;
    }

    private Optional<String> cookie() {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(Language::known)
                        .findFirst();
    }

    private Optional<String> asked() {
        Enumeration<Locale> wanted = request.getLocales();
        while (wanted.hasMoreElements()) {
            String language = wanted.nextElement().getLanguage();
            if (known(language)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** Whether we speak it: {@code en} or {@code cy}. */
    static boolean known(String language) {
        return "en".equals(language) || "cy".equals(language);
    }

    static Locale of(String language) {
        return "cy".equals(language) ? WELSH : Locale.UK;
    }

    /** Keeps the choice on this device for a year. */
    static void remember(HttpServletResponse response, boolean secure, String language) {
        Cookie cookie = new Cookie(COOKIE, language);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge(A_YEAR);
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }
}
