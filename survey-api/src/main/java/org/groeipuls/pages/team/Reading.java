package org.groeipuls.pages.team;

import java.math.BigDecimal;
import java.util.List;
import org.groeipuls.pages.Words;
import org.groeipuls.scoring.Interval;

/**
 * What a trend says, in one sentence with fixed words: "probably" always means the 90 % the bands are drawn with.
 * Nothing is said of rise or fall, and nothing is put down to a cause.
 */
final class Reading {
    private static final BigDecimal MIDDLE = new BigDecimal("3.0");

    private Reading() {}

    static String of(List<TrendColumn> columns, Words words) {
        var sentence = level(columns, words);
        if (!columns.isEmpty() && columns.getLast().gap()) {
            sentence += " " + words.text("reading.last-withheld");
        }
        return sentence;
    }

    private static String level(List<TrendColumn> columns, Words words) {
        if (columns.isEmpty()) {
            return words.text("reading.none");
        }
        int line = columns.getLast().point().line();
        var own = columns.stream()
                .filter(column -> !column.gap() && column.point().line() == line)
                .toList();
        if (own.isEmpty()) {
            return words.text(line > 1 ? "reading.none-since-change" : "reading.none");
        }
        var last = own.getLast();
        var shown = java.util.Objects.requireNonNull(last.shown());
        var drawn = last.onLine();
        var interval = TrendColumn.inScale(drawn ? shown.band() : shown.range());
        return words.text(
                drawn ? "reading.line" : "reading.early",
                last.own(),
                words.date(last.point().countedOn()),
                words.score(interval.low()),
                words.score(interval.high()),
                words.text(step(interval)));
    }

    /** On which side of the middle of the scale; judged on the rounded numbers that are printed beside it. */
    private static String step(Interval interval) {
        if (Words.rounded(interval.low()).compareTo(MIDDLE) > 0) {
            return "reading.above";
        }
        return Words.rounded(interval.high()).compareTo(MIDDLE) < 0 ? "reading.below" : "reading.either";
    }
}
