package org.groeipuls.pages.answer;

import java.util.Optional;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.Words;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.shelf.InstrumentShelf;

/** The pulses as they are put to one group each. */
public final class AskedPulses {
    private final PulseAgenda agenda;
    private final InstrumentShelf shelf;
    private final OrganisationTable organisation;

    public AskedPulses(PulseAgenda agenda, InstrumentShelf shelf, OrganisationTable organisation) {
        this.agenda = agenda;
        this.shelf = shelf;
        this.organisation = organisation;
    }

    /** Empty when there is no such pulse, or it does not ask this group. */
    public Optional<AskedPulse> find(String pulse, String group, Words words) {
        try {
            return agenda.find(new PulseId(pulse))
                    .flatMap(known -> known.issued().groups().stream()
                            .filter(asked -> asked.group().value().equals(group))
                            .findFirst()
                            .map(asked -> new AskedPulse(
                                    known,
                                    asked,
                                    shelf.find(known.issued().instrument()).orElseThrow(),
                                    organisation.read(),
                                    words)));
        } catch (IdNotAllowed notAnId) {
            return Optional.empty();
        }
    }
}
