package org.groeipuls.language;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.groeipuls.scoring.Interval;
import org.groeipuls.scoring.Snapshot;

/**
 * How the texts of one unit in one window talk about errors (measurement, section 4). Of single texts nothing is left.
 *
 * @param respondents people who answered, 0 or more
 * @param learning texts with at least one mention
 * @param blame texts with at least one mention
 * @param silence texts with at least one mention
 * @throws IllegalArgumentException if a count is below 0, or above the number of respondents
 */
public record UnitTalk(int respondents, int learning, int blame, int silence) {
    /** Fewer respondents than this and nothing is shown. */
    public static final int LEAST_RESPONDENTS = 5;

    /** Fewer texts with learning and with blame together than this and nothing is shown. */
    public static final int LEAST_MENTIONS = 5;

    public UnitTalk {
        for (int count : new int[] {respondents, learning, blame, silence}) {
            if (count < 0 || count > respondents) {
                throw new IllegalArgumentException("counts are 0.." + respondents + ", got " + count);
            }
        }
    }

    /** Counts the readings of a unit's texts, one text or none for each respondent. */
    public static UnitTalk of(int respondents, Collection<Reading> readings) {
        return new UnitTalk(
                respondents,
                with(readings, Category.LEARNING),
                with(readings, Category.BLAME),
                with(readings, Category.SILENCE));
    }

    /** Whether there is enough to show anything at all. */
    public boolean isShown() {
        return respondents >= LEAST_RESPONDENTS && learning + blame >= LEAST_MENTIONS;
    }

    /**
     * Learning against blame.
     *
     * @param valid categories that passed {@link Validity}; both must have
     * @return empty when not shown
     */
    public Optional<LogOdds> theta(Set<Category> valid) {
        return isShown() && valid.containsAll(Set.of(Category.LEARNING, Category.BLAME))
                ? Optional.of(LogOdds.of(learning, blame))
                : Optional.empty();
    }

    /**
     * Silence as a share of all that was found, S/(L+B+S).
     *
     * @param valid categories that passed {@link Validity}; all three must have
     * @return empty when not shown
     */
    public Optional<SilenceShare> silenceShare(Set<Category> valid) {
        return isShown() && valid.containsAll(Set.of(Category.values()))
                ? Optional.of(SilenceShare.of(silence, learning + blame + silence))
                : Optional.empty();
    }

    private static int with(Collection<Reading> readings, Category category) {
        return (int) readings.stream()
                .filter(reading -> reading.mentioned().contains(category))
                .count();
    }

    /**
     * A share with its 90 % Wilson interval, both 0..1.
     *
     * @param share 0..1
     * @param interval 90 %, within 0..1
     */
    public record SilenceShare(double share, Interval interval) {
        static SilenceShare of(int silence, int all) {
            return new SilenceShare((double) silence / all, Snapshot.wilson(silence, all));
        }
    }
}
