package org.groeipuls.pulse;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.groeipuls.pulse.PulseCommand.IssuePulse;
import org.groeipuls.team.Group;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.GroupTooSmall;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitAboveItself;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;

/** What has to hold before a pulse can be issued, one named rule each. */
final class IssuingRules {
    /** Two openings for one group lie at least this far apart, or two pulses could be told apart by one person. */
    static final Duration BETWEEN_OPENINGS = Duration.ofDays(14);

    private IssuingRules() {}

    static void check(IssuePulse command) {
        checkWhatIsAsked(command);
        blindTicketsHaveAKeyForEveryGroup(command);
        whoIsAskedByNameIsCommittedTo(command);
        whatIsWrittenHasItsOwnTickets(command);
    }

    /** What does not hang on keys or on a list of people. */
    static void checkWhatIsAsked(IssuePulse command) {
        command.rules().check();
        command.dates().check(command.now());
        theWorksCouncilAgreed(command);
        someoneIsAsked(command);
        blindTicketsHideAmongEnough(command);
        if (command.openText() != null) {
            command.openText().check();
        }
        everyTeamIsAskedOnce(command);
        everyUnitIsKnown(command);
        everyUnitHangsBelowARoot(command);
        openingsLieApart(command);
    }

    private static void theWorksCouncilAgreed(IssuePulse command) {
        var agreement = command.agreement();
        if (!command.demonstration()
                && (agreement == null || agreement.reference().isBlank())) {
            throw new PulseNotIssuable(
                    "agreement-missing", "A pulse needs the works council's consent: send agreement {reference, date}");
        }
    }

    private static void someoneIsAsked(IssuePulse command) {
        if (command.groups().isEmpty()) {
            throw new PulseNotIssuable("groups-missing", "A pulse asks at least one group: send groups[]");
        }
        for (var group : command.groups()) {
            if (group.items().isEmpty()) {
                throw new PulseNotIssuable("form-empty", "Form " + group.form() + " asks nothing");
            }
            if (!group.ownPeople() && group.eligible() < Group.SMALLEST) {
                throw new GroupTooSmall(group.group(), group.eligible());
            }
        }
    }

    /** A ticket hides among its group's people; below the minimum the page fetches none, so nobody is invited to. */
    private static void blindTicketsHideAmongEnough(IssuePulse command) {
        int least = command.rules().minimumGroup();
        for (var group : command.groups()) {
            if (command.rules().tickets() == TicketMode.BLIND && !group.ownPeople() && group.eligible() < least) {
                throw new PulseNotIssuable(
                        "group-below-minimum",
                        "Group " + group.group().value() + " has " + group.eligible()
                                + " people, and this pulse shows nothing"
                                + " of fewer than " + least
                                + ": combine the group with a neighbouring one, ask without it"
                                + " or lower minimumGroup");
            }
        }
    }

    private static void blindTicketsHaveAKeyForEveryGroup(IssuePulse command) {
        Set<GroupId> asked = new HashSet<>();
        if (command.rules().tickets() == TicketMode.BLIND) {
            command.groups().forEach(group -> asked.add(group.group()));
        }
        if (!command.keys().tickets().keySet().equals(asked)) {
            throw new PulseNotIssuable(
                    "ticket-keys-missing",
                    "A pulse with blind tickets has one ticket key for each group, another none");
        }
    }

    private static void whoIsAskedByNameIsCommittedTo(IssuePulse command) {
        if ((command.rules().tickets() == TicketMode.BLIND) != (command.roster() != null)) {
            throw new PulseNotIssuable(
                    "roster-missing",
                    "A pulse with blind tickets commits to who is asked; with links nobody knows who they are");
        }
    }

    private static void whatIsWrittenHasItsOwnTickets(IssuePulse command) {
        var openText = command.openText();
        if (openText == null) {
            return;
        }
        Set<GroupId> asked = new HashSet<>();
        command.groups().forEach(group -> asked.add(group.group()));
        Set<String> keys = new HashSet<>();
        command.keys().tickets().values().forEach(signer -> keys.add(signer.fingerprint()));
        boolean blind = command.rules().tickets() == TicketMode.BLIND;
        for (var unit : openText.units()) {
            var ticket = unit.ticket();
            if (blind != (ticket != null) || ticket != null && !keys.add(ticket.fingerprint())) {
                throw new PulseNotIssuable(
                        "text-keys-missing",
                        "With blind tickets every unit in whose name people write has a ticket key of its own, else none");
            }
            for (var group : unit.groups()) {
                if (!asked.remove(group)) {
                    throw new PulseNotIssuable(
                            "text-group-unknown",
                            "Group " + group.value() + " writes in two units, or is not asked at all");
                }
            }
        }
        if (openText.operatorFingerprint().equals(command.keys().operatorFingerprint())) {
            throw new PulseNotIssuable("text-keys-missing", "Texts are sealed to another key than answers");
        }
    }

    private static void everyTeamIsAskedOnce(IssuePulse command) {
        Set<GroupId> groups = new HashSet<>();
        Set<TeamId> teams = new HashSet<>();
        for (var group : command.groups()) {
            if (!groups.add(group.group())) {
                throw new PulseNotIssuable(
                        "group-twice", "Group " + group.group().value() + " is named twice");
            }
            for (var team : group.teams()) {
                if (!teams.add(team)) {
                    throw new PulseNotIssuable(
                            "team-twice", "Team " + team.value() + " stands in two of the groups; ask it once");
                }
            }
        }
    }

    private static void everyUnitIsKnown(IssuePulse command) {
        Set<UnitId> known = new HashSet<>();
        for (var unit : command.units()) {
            if (!known.add(unit.unit())) {
                throw new PulseNotIssuable("unit-twice", "Unit " + unit.unit().value() + " is named twice");
            }
        }
        for (var unit : command.units()) {
            var parent = unit.parent();
            if (parent != null && !known.contains(parent)) {
                throw new PulseNotIssuable("unit-unknown", "Unit " + parent.value() + " is not known");
            }
        }
        for (var group : command.groups()) {
            if (!known.contains(group.unit())) {
                throw new PulseNotIssuable(
                        "unit-unknown", "Unit " + group.unit().value() + " is not known");
            }
        }
    }

    /** Groups are merged upwards until a root; below a ring of units they would be counted nowhere. */
    private static void everyUnitHangsBelowARoot(IssuePulse command) {
        Map<UnitId, UnitId> parents = new HashMap<>();
        for (var unit : command.units()) {
            var parent = unit.parent();
            if (parent != null) {
                parents.put(unit.unit(), parent);
            }
        }
        for (var unit : parents.keySet()) {
            var above = unit;
            for (int steps = 0; above != null; steps++) {
                if (steps > parents.size()) {
                    throw new UnitAboveItself(unit);
                }
                above = parents.get(above);
            }
        }
    }

    private static void openingsLieApart(IssuePulse command) {
        if (command.demonstration()) {
            return;
        }
        command.previousOpenings().forEach((group, opened) -> {
            if (tooSoon(command.dates().opensAt(), opened, command.zone())) {
                throw new PulseNotIssuable(
                        "openings-too-close",
                        "Group " + group.value() + " had a pulse that opened at " + opened
                                + "; the next opens at least 14 days later");
            }
        });
    }

    private static boolean tooSoon(Instant opensAt, Instant opened, @Nullable ZoneId zone) {
        if (zone == null) {
            return opensAt.isBefore(opened.plus(BETWEEN_OPENINGS));
        }
        var first = LocalDate.ofInstant(opened, zone).plusDays(BETWEEN_OPENINGS.toDays());
        return LocalDate.ofInstant(opensAt, zone).isBefore(first);
    }
}
