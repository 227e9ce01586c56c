package org.groeipuls.api.mail;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of letters in one language, and those that the pages say of the same rules. */
final class LetterWords {
    private static final ResourceBundle.Control AS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String language;
    private final Locale locale;
    private final ResourceBundle letters;
    private final ResourceBundle pages;

    /** @param language {@code nl} or {@code en}; anything else is Dutch */
    LetterWords(String language) {
        this.language = "en".equals(language) ? "en" : "nl";
        this.locale = this.language.equals("en") ? Locale.of("en", "GB") : Locale.of("nl", "NL");
        this.letters = bundle(this.language);
        this.pages = ResourceBundle.getBundle("pages.messages", Locale.of(this.language), AS_ASKED);
    }

    static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("mail.letters", Locale.of(language), AS_ASKED);
    }

    String language() {
        return language;
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(letters.getString(key), locale).format(arguments);
    }

    /** A text that the pages say too. */
    String page(String key, Object... arguments) {
        return new MessageFormat(pages.getString(key), locale).format(arguments);
    }

    String moment(Instant instant) {
        var pattern = language.equals("nl") ? "EEEE d MMMM yyyy 'om' HH.mm 'uur'" : "EEEE d MMMM yyyy 'at' HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(Occasion.ZONE));
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(month);
    }

    /** Names in a row, as one says them. */
    String listed(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " " + page("and") + " " + names.get(last);
    }

    String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
    }
}
