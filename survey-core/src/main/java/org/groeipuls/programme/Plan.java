package org.groeipuls.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.groeipuls.programme.Turn.Taken;
import org.jspecify.annotations.Nullable;

/** Says which pulses come of a programme, from its definition and what became of it so far. */
public final class Plan {
    private Plan() {}

    /**
     * The pulses to come, in the order of their days.
     *
     * @param days on which the rule lets a pulse open, ascending; none of them was issued or skipped already
     * @param last the last turn that was taken; none before the first
     */
    public static List<Planned> of(
            ProgrammeId programme, Definition definition, List<LocalDate> days, @Nullable Taken last) {
        List<Planned> planned = new ArrayList<>();
        var before = last;
        for (int i = 0; i < days.size(); i++) {
            var next = days.subList(i + 1, days.size()).stream()
                    .filter(day -> definition.cadence().closingDay(day).isPresent())
                    .findFirst();
            var one = planned(programme, definition, days.get(i), next.orElse(LocalDate.MAX), before);
            planned.add(one);
            if (one.skipped() == null) {
                before = new Taken(one.day(), one.turn());
            }
        }
        return List.copyOf(planned);
    }

    private static Planned planned(
            ProgrammeId programme, Definition definition, LocalDate day, LocalDate next, @Nullable Taken last) {
        var cadence = definition.cadence();
        var pulse = programme.pulseOf(day);
        var turn = Turn.on(day, last, definition);
        if (last != null && day.isBefore(last.day().plusDays(Cadence.BETWEEN_OPENINGS))) {
            return new Planned(day, pulse, turn, null, Reason.TOO_SOON);
        }
        return cadence.closingDay(day)
                // days off make it longer, but never longer than until the next one
                .map(closing -> closing.isAfter(next) ? next : closing)
                .map(closing -> new Planned(day, pulse, turn, cadence.dates(day, closing), null))
                .orElseGet(() -> new Planned(day, pulse, turn, null, Reason.IN_A_BREAK));
    }
}
