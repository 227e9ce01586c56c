package org.groeipuls.pages.history;

import java.util.HashMap;
import java.util.function.UnaryOperator;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.Words;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.team.GroupId;

/** What people call the groups and constructs of a line. */
final class LineNames {
    private final OrganisationTable organisation;
    private final PulseAgenda agenda;
    private final InstrumentShelf shelf;

    LineNames(OrganisationTable organisation, PulseAgenda agenda, InstrumentShelf shelf) {
        this.organisation = organisation;
        this.agenda = agenda;
        this.shelf = shelf;
    }

    /** Also of a group that is there no more. */
    String group(GroupId group, Words words) {
        if (group.value().startsWith("leads.")) {
            return words.text("replays.leads", agenda.nameOf(group).orElse(group.value()));
        }
        var now = organisation.read();
        return now.group(group)
                .map(known -> words.listed(known.teams().stream()
                        .map(id -> now.team(id).map(KnownTeam::name).orElse(id.value()))
                        .toList()))
                .or(() -> agenda.nameOf(group))
                .orElse(group.value());
    }

    String construct(String key, Words words) {
        return constructs(words).apply(key);
    }

    /** Reads the questionnaires once, for whoever asks for many names; the last of them has the last word. */
    UnaryOperator<String> constructs(Words words) {
        var names = new HashMap<String, String>();
        for (var instrument : shelf.all()) {
            instrument
                    .constructs()
                    .forEach(one ->
                            names.put(one.key(), one.name().in(words.language().tag())));
        }
        return key -> names.getOrDefault(key, key);
    }
}
