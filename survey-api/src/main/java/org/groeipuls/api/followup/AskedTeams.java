package org.groeipuls.api.followup;

import java.util.List;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.team.TeamId;

/** The counted pulses of a team, which are what it can act upon. */
final class AskedTeams {
    private final PulseAgenda agenda;

    AskedTeams(PulseAgenda agenda) {
        this.agenda = agenda;
    }

    /** A counted pulse with the group in which it asked the team. */
    record Counted(KnownPulse pulse, AskedGroup group) {
        PulseId id() {
            return pulse.issued().pulse();
        }
    }

    /** Those that asked a team, the latest first. */
    List<Counted> of(TeamId team) {
        return agenda.in(PulseState.COUNTED).reversed().stream()
                .flatMap(known -> known.issued().groups().stream()
                        .filter(group -> group.teams().contains(team))
                        .map(group -> new Counted(known, group)))
                .toList();
    }

    /** @throws FollowUpRefusal when it is not counted, or did not ask the team */
    Counted find(PulseId pulse, TeamId team) {
        return of(team).stream()
                .filter(counted -> counted.id().equals(pulse))
                .findFirst()
                .orElseThrow(FollowUpRefusal::pulseUnknown);
    }
}
