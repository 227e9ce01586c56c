package org.groeipuls.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.Agreement;
import org.groeipuls.pulse.PulseRules;
import org.groeipuls.pulse.Rotation;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about a series of pulses. It counts for pulses that are not issued yet.
 *
 * @param name what people know it by, 1 to 200 characters
 * @param cycle the names of the forms in their order; what comes more than once in it is phased by unit ({@link Rotation})
 * @param yearly the form of the first pulse of every later year, which takes no turn of the cycle; absent without one
 * @param groups whom it asks; absent for all groups there are when a pulse is issued
 * @param leads whether leads are asked too, in groups of their own
 * @param openText whether the open question of a form that has one is asked
 * @param textRetentionDays how long after the count what was written can be read, 30 to 1825 days
 * @param agreement the works council's consent to the whole series; absent in a demonstration only
 * @param mails what it says about mails; absent where the usual holds
 * @param ended whether no further pulse comes
 */
public record Definition(
        String name,
        InstrumentKey instrument,
        Cadence cadence,
        List<String> cycle,
        @Nullable String yearly,
        @Nullable List<GroupId> groups,
        boolean leads,
        PulseRules rules,
        boolean openText,
        int textRetentionDays,
        @Nullable Agreement agreement,
        @Nullable Mails mails,
        boolean ended) {
    public Definition {
        cycle = List.copyOf(cycle);
        groups = groups == null ? null : groups.stream().sorted().distinct().toList();
        mails = Mails.USUAL.equals(mails) ? null : mails;
    }

    /** What holds for mails. */
    public Mails mailing() {
        return mails == null ? Mails.USUAL : mails;
    }

    /** When the pulse of this day reminds everybody; absent for the usual times. */
    public @Nullable List<Instant> reminders(LocalDate day, Instant closesAt) {
        var days = mailing().reminders();
        return days == null
                ? null
                : days.stream()
                        .map(number -> cadence.opening(cadence.workingDayAfter(day, number)))
                        .filter(time -> time.isBefore(closesAt))
                        .toList();
    }

    /**
     * The form that the groups of a unit get.
     *
     * @param year of the opening, where the programme's clock hangs
     */
    public String form(Turn turn, Instrument from, UnitId unit, int year) {
        return turn.yearly() && yearly != null ? yearly : Rotation.form(from, cycle, turn.step(), unit, year);
    }
}
