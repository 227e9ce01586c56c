package org.groeipuls.instrument;

import java.util.Locale;

/** One text in Dutch and in English, each 1 to 300 characters. */
public record Localised(String nl, String en) {

    /** @throws InvalidInstrument if a language is missing, blank, too long or holds control characters */
    public Localised {
        Must.beText(nl, "The Dutch text (nl)");
        Must.beText(en, "The English text (en)");
    }

    /** Dutch for a Dutch-speaking locale, English for every other. */
    public String in(Locale locale) {
        return "nl".equals(locale.getLanguage()) ? nl : en;
    }

    /**
     * The text in {@code nl} or {@code en}.
     *
     * @throws IllegalArgumentException for any other language
     */
    public String in(String language) {
        return switch (language) {
            case "nl" -> nl;
            case "en" -> en;
            default -> throw new IllegalArgumentException("Texts exist in nl and en only: choose one of them");
        };
    }
}
