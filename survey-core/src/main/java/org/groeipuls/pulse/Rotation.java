package org.groeipuls.pulse;

import java.util.Collections;
import java.util.List;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.team.UnitId;

/**
 * Which form a group gets when forms rotate (measurement, rotation): the instrument's cycle in the group's own order,
 * in which the forms that come more than once are phased by the unit above, so that the groups of one unit share their
 * form and the organisation sees every construct in every pulse.
 */
public final class Rotation {
    private static final String SLOW = "F6";
    private static final String SLOW_IN_EVEN_YEARS = "F4";

    private Rotation() {}

    /**
     * The form of a group's next pulse.
     *
     * @param earlier how many pulses the group had before, 0 or more
     * @param unit the unit the group stands in
     * @param year the year in which the pulse opens
     * @throws PulseNotIssuable when the instrument has no cycle
     */
    public static String form(Instrument instrument, int earlier, UnitId unit, int year) {
        return form(instrument, instrument.cycle(), earlier, unit, year);
    }

    /**
     * As {@link #form(Instrument, int, UnitId, int)}, in a cycle of somebody's own.
     *
     * @param step where in the cycle, or in its repetition, it stands; 0 or more
     */
    public static String form(Instrument instrument, List<String> cycle, int step, UnitId unit, int year) {
        if (cycle.isEmpty()) {
            throw new PulseNotIssuable(
                    "form-unknown", "Instrument " + instrument.key() + " has no cycle of forms; name a form");
        }
        String form = cycle.get(step % cycle.size());
        List<String> phased = cycle.stream()
                .filter(name -> Collections.frequency(cycle, name) > 1)
                .distinct()
                .toList();
        if (phased.contains(form)) {
            int phase = Math.floorMod(unit.value().hashCode(), phased.size());
            return phased.get((phased.indexOf(form) + phase) % phased.size());
        }
        boolean even = year % 2 == 0;
        boolean has = instrument.forms().stream().anyMatch(known -> known.name().equals(SLOW_IN_EVEN_YEARS));
        return even && has && form.equals(SLOW) ? SLOW_IN_EVEN_YEARS : form;
    }
}
