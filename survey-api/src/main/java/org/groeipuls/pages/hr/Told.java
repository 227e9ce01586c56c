package org.groeipuls.pages.hr;

import java.util.List;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.api.hr.IssuingDesk.Draft;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.pages.Words;
import org.groeipuls.pages.answer.AskedPulse;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.team.Group;

/**
 * What everybody is going to be told of a pulse, group by group, in the sentences of the page on which they answer.
 *
 * @param groups at least one
 * @param councilKeyMissing whether the works council has to make its key before the pulse can be issued
 */
record Told(List<AskedPulse> groups, boolean councilKeyMissing) {
    static Told of(Draft draft, InstrumentShelf shelf, Organisation organisation, Words words) {
        var issued = draft.pulse();
        var known = new KnownPulse(issued, PulseState.ISSUED, issued.dates().closesAt(), null, null);
        var instrument = shelf.find(issued.instrument()).orElseThrow();
        return new Told(
                issued.groups().stream()
                        .map(group -> new AskedPulse(known, group, instrument, organisation, words))
                        .toList(),
                draft.councilKeyMissing());
    }

    /** An example: a group whose people write too if any does, for it is told most; else one whose people are no leads. */
    public AskedPulse example() {
        return groups.stream()
                .filter(asked -> asked.promise().asksToWrite())
                .findFirst()
                .or(() -> groups.stream()
                        .filter(asked -> !asked.group().ownPeople())
                        .findFirst())
                .orElseGet(groups::getFirst);
    }

    /** Whether some write and others do not. */
    public boolean someWrite() {
        return groups.stream()
                        .map(asked -> asked.promise().asksToWrite())
                        .distinct()
                        .count()
                > 1;
    }

    /** How many people may answer. */
    public int people() {
        return groups.stream().mapToInt(AskedPulse::eligible).sum();
    }

    /** The names of groups that are smaller than is advised. */
    public List<String> small() {
        return groups.stream()
                .filter(asked -> !asked.group().ownPeople() && asked.eligible() < Group.ADVISED)
                .map(AskedPulse::who)
                .toList();
    }
}
