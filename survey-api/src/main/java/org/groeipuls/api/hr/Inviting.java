package org.groeipuls.api.hr;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.hr.Headcount.AsIssued;
import org.groeipuls.api.hr.Headcount.ByPeople;
import org.groeipuls.api.hr.Headcount.BySize;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseNotIssuable;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.roster.Invitations;
import org.groeipuls.roster.People;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/** Says who may answer a pulse, and freezes it in the roster before history says that the pulse was issued. */
final class Inviting {
    private final People people;
    private final Invitations invitations;
    private final PulseAgenda agenda;
    private final Commands commands;

    Inviting(People people, Invitations invitations, PulseAgenda agenda, Commands commands) {
        this.people = people;
        this.invitations = invitations;
        this.agenda = agenda;
        this.commands = commands;
    }

    /** @param known the pulse, when it was issued before */
    Headcount headcount(TicketMode tickets, Organisation organisation, Optional<KnownPulse> known) {
        if (tickets == TicketMode.LINK) {
            return new BySize(organisation);
        }
        return known.isPresent()
                ? new AsIssued(known.get().issued())
                : new ByPeople(Placement.of(people.all(), organisation), invitations.compositions(issued()));
    }

    /** A pulse is often issued while the one before it is open: whoever came before that one is counted there. */
    private List<PulseId> issued() {
        return agenda.all().stream()
                .filter(pulse -> pulse.state() != PulseState.CANCELLED)
                .map(pulse -> pulse.issued().pulse())
                .toList();
    }

    /**
     * Freezes who is asked, and returns when that is on disk.
     *
     * @return the commitment that goes into history; none with personal links
     * @throws PulseNotIssuable when a group has nobody in the roster
     */
    @Nullable
    String freeze(PulseId pulse, List<GroupId> groups, Headcount headcount) {
        return switch (headcount) {
            case BySize sizes -> null;
            case AsIssued before -> before.issued().roster();
            case ByPeople now -> freeze(pulse, groups, now.placement());
        };
    }

    /**
     * Looks whether everybody can be asked, and freezes nothing.
     *
     * @throws PulseNotIssuable when a group has nobody in the roster
     */
    void check(List<GroupId> groups, Headcount headcount) {
        if (headcount instanceof ByPeople now) {
            asked(groups, now.placement());
        }
    }

    private String freeze(PulseId pulse, List<GroupId> groups, Placement placement) {
        var frozen = invitations.freeze(pulse, asked(groups, placement));
        commands.awaitDurable();
        return frozen.commitment();
    }

    private static SortedMap<GroupId, SortedSet<PersonId>> asked(List<GroupId> groups, Placement placement) {
        if (!placement.closed().isEmpty()) {
            throw new PulseNotIssuable(
                    "people-in-closed-team",
                    "People still stand in team " + placement.closed().first().value()
                            + ", which is there no more; send the list of people with their new teams first");
        }
        SortedMap<GroupId, SortedSet<PersonId>> asked = new TreeMap<>();
        for (var group : groups) {
            var there = placement.in(group);
            if (there.isEmpty()) {
                throw new PulseNotIssuable(
                        "people-missing",
                        "Nobody of group " + group.value() + " is in the list of people; send the list first"
                                + " (POST /people/imports)");
            }
            asked.put(group, there);
        }
        return asked;
    }

    /** Takes back what was frozen for a pulse that was then refused. */
    void takeBack(PulseId pulse) {
        invitations.forget(pulse);
    }
}
