package org.groeipuls.api.followup;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.security.Membership;
import org.groeipuls.api.security.Role;
import org.groeipuls.api.security.TeamAccess;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.PointSenders;
import org.groeipuls.api.storage.PointSenders.Sender;
import org.groeipuls.api.storage.Together;
import org.groeipuls.api.storage.Wordings;
import org.groeipuls.development.BundleId;
import org.groeipuls.development.PointCommand.RemovePointWords;
import org.groeipuls.development.PointCommand.SendPoint;
import org.groeipuls.development.PointId;
import org.groeipuls.followup.DevelopmentTable;
import org.groeipuls.followup.KnownBundle;
import org.groeipuls.followup.KnownPoint;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.TextUnits;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.groeipuls.wording.WordingRules;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Where leads send up what their group agreed on, one sentence a counted pulse, in the name of the lowest unit with at
 * least two groups and ten people. Nobody above sees the group or the pulse.
 */
public final class PointDesk {
    private static final int LEAST_GROUPS = 2;
    private static final Pattern RANDOM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Commands commands;
    private final Together together;
    private final Wordings wordings;
    private final PointSenders senders;
    private final DevelopmentTable table;
    private final OrganisationTable organisation;
    private final AskedTeams asked;
    private final TeamAccess access;
    private final Membership members;

    public PointDesk(
            Commands commands,
            Together together,
            Wordings wordings,
            PointSenders senders,
            DevelopmentTable table,
            OrganisationTable organisation,
            PulseAgenda agenda,
            TeamAccess access,
            Membership members) {
        this.commands = commands;
        this.together = together;
        this.wordings = wordings;
        this.senders = senders;
        this.table = table;
        this.organisation = organisation;
        this.asked = new AskedTeams(agenda);
        this.access = access;
        this.members = members;
    }

    /** A point as HR and the direction see it. @param bundle absent until it stands in one */
    public record ToldPoint(
            PointId id,
            UnitId unit,
            String unitName,
            String text,
            @Nullable BundleId bundle) {
        @Override
        public String toString() {
            return "ToldPoint[not shown]";
        }
    }

    /** A point as the group sees it that sent it. */
    public record OwnPoint(
            PointId id,
            PulseId pulse,
            UnitId unit,
            String unitName,
            String text,
            @Nullable BundleId bundle) {
        @Override
        public String toString() {
            return "OwnPoint[not shown]";
        }
    }

    /** All points, without their groups, in the order of their random ids. */
    public List<ToldPoint> all() {
        return table.points().stream().map(this::told).toList();
    }

    ToldPoint told(KnownPoint known) {
        return new ToldPoint(
                known.id(),
                known.unit(),
                name(known.unit()),
                wordings.read(known.wording()),
                table.bundleOf(known.id()).map(KnownBundle::id).orElse(null));
    }

    /**
     * What the group of a team sent.
     *
     * @throws NotFound for whoever neither leads the team nor answers in it
     */
    public List<OwnPoint> of(TeamId team, Authentication who) {
        if (!leads(who, team) && !members.teamsOf(who).contains(team)) {
            throw new NotFound();
        }
        return own(team);
    }

    /** What the group sent in which somebody answers. */
    public List<OwnPoint> ofMember(Authentication who) {
        return members.teamsOf(who).stream().flatMap(team -> own(team).stream()).toList();
    }

    /** Only since it is the group that it is now: what was sent before was agreed on by others. */
    private List<OwnPoint> own(TeamId team) {
        var pulses = access.since(team).people();
        return organisation.read().groupOf(team).stream()
                .flatMap(group -> senders.of(group.group()).stream())
                .filter(sender -> pulses.contains(sender.pulse()))
                .flatMap(sender -> table.find(sender.point()).map(known -> own(sender, known)).stream())
                .toList();
    }

    private OwnPoint own(Sender sender, KnownPoint known) {
        var told = told(known);
        return new OwnPoint(told.id(), sender.pulse(), told.unit(), told.unitName(), told.text(), told.bundle());
    }

    /** In whose name a point of this team after this pulse goes up. @throws Refusal when there is no such unit */
    public TextUnit unitOf(TeamId team, PulseId pulse) {
        var counted = asked.find(pulse, team);
        var issued = counted.pulse().issued();
        var writing =
                issued.groups().stream().filter(group -> !group.ownPeople()).toList();
        return TextUnits.of(issued.units(), writing).stream()
                .filter(unit -> unit.groups().contains(counted.group().group()))
                .filter(unit -> unit.groups().size() >= LEAST_GROUPS)
                .findFirst()
                .orElseThrow(FollowUpRefusal::pointUnitTooSmall);
    }

    /**
     * Sends a point up, or words it otherwise.
     *
     * @throws NotFound when the team is not theirs
     * @throws Refusal when a rule says no
     * @return whether it was not known before
     */
    public boolean send(PointId id, TeamId team, PulseId pulse, String text, Authentication who) {
        commands.awaitViews();
        if (!leads(who, team)) {
            throw new NotFound();
        }
        if (!RANDOM.matcher(id.value()).matches()) {
            throw FollowUpRefusal.pointNotRandom();
        }
        var group = asked.find(pulse, team).group().group();
        var unit = unitOf(team, pulse).unit();
        var sender = new Sender(id, group, pulse);
        var before = senders.find(id);
        if (before.isPresent() && !before.get().equals(sender)) {
            throw FollowUpRefusal.pointOfOtherGroup();
        }
        if (senders.of(group).stream().anyMatch(one -> one.pulse().equals(pulse) && !one.equals(sender))) {
            throw FollowUpRefusal.pointAlreadySent();
        }
        var known = table.find(id);
        var draft =
                wordings.draft(id.toString(), known.map(KnownPoint::wording).orElse(null), text, WordingRules.SENTENCE);
        together.change(
                transaction -> {
                    senders.put(sender);
                    wordings.keep(draft);
                },
                List.of(new SendPoint(id, unit, draft.id())));
        return known.isEmpty();
    }

    /**
     * Erases the sentence of a point; once more changes nothing.
     *
     * @throws NotFound when there is none, or not for whoever asks
     */
    public void removeWords(PointId id, Authentication who) {
        commands.awaitViews();
        Optional<KnownPoint> known = table.find(id);
        boolean theirs = senders.find(id)
                .filter(sender -> Role.HR.heldBy(who) || leadsOneOf(sender, who))
                .isPresent();
        if (known.isEmpty() || !theirs) {
            throw new NotFound();
        }
        together.change(transaction -> wordings.remove(List.of(id.toString())), List.of(new RemovePointWords(id)));
    }

    private boolean leadsOneOf(Sender sender, Authentication who) {
        return Role.LEAD.heldBy(who)
                && access.ledBy(who).stream()
                        .flatMap(team -> asked.of(team).stream())
                        .anyMatch(counted -> counted.id().equals(sender.pulse())
                                && counted.group().group().equals(sender.group()));
    }

    private boolean leads(Authentication who, TeamId team) {
        return Role.LEAD.heldBy(who) && access.ledBy(who).contains(team);
    }

    private String name(UnitId unit) {
        return organisation.read().unit(unit).map(KnownUnit::name).orElse(unit.value());
    }
}
