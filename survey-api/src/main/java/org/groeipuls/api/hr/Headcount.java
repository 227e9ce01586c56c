package org.groeipuls.api.hr;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.AskedGroup.Moves;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.roster.Composition;
import org.groeipuls.team.GroupId;

/** How many people may answer in each group. */
sealed interface Headcount {
    /** 0 when nobody may, or nobody knows the group. */
    int of(GroupId group);

    /** How many came and went since the group's last pulse; empty where that is not known. */
    default Optional<Moves> moves(GroupId group) {
        return Optional.empty();
    }

    /** By the sizes of teams and units, as with personal links: whoever gets a link is not known here. */
    record BySize(Organisation organisation) implements Headcount {
        @Override
        public int of(GroupId group) {
            var formed = organisation.group(group);
            return formed.isPresent()
                    ? organisation.eligible(formed.get().teams())
                    : organisation.units().stream()
                            .filter(unit -> GroupId.ofLeads(unit.unit()).equals(group))
                            .mapToInt(Organisation.KnownUnit::size)
                            .sum();
        }
    }

    /**
     * By who is in the roster now.
     *
     * @param before who was in each group at its last pulse that was issued and not cancelled
     */
    record ByPeople(Placement placement, Map<GroupId, Composition> before) implements Headcount {
        @Override
        public int of(GroupId group) {
            return placement.in(group).size();
        }

        @Override
        public Optional<Moves> moves(GroupId group) {
            var now = placement.in(group);
            return Optional.ofNullable(before.get(group)).map(then -> new Moves(then.joined(now), then.left(now)));
        }
    }

    /** By what was frozen when the pulse was issued, so that issuing it again says the same. */
    record AsIssued(PulseIssued issued) implements Headcount {
        private Map<GroupId, Integer> eligible() {
            return issued.groups().stream().collect(Collectors.toMap(AskedGroup::group, AskedGroup::eligible));
        }

        @Override
        public int of(GroupId group) {
            return eligible().getOrDefault(group, 0);
        }

        @Override
        public Optional<Moves> moves(GroupId group) {
            return issued.groups().stream()
                    .filter(asked -> asked.group().equals(group))
                    .findFirst()
                    .flatMap(asked -> Optional.ofNullable(asked.moves()));
        }
    }
}
