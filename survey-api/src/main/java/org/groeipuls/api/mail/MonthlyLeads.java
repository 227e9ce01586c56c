package org.groeipuls.api.mail;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.calendar.KnownProgramme;
import org.groeipuls.calendar.Outlook;
import org.groeipuls.calendar.Programmes;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.roster.PersonId;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.team.TeamId;

/** Who leads teams that a programme asks, as far as the programme sends the monthly question. */
final class MonthlyLeads {
    private static final int DAYS_AFTER_THE_LAST_PULSE = 31;

    private final Programmes programmes;
    private final Outlook outlook;
    private final OrganisationTable organisation;
    private final TeamLeads leads;

    MonthlyLeads(Programmes programmes, Outlook outlook, OrganisationTable organisation, TeamLeads leads) {
        this.programmes = programmes;
        this.outlook = outlook;
        this.organisation = organisation;
        this.leads = leads;
    }

    /** The teams of each lead; none of leads whose programmes do not ask. */
    Map<PersonId, SortedSet<TeamId>> on(LocalDate today) {
        var asked = teams(today);
        Map<PersonId, SortedSet<TeamId>> teams = new TreeMap<>();
        if (!asked.isEmpty()) {
            leads.byTeam().forEach((team, subjects) -> {
                if (asked.contains(team)) {
                    subjects.forEach(subject -> teams.computeIfAbsent(new PersonId(subject), lead -> new TreeSet<>())
                            .add(team));
                }
            });
        }
        return teams;
    }

    private SortedSet<TeamId> teams(LocalDate today) {
        var teams = new TreeSet<TeamId>();
        var known = programmes.all().stream()
                .filter(programme -> runs(programme, today))
                .toList();
        if (!known.isEmpty()) {
            var now = organisation.read();
            known.forEach(programme -> addTeams(programme, now, teams));
        }
        return teams;
    }

    private boolean runs(KnownProgramme programme, LocalDate today) {
        var definition = programme.definition();
        if (!definition.mailing().monthlyQuestion()
                || definition.ended()
                || today.isBefore(definition.cadence().startsOn())) {
            return false;
        }
        var past = programme.past();
        return !past.isEmpty()
                        && !past.getLast()
                                .day()
                                .plusDays(DAYS_AFTER_THE_LAST_PULSE)
                                .isBefore(today)
                || !outlook.coming(programme, today.plusYears(1)).isEmpty();
    }

    private static void addTeams(KnownProgramme programme, Organisation now, SortedSet<TeamId> teams) {
        var groups = programme.definition().groups();
        if (groups == null) {
            now.teams().forEach(team -> teams.add(team.team()));
        } else {
            groups.stream().flatMap(group -> now.group(group).stream()).forEach(group -> teams.addAll(group.teams()));
        }
    }

    /** What teams are called. */
    Map<TeamId, String> names() {
        Map<TeamId, String> names = new TreeMap<>();
        organisation.read().teams().forEach(team -> names.put(team.team(), team.name()));
        return names;
    }
}
