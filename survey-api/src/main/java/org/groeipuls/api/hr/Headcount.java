package org.groeipuls.api.hr;

import java.util.Map;
import java.util.stream.Collectors;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.team.GroupId;

/** How many people may answer in each group. */
sealed interface Headcount {
    /** 0 when nobody may, or nobody knows the group. */
    int of(GroupId group);

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

    /** By who is in the roster now. */
    record ByPeople(Placement placement) implements Headcount {
        @Override
        public int of(GroupId group) {
            return placement.in(group).size();
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
    }
}
