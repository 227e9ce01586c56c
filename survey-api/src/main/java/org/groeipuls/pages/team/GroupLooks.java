package org.groeipuls.pages.team;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.security.TeamAccess;
import org.groeipuls.instrument.Construct;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.Item;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pages.Words;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.signal.Signals;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.Sight;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.groeipuls.trend.Trends;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** What the people of a team's group may see of it, for all pages that show it. */
public final class GroupLooks {
    /** Open at once on a dashboard, in this order; the rest is folded. */
    static final List<String> FIRST = List.of("psychological-safety", "leader-role-modelling", "error-talk");

    private final InstrumentShelf shelf;
    private final OrganisationTable organisation;
    private final PulseAgenda agenda;
    private final Trends trends;
    private final Signals signals;
    private final TeamAccess access;
    private final InstantSource clock;

    public GroupLooks(
            InstrumentShelf shelf,
            OrganisationTable organisation,
            PulseAgenda agenda,
            Trends trends,
            Signals signals,
            TeamAccess access,
            InstantSource clock) {
        this.shelf = shelf;
        this.organisation = organisation;
        this.agenda = agenda;
        this.trends = trends;
        this.signals = signals;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Somebody who looks.
     *
     * @param sight how much of the group's past is theirs to see
     */
    record Look(KnownTeam team, KnownGroup group, Authentication who, Sight sight, Organisation now) {
        /** Whether somebody answers in the team and sees what the lead saw before. */
        boolean member() {
            return sight.counted().isBefore(LocalDate.MAX);
        }
    }

    /** @return empty when there is no such team, or it is not theirs to see */
    Optional<Look> seen(String team, @Nullable Authentication who) {
        var now = organisation.read();
        try {
            var id = new TeamId(team);
            return who == null
                    ? Optional.empty()
                    : access.sees(who, id)
                            .flatMap(sight -> now.team(id)
                                    .flatMap(known ->
                                            now.groupOf(id).map(group -> new Look(known, group, who, sight, now))));
        } catch (IdNotAllowed notAnId) {
            return Optional.empty();
        }
    }

    /** The line of every construct of groups, those of {@link #FIRST} first. */
    LinkedHashMap<Construct, TeamTrend> lines(Look look) {
        var constructs = new LinkedHashMap<String, Construct>();
        var instruments = shelf.all();
        FIRST.forEach(key -> known(key, instruments).ifPresent(construct -> constructs.put(key, construct)));
        for (var instrument : instruments) {
            instrument.constructs().stream()
                    .filter(construct -> construct.level() == Construct.Level.GROUP)
                    .forEach(construct -> constructs.put(construct.key(), construct));
        }
        var lines = new LinkedHashMap<Construct, TeamTrend>();
        trends.read(look.group(), List.copyOf(constructs.keySet()), look.sight())
                .forEach(trend -> lines.put(Objects.requireNonNull(constructs.get(trend.construct())), trend));
        return lines;
    }

    /** The lines as a dashboard shows them. */
    List<DashboardSection> sections(Look look, Words words) {
        return lines(look).entrySet().stream()
                .map(line ->
                        DashboardSection.of(line.getKey(), line.getValue(), words, id -> name(id, look.now(), words)))
                .toList();
    }

    /** The statements of the latest pulse that asked the group and is theirs to see, in the order of asking. */
    List<Item> asked(Look look) {
        return lines(look).values().stream()
                .flatMap(line -> line.points().stream())
                .max(Comparator.comparing(TrendPoint::countedOn))
                .flatMap(point -> agenda.find(point.pulse()))
                .map(pulse -> pulse.issued().groups().stream()
                        .filter(group -> group.group().equals(look.group().group()))
                        .flatMap(group -> group.items().stream())
                        .flatMap(id ->
                                shelf.find(pulse.issued().instrument()).stream().map(instrument -> instrument.item(id)))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Construct> known(String key, List<Instrument> instruments) {
        return instruments.stream()
                .flatMap(instrument -> instrument.constructs().stream())
                .filter(construct -> construct.key().equals(key))
                .findFirst();
    }

    /** A gap between what is said and what is done, in words that never diagnose, with a question to begin with. */
    record Talk(String pattern, String gap, String question) {}

    List<Talk> talk(Look look, Words words) {
        var today = LocalDate.ofInstant(clock.instant(), words.zone());
        return signals.of(look.group().group(), look.sight(), today).stream()
                .map(signal -> {
                    var key = "signal." + signal.pattern() + (signal.fear() ? ".fear" : "");
                    return new Talk(signal.pattern(), words.text(key), words.text(key + ".question"));
                })
                .toList();
    }

    /** Also of a group that is there no more, before whose successors its band is drawn. */
    String name(GroupId group, Organisation now, Words words) {
        return now.group(group)
                .map(known -> words.listed(known.teams().stream()
                        .map(id -> now.team(id).map(KnownTeam::name).orElse(id.value()))
                        .toList()))
                .or(() -> agenda.nameOf(group))
                .orElse(group.value());
    }
}
