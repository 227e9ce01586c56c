package org.groeipuls.pages.hr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groeipuls.api.hr.Consequences;
import org.groeipuls.api.hr.Consequences.GroupChange;
import org.groeipuls.api.hr.ReorganisationDesk.Decided;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.pages.Words;
import org.groeipuls.team.OrganisationChange;
import org.groeipuls.team.OrganisationChange.Merge;
import org.groeipuls.team.OrganisationChange.Move;
import org.groeipuls.team.OrganisationChange.NewTeam;
import org.groeipuls.team.OrganisationChange.Rename;
import org.groeipuls.team.OrganisationChange.Split;
import org.groeipuls.team.TeamId;

/**
 * What a reorganisation would bring, in plain words.
 *
 * @param what what changes
 * @param when now, coming or past
 * @param lines what happens with it
 * @param cautions what HR has to do or to look at
 * @param shown names exactly this outcome, so that nothing else is done when it is confirmed
 */
record ReorganisationTold(
        String what, String day, String when, List<String> lines, List<String> cautions, String shown) {
    private static final int NAMED = 12;

    static ReorganisationTold of(Decided decided, Organisation now, LocalDate today, Words words) {
        var known = decided.reorganisation();
        var on = known.effectiveOn();
        var telling = new Telling(known.change(), decided.consequences(), now, words);
        return new ReorganisationTold(
                ChangeLine.what(known.change(), now, words),
                words.date(on),
                on.isAfter(today) ? "coming" : on.isBefore(today) ? "past" : "now",
                telling.lines(),
                telling.cautions(),
                shown(decided));
    }

    static String shown(Decided decided) {
        var consequences = decided.consequences();
        var said = Stream.of(
                        decided.reorganisation().change(),
                        decided.reorganisation().effectiveOn(),
                        consequences.groups(),
                        consequences.became(),
                        consequences.tooSmallAlone())
                .map(Objects::toString)
                .toList();
        return Integer.toHexString(said.hashCode());
    }

    /** Whether it is put down for a day and not done at once. */
    public boolean coming() {
        return when.equals("coming");
    }

    /** Finds the sentences; names are those that hold afterwards, or the ones before where a team goes. */
    private record Telling(OrganisationChange change, Consequences consequences, Organisation now, Words words) {
        List<String> lines() {
            List<String> lines = new ArrayList<>();
            switch (change) {
                case Split split -> lines.add(say("line.split", name(split.team()), names(ids(split.into()))));
                case Merge merge ->
                    lines.add(say(
                            "line.merge",
                            names(merge.teams()),
                            merge.into().name(),
                            merge.into().size()));
                case Move move -> lines.add(say(move.team() == null ? "line.move-unit" : "line.move"));
                case Rename rename -> lines.add(say("line.rename"));
                case OrganisationChange.Close close -> lines.add(say("line.close"));
            }
            gone().forEach(team -> lines.add(say("gone", name(team), team.value())));
            if (change instanceof Split || change instanceof Merge) {
                lines.add(say("leads"));
                lines.add(say("leader"));
            }
            consequences.groups().forEach(group -> lines.add(group(group)));
            lines.add(say("pulses"));
            return lines;
        }

        private List<TeamId> gone() {
            return consequences.became().entrySet().stream()
                    .filter(entry -> !entry.getValue().contains(entry.getKey()))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private String group(GroupChange group) {
            if (group.after().isEmpty()) {
                return say("group.dissolved", names(group.before()), group.eligible());
            }
            var key = group.warnings().isEmpty() ? "group" : "group.small";
            return say(key, names(group.after()), group.eligible());
        }

        List<String> cautions() {
            List<String> cautions = new ArrayList<>();
            if (change instanceof Split split) {
                int before = now.team(split.team()).map(KnownTeam::size).orElse(0);
                int after = split.into().stream().mapToInt(NewTeam::size).sum();
                if (before != after) {
                    cautions.add(say("sizes", before, after));
                }
                cautions.add(say("people"));
            }
            var small = consequences.tooSmallAlone().stream()
                    .filter(concerned()::contains)
                    .toList();
            if (!small.isEmpty()) {
                cautions.add(say("small", names(small)));
            }
            return cautions;
        }

        /** The teams that come of it, and those whose group changes; what was too small already is said elsewhere. */
        private Set<TeamId> concerned() {
            var teams = new TreeSet<TeamId>();
            made().forEach(team -> teams.add(team.team()));
            consequences.groups().forEach(group -> teams.addAll(group.before()));
            return teams;
        }

        private List<NewTeam> made() {
            return switch (change) {
                case Split split -> split.into();
                case Merge merge -> List.of(merge.into());
                case Move move -> List.of();
                case Rename rename -> List.of();
                case OrganisationChange.Close close -> List.of();
            };
        }

        private static List<TeamId> ids(Collection<NewTeam> teams) {
            return teams.stream().map(NewTeam::team).toList();
        }

        private String names(Collection<TeamId> teams) {
            Map<TeamId, String> after = new HashMap<>();
            made().forEach(team -> after.put(team.team(), team.name()));
            var names = teams.stream()
                    .map(team -> after.getOrDefault(team, name(team)))
                    .toList();
            return names.size() <= NAMED ? words.listed(names) : String.join(", ", names.subList(0, NAMED)) + " …";
        }

        private String name(TeamId team) {
            return now.team(team).map(KnownTeam::name).orElse(team.value());
        }

        private String say(String key, Object... parts) {
            return words.text("hr.reorg.sum." + key, parts);
        }
    }
}
