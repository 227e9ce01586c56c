package org.groeipuls.reference;

import java.util.List;
import org.groeipuls.reference.EarlierResults.Year;
import org.jspecify.annotations.Nullable;

/** What has to hold of earlier results before they are imported. */
public final class ImportRules {
    /** As for everything that is shown here: no figure of fewer people. */
    public static final int LEAST_N = 5;

    private static final int FIRST_YEAR = 1950;
    private static final int MOST_YEARS = 60;
    private static final int LONGEST_SOURCE = 200;
    private static final int LONGEST_STATEMENT = 300;
    private static final int LONGEST_CONSTRUCT = 64;

    private ImportRules() {}

    /**
     * Refuses what cannot be imported.
     *
     * @param thisYear no result is of a later year
     * @throws ReferenceNotImportable when a rule says no
     */
    public static void check(EarlierResults results, int thisYear) {
        if (!isText(results.source(), LONGEST_SOURCE)) {
            throw new ReferenceNotImportable(
                    "reference-source-missing",
                    "source says who measured it and where it was published, in 1 to " + LONGEST_SOURCE
                            + " characters");
        }
        checkStatement(results.statement().nl(), results.statement().en());
        var construct = results.construct();
        if (construct != null && !isText(construct, LONGEST_CONSTRUCT)) {
            throw new ReferenceNotImportable(
                    "reference-construct-unknown",
                    "construct is the key of a construct; leave it out if none comes near");
        }
        checkSeries(results.series(), thisYear);
    }

    private static void checkStatement(@Nullable String nl, @Nullable String en) {
        boolean fits = (nl == null || isText(nl, LONGEST_STATEMENT)) && (en == null || isText(en, LONGEST_STATEMENT));
        if (!fits || nl == null && en == null) {
            throw new ReferenceNotImportable(
                    "reference-statement-missing",
                    "statement is what was asked, in nl or en or both, in 1 to " + LONGEST_STATEMENT + " characters");
        }
    }

    private static void checkSeries(List<Year> series, int thisYear) {
        if (series.isEmpty() || series.size() > MOST_YEARS) {
            throw new ReferenceNotImportable("reference-series-missing", "series[] has 1 to " + MOST_YEARS + " years");
        }
        if (series.stream().map(Year::year).distinct().count() < series.size()) {
            throw new ReferenceNotImportable("reference-year-twice", "A year stands in series[] once");
        }
        if (series.stream().allMatch(year -> year.percentPositive() <= 1)) {
            throw percentNotAllowed(); // shares of 1 were meant
        }
        series.forEach(year -> checkYear(year, thisYear));
    }

    private static void checkYear(Year year, int thisYear) {
        if (year.year() < FIRST_YEAR || year.year() > thisYear) {
            throw new ReferenceNotImportable(
                    "reference-year-not-allowed", "year lies from " + FIRST_YEAR + " to this year");
        }
        if (!(year.percentPositive() >= 0 && year.percentPositive() <= 100)) {
            throw percentNotAllowed();
        }
        var n = year.n();
        if (n != null && n < LEAST_N) {
            throw new ReferenceNotImportable(
                    "reference-too-small",
                    "n is at least " + LEAST_N
                            + ": figures of fewer people are not shown here; leave it out if unknown");
        }
    }

    private static ReferenceNotImportable percentNotAllowed() {
        return new ReferenceNotImportable(
                "percent-not-allowed", "percentPositive is a number from 0 to 100: write 51, not 0.51 or 51%");
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }
}
