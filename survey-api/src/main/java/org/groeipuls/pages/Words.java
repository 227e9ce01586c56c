package org.groeipuls.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Texts, numbers and dates in one language. A text that is missing is a fault, never a blank. */
public record Words(Language language, ZoneId zone) {
    private static final String BUNDLE = "pages.messages";
    private static final ResourceBundle.Control AS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** @throws java.util.MissingResourceException when the bundle lacks the key */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle(language).getString(key), language.locale()).format(arguments);
    }

    /** A text that may be missing: not every statement has one of every kind. */
    public Optional<String> find(String key) {
        return bundle(language).containsKey(key) ? Optional.of(text(key)) : Optional.empty();
    }

    public static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(BUNDLE, Locale.of(language.tag()), AS_ASKED);
    }

    /** One decimal, half up, as is usual in the language. */
    public String score(double value) {
        return written(rounded(value));
    }

    /** A number of answers: whole where it is whole, else one decimal. */
    public String count(double n) {
        var plain = rounded(n);
        return plain.stripTrailingZeros().scale() <= 0
                ? plain.setScale(0, RoundingMode.HALF_UP).toString()
                : written(plain);
    }

    /** From one score to another. */
    public String span(double low, double high) {
        return score(low) + "–" + score(high);
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()).format(day);
    }

    /** Short enough for a table. */
    public String shortDate(LocalDate day) {
        return withoutDots(
                DateTimeFormatter.ofPattern("d MMM yyyy", language.locale()).format(day));
    }

    /** Short enough for an axis. */
    public String month(LocalDate day) {
        return withoutDots(
                DateTimeFormatter.ofPattern("MMM ’yy", language.locale()).format(day));
    }

    /** A month, where a day would promise too much. */
    public String monthAndYear(LocalDate day) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", language.locale()).format(day);
    }

    /** A difference in points with its sign, two decimals; a true minus, so that it is read as one. */
    public String points(double value) {
        return fixed(value, 2);
    }

    /** The same in three decimals, for what is small: a change in points per pulse, or a chance. */
    public String thousandths(double value) {
        return fixed(value, 3);
    }

    private String fixed(double value, int decimals) {
        var rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        var text = written(rounded.abs());
        return rounded.signum() < 0 ? "\u2212" + text : text;
    }

    /** A share, in whole percents. */
    public String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** A constant as it is, without rounding. */
    public String constant(double value) {
        return written(BigDecimal.valueOf(value));
    }

    public String moment(Instant instant) {
        var pattern = language == Language.NL ? "d MMMM yyyy 'om' HH.mm 'uur'" : "d MMMM yyyy 'at' HH:mm";
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(instant.atZone(zone));
    }

    /** A, B and C. */
    public String listed(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        var last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " " + text("and") + " " + names.get(last);
    }

    public static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }

    private String written(BigDecimal number) {
        return language == Language.NL ? number.toString().replace('.', ',') : number.toString();
    }

    private static String withoutDots(String text) {
        return text.replace(".", "");
    }
}
