package org.groeipuls.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The two languages of the pages. */
public enum Language {
    NL(Locale.of("nl", "NL")),
    EN(Locale.of("en", "GB"));

    private static final List<String> TAGS = List.of("nl", "en");

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** {@code nl} or {@code en}. */
    public String tag() {
        return locale.getLanguage();
    }

    public Language other() {
        return this == NL ? EN : NL;
    }

    /** What the address asks for, else what the browser prefers, else Dutch. */
    public static Language of(HttpServletRequest request) {
        return of(request.getParameter("lang"), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Language of(@Nullable String asked, @Nullable String accepted) {
        var tag = asked != null && TAGS.contains(asked) ? asked : preferred(accepted);
        return "en".equals(tag) ? EN : NL;
    }

    private static @Nullable String preferred(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return null;
        }
        try {
            return Locale.lookupTag(Locale.LanguageRange.parse(accepted), TAGS);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
