package org.groeipuls.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.effect.InterventionEffect.Finding;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.scoring.Change;
import org.groeipuls.scoring.Checkpoint;
import org.groeipuls.scoring.DifferenceInDifferences;
import org.groeipuls.scoring.DifferenceInDifferences.Direction;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.Marker;
import org.groeipuls.trend.Trends;

/**
 * The effects of all interventions, from the changes of lines and from nothing else. Interventions of one form, leader's role
 * and first day are one: several teams that began together.
 */
public final class InterventionEffects {
    private static final long SEED = 20_240_601; // of the draws, where all ways are too many: the same for everybody

    private final Trends trends;
    private final Map<GroupId, List<Marker>> markers = new HashMap<>();

    /** @param groups the groups as they are now */
    public InterventionEffects(Trends trends, List<KnownGroup> groups) {
        this.trends = trends;
        var known = trends.groups();
        groups.stream().filter(group -> known.contains(group.group())).forEach(group -> {
            var constructs = trends.constructs(group.group());
            if (!constructs.isEmpty()) {
                markers.put(
                        group.group(), trends.read(group, constructs.getFirst()).markers());
            }
        });
    }

    /** What makes interventions one. */
    private record Kind(LearningForm form, LeaderRole role, LocalDate startedOn) implements Comparable<Kind> {
        private static final Comparator<Kind> ORDER =
                Comparator.comparing(Kind::startedOn).thenComparing(Kind::form).thenComparing(Kind::role);

        static Kind of(Marker marker) {
            return new Kind(marker.form(), marker.leaderRole(), marker.startedOn());
        }

        boolean alike(Kind other) {
            return form == other.form && role == other.role;
        }

        @Override
        public int compareTo(Kind other) {
            return ORDER.compare(this, other);
        }
    }

    /** The effect of each intervention on one construct, at a checkpoint, in the order in which they began. */
    public List<InterventionEffect> on(String construct, Checkpoint checkpoint) {
        SortedMap<Kind, SortedSet<InterventionId>> kinds = new TreeMap<>();
        markers.values().stream()
                .flatMap(List::stream)
                .forEach(marker -> kinds.computeIfAbsent(Kind.of(marker), kind -> new TreeSet<>())
                        .add(marker.id()));
        SortedMap<GroupId, Trends.Changes> lines = new TreeMap<>();
        markers.keySet().forEach(group -> lines.put(group, trends.changes(group, construct)));
        List<InterventionEffect> effects = new ArrayList<>();
        kinds.forEach((kind, ids) -> effects.add(effect(kind, ids, lines, construct, checkpoint)));
        return effects;
    }

    private InterventionEffect effect(
            Kind kind,
            SortedSet<InterventionId> ids,
            SortedMap<GroupId, Trends.Changes> lines,
            String construct,
            Checkpoint checkpoint) {
        SortedMap<GroupId, Change> treated = new TreeMap<>();
        SortedMap<GroupId, Change> compared = new TreeMap<>();
        SortedSet<GroupId> awaited = new TreeSet<>();
        lines.forEach((group, line) -> {
            var change = line.since(kind.startedOn(), checkpoint);
            if (had(group, kind)) {
                change.ifPresentOrElse(found -> treated.put(group, found.change()), () -> awaited.add(group));
            } else {
                change.filter(found -> !hadAlike(group, kind, found.countedOn()))
                        .ifPresent(found -> compared.put(group, found.change()));
            }
        });
        var effect = DifferenceInDifferences.of(d(treated), d(compared), SEED);
        return new InterventionEffect(
                kind.form(),
                kind.role(),
                kind.startedOn(),
                ids,
                construct,
                checkpoint,
                new TreeSet<>(treated.keySet()),
                new TreeSet<>(compared.keySet()),
                awaited,
                effect.map(DifferenceInDifferences::effect).orElse(null),
                effect.map(DifferenceInDifferences::p).orElse(null),
                effect.map(DifferenceInDifferences::exact).orElse(null),
                finding(effect, checkpoint));
    }

    private boolean had(GroupId group, Kind kind) {
        return of(group).stream().anyMatch(marker -> Kind.of(marker).equals(kind));
    }

    /** Whether a group had had one of that form and role by then. */
    private boolean hadAlike(GroupId group, Kind kind, LocalDate by) {
        return of(group).stream()
                .anyMatch(marker ->
                        Kind.of(marker).alike(kind) && !marker.startedOn().isAfter(by));
    }

    private List<Marker> of(GroupId group) {
        return Objects.requireNonNull(markers.get(group));
    }

    private static List<Double> d(SortedMap<GroupId, Change> changes) {
        return changes.values().stream().map(Change::d).toList();
    }

    private static Finding finding(Optional<DifferenceInDifferences> effect, Checkpoint checkpoint) {
        if (effect.filter(one -> one.found(checkpoint, Direction.RISE)).isPresent()) {
            return Finding.ROSE_MORE;
        }
        return effect.filter(one -> one.found(checkpoint, Direction.FALL)).isPresent()
                ? Finding.FELL_MORE
                : Finding.CANNOT_TELL_YET;
    }
}
