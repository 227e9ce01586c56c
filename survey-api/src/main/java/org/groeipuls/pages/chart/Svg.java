package org.groeipuls.pages.chart;

import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** SVG as it is written: text is escaped, numbers have at most one decimal and a point. */
public final class Svg {
    private final StringBuilder written = new StringBuilder(4096);

    /**
     * Begins the drawing.
     *
     * @param kind what the style sheet knows it by
     * @param id unique in the page
     * @param title what it is about
     * @param description the same in words, for whoever cannot see it
     */
    public Svg(String kind, int width, int height, int letters, String id, String title, String description) {
        put(
                "<svg class=\"chart %s\" viewBox=\"0 0 %d %d\" font-size=\"%d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">",
                kind, width, height, letters, id, id);
        put("<title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>", id, text(title), id, text(description));
    }

    /** Adds elements; texts in the arguments have gone through {@link #text}, numbers through {@link #n}. */
    public Svg put(String format, Object... arguments) {
        written.append(String.format(Locale.ROOT, format, arguments));
        return this;
    }

    /** A number as it stands in an attribute. */
    public static String n(double number) {
        var decimal = String.format(Locale.ROOT, "%.1f", number);
        return decimal.endsWith(".0") ? decimal.substring(0, decimal.length() - 2) : decimal;
    }

    /** Plain text as it stands between tags. */
    public static String text(String plain) {
        return HtmlUtils.htmlEscape(plain, "UTF-8");
    }

    /** Ends the drawing. */
    public String end() {
        return written.append("</svg>").toString();
    }
}
