package org.groeipuls.api.teamlead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.groeipuls.agenda.KnownPulse;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.security.Role;
import org.groeipuls.api.security.TeamAccess;
import org.groeipuls.instrument.Form;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.roster.People;
import org.groeipuls.roster.PersonId;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.Sight;
import org.springframework.security.core.Authentication;

/**
 * At which pulses of which teams somebody may look into the mirror: leads of the team, and of what is shared the people of
 * its group. Nobody else, whatever else they are; to them it looks as if there were no such team.
 */
public final class MirrorPlaces {
    private final TeamAccess access;
    private final People people;
    private final PulseAgenda agenda;
    private final InstrumentShelf shelf;
    private final Predicate<PulseId> asksLeaders;

    /** @param asksLeaders at which pulses leads are asked to look; they may at any other, too */
    public MirrorPlaces(
            TeamAccess access,
            People people,
            PulseAgenda agenda,
            InstrumentShelf shelf,
            Predicate<PulseId> asksLeaders) {
        this.access = access;
        this.people = people;
        this.agenda = agenda;
        this.shelf = shelf;
        this.asksLeaders = asksLeaders;
    }

    /**
     * One pulse of the group of one team.
     *
     * @param form the leader's form of the pulse's instrument
     * @param sight what of the group is theirs who lead or work in the team now
     */
    public record Place(
            TeamId team, KnownPulse pulse, AskedGroup group, Instrument instrument, Form form, Sight sight) {
        /** The pulse's id. */
        public PulseId id() {
            return pulse.issued().pulse();
        }

        /** Whether what the group said can be known. */
        public boolean counted() {
            return pulse.state() == PulseState.COUNTED;
        }

        /** Whether the group is still those people and those leads, as far as reorganisations go. */
        boolean same() {
            var since = sight.since();
            return since == null || since.leads().contains(id());
        }

        /** Whether a lead may answer at all. */
        public boolean begun() {
            return List.of(PulseState.OPEN, PulseState.CLOSED, PulseState.COUNTED)
                    .contains(pulse.state());
        }
    }

    /**
     * Where a lead of the team answers for themselves.
     *
     * @throws NotFound when they do not lead it, or the pulse does not ask it
     */
    Place ofLead(TeamId team, PulseId pulse, Authentication who) {
        if (!leads(team, who)) {
            throw new NotFound();
        }
        return place(team, pulse).orElseThrow(NotFound::new);
    }

    /**
     * Where a lead, or one of the team's people, looks at what is shared.
     *
     * @throws NotFound when they are neither, or the pulse does not ask it
     */
    Place ofGroup(TeamId team, PulseId pulse, Authentication who) {
        if (!leads(team, who) && !teamsOf(who).contains(team)) {
            throw new NotFound();
        }
        return place(team, pulse).orElseThrow(NotFound::new);
    }

    /** The latest pulse that has begun, asked the team, and asks leads too if there is one; for a lead of it. */
    Optional<Place> latest(TeamId team, Authentication who) {
        return leads(team, who)
                ? begun(team).max(Comparator.comparing(this::asked).thenComparing(MirrorPlaces::opening))
                : Optional.empty();
    }

    /** Whether leads are asked at this pulse. */
    boolean asked(Place place) {
        return asksLeaders.test(place.id());
    }

    /** All pulses that were counted and asked a team in which somebody works. */
    List<Place> ofMember(Authentication who) {
        return teamsOf(who).stream()
                .flatMap(this::begun)
                .filter(place -> place.counted() && place.same())
                .sorted(Comparator.comparing(MirrorPlaces::opening).reversed())
                .toList();
    }

    private static Instant opening(Place place) {
        return place.pulse().issued().dates().opensAt();
    }

    private Stream<Place> begun(TeamId team) {
        var sight = sight(team);
        return agenda.all().stream()
                .flatMap(pulse -> place(team, pulse, sight).stream())
                .filter(place -> place.begun() && (place.same() || !place.counted()));
    }

    /** An analyst who looks here does so as a lead or as one of the team's people. */
    private Sight sight(TeamId team) {
        return new Sight(LocalDate.MAX, access.since(team));
    }

    private boolean leads(TeamId team, Authentication who) {
        return Role.LEAD.heldBy(who) && access.ledBy(who).contains(team);
    }

    private SortedSet<TeamId> teamsOf(Authentication who) {
        return Role.EMPLOYEE.heldBy(who)
                ? people.find(new PersonId(who.getName()))
                        .filter(person -> !person.lead())
                        .map(person -> person.teams())
                        .orElseGet(TreeSet::new)
                : new TreeSet<>();
    }

    private Optional<Place> place(TeamId team, PulseId pulse) {
        return agenda.find(pulse).flatMap(known -> place(team, known, sight(team)));
    }

    private Optional<Place> place(TeamId team, KnownPulse pulse, Sight sight) {
        return pulse.issued().groups().stream()
                .filter(group -> group.teams().contains(team))
                .findFirst()
                .flatMap(group -> shelf.find(pulse.issued().instrument())
                        .flatMap(instrument -> instrument.forms().stream()
                                .filter(form -> form.audience() == Form.Audience.LEADER)
                                .findFirst()
                                .map(form -> new Place(team, pulse, group, instrument, form, sight))));
    }
}
