package org.groeipuls.trend;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.ItemFigures;
import org.groeipuls.release.Withheld;
import org.groeipuls.scoring.Interval;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/**
 * One pulse of one group and construct: what was released and where the line then stood, or why there is a gap.
 *
 * @param ordinal the group's own count of pulses, from 1; withheld ones count too, and those that did not ask this
 *     construct
 * @param line which line the point is on, from 1; another composition of the group starts another line
 * @param calibration the version of the constants that value and line were computed with
 * @param rule the rule that the value was computed by; absent for the one that comes with the product
 * @param participation in which step the share of people who answered falls; absent where nothing is released
 * @param fewerAnswered true where a clearly smaller share of the same teams answered than at the group's pulse before;
 *     absent wherever that is not so, or not known
 * @param items what was released of the construct's items
 * @param shown the value and the line; absent at a gap
 * @param withheld why there is a gap; absent where there is none
 */
public record TrendPoint(
        PulseId pulse,
        LocalDate countedOn,
        int ordinal,
        int line,
        InstrumentKey instrument,
        Disclosure disclosure,
        String calibration,
        @Nullable String rule,
        @Nullable Participation participation,
        @Nullable Boolean fewerAnswered,
        List<ItemFigures> items,
        @Nullable Shown shown,
        @Nullable Gap withheld) {
    /** A point by the rule that comes with the product. */
    public TrendPoint(
            PulseId pulse,
            LocalDate countedOn,
            int ordinal,
            int line,
            InstrumentKey instrument,
            Disclosure disclosure,
            String calibration,
            @Nullable Participation participation,
            List<ItemFigures> items,
            @Nullable Shown shown,
            @Nullable Gap withheld) {
        this(
                pulse,
                countedOn,
                ordinal,
                line,
                instrument,
                disclosure,
                calibration,
                null,
                participation,
                null,
                items,
                shown,
                withheld);
    }

    /**
     * @param n answers behind the value: of the scale under {@code exact}, the mean over items under {@code banded}
     * @param value the scale's score, 1 to 5
     * @param range 90 % interval of the value; under {@code banded} the width of the classes is in it
     * @param level where the line stands after this pulse, 1 to 5
     * @param band 90 % band of the line
     * @param heard in which step the share falls that is behind the value: of the statement that the fewest answered; absent
     *     in views of an older layout
     */
    public record Shown(
            double n,
            double value,
            Interval range,
            double level,
            Interval band,
            @Nullable Participation heard) {}

    /**
     * @param merged the value of the block the group was counted in; part of nobody's line and drawn apart
     */
    public record Gap(Withheld reason, @Nullable MergedValue merged) {}

    /** The value of several groups that were counted together. */
    public record MergedValue(SortedSet<GroupId> groups, double n, double value, Interval range) {}

    /** The name of the rule that the value was computed by. */
    public String measuredBy() {
        return rule == null ? TeamTrend.RULE : rule;
    }

    TrendPoint gap(Withheld reason, @Nullable MergedValue merged) {
        return new TrendPoint(
                pulse,
                countedOn,
                ordinal,
                line,
                instrument,
                disclosure,
                calibration,
                rule,
                participation,
                fewerAnswered,
                items,
                null,
                new Gap(reason, merged));
    }

    TrendPoint released(Participation step, boolean fewer, List<ItemFigures> figures, @Nullable Shown value) {
        return new TrendPoint(
                pulse,
                countedOn,
                ordinal,
                line,
                instrument,
                disclosure,
                calibration,
                rule,
                step,
                fewer ? true : null,
                figures,
                value,
                value == null ? new Gap(Withheld.TOO_FEW_ANSWERS, null) : null);
    }

    /** Whether a clearly smaller share of the same teams is known to have answered than at the group's pulse before. */
    public boolean fewer() {
        return Boolean.TRUE.equals(fewerAnswered);
    }
}
