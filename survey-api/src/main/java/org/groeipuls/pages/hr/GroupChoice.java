package org.groeipuls.pages.hr;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.team.Group;

/**
 * A group to choose.
 *
 * @param name of its teams
 * @param eligible how many people, leads left out
 */
record GroupChoice(String id, String name, int eligible) {
    /** All groups in which there is anybody, by name. */
    static List<GroupChoice> all(Organisation now) {
        return now.teams().stream()
                .flatMap(team -> now.groupOf(team.team()).stream())
                .distinct()
                .map(group -> of(group, now))
                .filter(choice -> choice.eligible() > 0)
                .sorted(Comparator.comparing(GroupChoice::name).thenComparing(GroupChoice::id))
                .toList();
    }

    static GroupChoice of(KnownGroup group, Organisation now) {
        return new GroupChoice(
                group.group().value(),
                group.teams().stream()
                        .map(team -> now.team(team).map(KnownTeam::name).orElse(team.value()))
                        .collect(Collectors.joining(", ")),
                now.eligible(group.teams()));
    }

    /** Whether it is large enough to be asked. */
    public boolean possible() {
        return eligible >= Group.SMALLEST;
    }

    /** Whether it is smaller than is advised. */
    public boolean small() {
        return eligible < Group.ADVISED;
    }
}
