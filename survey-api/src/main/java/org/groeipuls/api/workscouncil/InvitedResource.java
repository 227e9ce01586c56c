package org.groeipuls.api.workscouncil;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.roster.Invitations;
import org.groeipuls.roster.People;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.GroupId;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom a pulse asks, so that the works council can look for people who do not exist and check the commitment. */
@RestController
@RequestMapping("/api/v1/pulses")
@PreAuthorize("hasRole('WORKS_COUNCIL')")
class InvitedResource {
    private final Invitations invitations;
    private final PulseAgenda agenda;
    private final People people;

    InvitedResource(Invitations invitations, PulseAgenda agenda, People people) {
        this.invitations = invitations;
        this.agenda = agenda;
        this.people = people;
    }

    /**
     * @param roster the commitment as history has it, lower-case hex of 32 bytes
     * @param salt 32 bytes in base64
     */
    record InvitedView(PulseId pulse, String roster, byte[] salt, List<InvitedGroup> groups) {
        @Override
        public String toString() {
            return "InvitedView[not shown]";
        }
    }

    /**
     * @param people the subjects of everybody in the group, sorted; never who fetched a ticket. The commitment is over these
     * @param names how those of them are called whom the list of people names now, by subject
     */
    record InvitedGroup(GroupId group, List<String> people, SortedMap<String, String> names) {
        @Override
        public String toString() {
            return "InvitedGroup[not shown]";
        }
    }

    @GetMapping("/{pulse}/invited")
    @Operation(summary = "Whom a pulse with blind tickets asks, and the salt of the commitment to it; until it closes")
    ResponseEntity<InvitedView> read(@PathVariable("pulse") PulseId pulse) {
        var issued = agenda.find(pulse)
                .filter(known -> known.state().compareTo(PulseState.CLOSED) < 0)
                .orElseThrow(NotFound::new)
                .issued();
        var commitment = issued.roster();
        var invited = invitations.read(pulse).orElseThrow(NotFound::new);
        if (commitment == null) {
            throw new NotFound();
        }
        var names = people.names();
        var groups = invited.groups().entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue(), names))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new InvitedView(pulse, commitment, invited.salt(), groups));
    }

    private static InvitedGroup group(GroupId group, SortedSet<PersonId> people, Map<String, String> names) {
        var known = new TreeMap<>(names);
        var subjects = people.stream().map(PersonId::subject).toList();
        known.keySet().retainAll(Set.copyOf(subjects));
        return new InvitedGroup(group, subjects, known);
    }
}
