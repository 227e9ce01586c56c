package org.groeipuls.attack;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The words of the report in one language. */
public final class Texts {
    private final ResourceBundle words;

    /** @param language {@code nl} or {@code en} */
    public Texts(String language) {
        this.words = ResourceBundle.getBundle(
                "org.groeipuls.attack.texts",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A target's label, with the words in it that have a text of their own. */
    String where(String label) {
        if (label.isEmpty()) {
            return of("report.server");
        }
        return label.replace("blind", of("report.blind")).replace("links", of("report.links"));
    }

    /** Says which attacks were not run to their end on any target. */
    public String notRun(List<String> attacks) {
        return of("verdict.notRun")
                + attacks.stream().map(key -> of(key + ".name")).collect(Collectors.joining("; ", ": ", "."));
    }

    /** @throws MissingResourceException when nobody wrote this text */
    public String of(String key) {
        return words.getString(key);
    }
}
