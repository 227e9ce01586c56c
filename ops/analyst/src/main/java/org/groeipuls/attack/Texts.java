package org.groeipuls.attack;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

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

    /** @throws MissingResourceException when nobody wrote this text */
    public String of(String key) {
        return words.getString(key);
    }
}
