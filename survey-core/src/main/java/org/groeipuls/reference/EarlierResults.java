package org.groeipuls.reference;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another supplier found for one statement, year by year. It was asked in other words, on another scale, of other
 * people, so it is a line of its own and never part of a trend.
 *
 * @param source who measured it and where it was published, 1 to 200 characters
 * @param statement what was asked
 * @param construct the key of the construct that comes nearest; absent where none does
 * @param series in the order of the years; at least one
 */
public record EarlierResults(
        String source, Statement statement, @Nullable String construct, List<Year> series) {
    public EarlierResults {
        series = series.stream().sorted(Comparator.comparingInt(Year::year)).toList();
    }

    /** What was asked, in the languages in which it is known; at least one, each 1 to 300 characters. */
    public record Statement(@Nullable String nl, @Nullable String en) {
        /** In this language, {@code nl} or {@code en}, or else in the other. */
        public String in(String language) {
            var wanted = language.equals("nl") ? nl : en;
            var other = language.equals("nl") ? en : nl;
            return wanted != null ? wanted : other != null ? other : "";
        }
    }

    /**
     * @param percentPositive share of the answers that the supplier calls positive, 0 to 100
     * @param n how many answered, at least 5; absent where it is not known
     */
    public record Year(
            int year, double percentPositive, @Nullable Integer n) {}
}
