package org.groeipuls.pages.hr;

import java.util.Locale;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.hr.ProgrammeDesk;
import org.groeipuls.api.mail.MailDesk;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.organisation.Reorganisations;
import org.groeipuls.pages.Words;
import org.groeipuls.roster.People;
import org.groeipuls.roster.TeamLeads;

/** Looks at the organisation, the list of people, the pulses and the mail for what HR has to do something about. */
final class Attention {
    private final OrganisationTable organisation;
    private final People people;
    private final TeamLeads leads;
    private final PulseAgenda agenda;
    private final ProgrammeDesk programmes;
    private final Reorganisations reorganisations;
    private final MailDesk mails;

    Attention(
            OrganisationTable organisation,
            People people,
            TeamLeads leads,
            PulseAgenda agenda,
            ProgrammeDesk programmes,
            Reorganisations reorganisations,
            MailDesk mails) {
        this.organisation = organisation;
        this.people = people;
        this.leads = leads;
        this.agenda = agenda;
        this.programmes = programmes;
        this.reorganisations = reorganisations;
        this.mails = mails;
    }

    /** @param words in which language programmes say what they wait for */
    Standing look(Words words) {
        var now = organisation.read();
        var list = people.all();
        long astray = list.stream()
                .filter(person ->
                        person.teams().stream().noneMatch(team -> now.team(team).isPresent()))
                .count();
        return new Standing(
                now,
                list.size(),
                Math.toIntExact(astray),
                leads.byTeam().keySet(),
                agenda.all(),
                programmes.all(Locale.of(words.language().tag())),
                reorganisations.all(),
                mails.overview());
    }
}
