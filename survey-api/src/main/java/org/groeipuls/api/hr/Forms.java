package org.groeipuls.api.hr;

import java.time.ZoneOffset;
import java.util.Set;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.pulse.Rotation;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.UnitId;

/** Says which form a group of a unit is asked. */
interface Forms {
    /** What HR sends to have forms rotate. */
    String ROTATE = "rotate";

    /** The name of the form. */
    String of(GroupId group, UnitId unit);

    /** The groups whose turns count as a group's own: itself, and those that its people come from. */
    interface Predecessors {
        Set<GroupId> of(GroupId group);
    }

    /** As a request says: a form by its name, or for each group the next of its own. */
    static Forms of(
            PulseId pulse, PulseRequest request, Instrument instrument, PulseAgenda agenda, Predecessors predecessors) {
        if (!request.form().equals(ROTATE)) {
            return (group, unit) -> request.form();
        }
        int year = request.opensAt().atZone(ZoneOffset.UTC).getYear();
        return (group, unit) -> Rotation.form(
                instrument,
                predecessors.of(group).stream()
                        .mapToInt(from -> earlierPulsesOf(from, pulse, agenda))
                        .max()
                        .orElse(0),
                unit,
                year);
    }

    private static int earlierPulsesOf(GroupId group, PulseId pulse, PulseAgenda agenda) {
        return (int) agenda.all().stream()
                .filter(known -> known.state() != PulseState.CANCELLED)
                .filter(known -> !known.issued().pulse().equals(pulse))
                .filter(known -> known.issued().groups().stream()
                        .anyMatch(asked -> asked.group().equals(group)))
                .count();
    }
}
