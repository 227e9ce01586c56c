package org.groeipuls.signal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.register.InterventionRegister;
import org.groeipuls.register.KnownIntervention;
import org.groeipuls.scoring.ExtraEvidence;
import org.groeipuls.scoring.PairedGap;
import org.groeipuls.scoring.Pattern;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.Sight;
import org.groeipuls.trend.Trends;

/**
 * The patterns of all groups as they stand now. A gap is a pattern once it reaches its thresholds; with twenty groups or more
 * it also has to be larger than usual, because what is said is rated higher everywhere. It is the group's the first time, and
 * the organisation's when it comes back or when other figures speak for it.
 */
public final class Signals {
    private static final String PRACTICE = "learning-practice";

    private final SignalTable table;
    private final Trends trends;
    private final InterventionRegister register;

    public Signals(SignalTable table, Trends trends, InterventionRegister register) {
        this.table = table;
        this.trends = trends;
        this.register = register;
    }

    /**
     * Every pattern of every group that had an occasion, whatever its level.
     *
     * @param today for what was long ago; what was counted later (UTC) is not looked at
     */
    public List<Signal> all(LocalDate today) {
        return all(today, (group, pulse) -> true);
    }

    /**
     * The patterns of one group, from what somebody may see of it; what is usual elsewhere is as ever.
     *
     * @param today as for all of them
     */
    public List<Signal> of(GroupId group, Sight sight, LocalDate today) {
        var day = today.isBefore(sight.counted()) ? today : sight.counted();
        return all(day, (other, pulse) -> !other.equals(group) || sight.shows(pulse)).stream()
                .filter(signal -> signal.group().equals(group) && signal.level() != Pattern.Level.NONE)
                .toList();
    }

    private List<Signal> all(LocalDate today, BiPredicate<GroupId, PulseId> seen) {
        var supporting = new Supporting(table.evidence().stream()
                .filter(one -> !one.countedOn().isAfter(today) && seen.test(one.group(), one.pulse()))
                .toList());
        return of(
                table.all().stream()
                        .filter(one -> !one.countedOn().isAfter(today) && seen.test(one.group(), one.pulse()))
                        .toList(),
                latest -> supported(latest, supporting, today),
                latest -> latest.pattern().equals("M4") && supporting.fearOfCelebrating(latest, today));
    }

    /**
     * @param supported whether other figures speak for the pattern of a latest occasion
     * @param fear whether it is to be called fear
     */
    static List<Signal> of(List<Occasion> occasions, Predicate<Occasion> supported, Predicate<Occasion> fear) {
        Map<List<Object>, List<Occasion>> lines = occasions.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.group(), one.pattern()), LinkedHashMap::new, Collectors.toList()));
        return lines.values().stream()
                .map(line -> signal(line, occasions, supported, fear))
                .toList();
    }

    private static Signal signal(
            List<Occasion> all, List<Occasion> everybody, Predicate<Occasion> supported, Predicate<Occasion> fear) {
        var latest = all.getLast();
        var same =
                all.stream().filter(one -> one.teams().equals(latest.teams())).toList();
        var pattern = Pattern.NONE;
        for (var one : same) {
            pattern = pattern.next(one.gap().gap(), one.gap().pattern(one.rule(), usual(one, everybody)));
        }
        boolean speaks = pattern.level() != Pattern.Level.NONE && supported.test(latest);
        if (speaks) {
            pattern = pattern.supported();
        }
        return new Signal(
                latest.group(),
                latest.pattern(),
                pattern.level(),
                latest.gap(),
                latest.countedOn(),
                same.size(),
                speaks,
                speaks && fear.test(latest));
    }

    /** The median gap of the latest occasions of all groups up to then. */
    private static OptionalDouble usual(Occasion one, List<Occasion> everybody) {
        Map<GroupId, PairedGap> latest = new LinkedHashMap<>();
        everybody.stream()
                .filter(other -> other.pattern().equals(one.pattern())
                        && !other.countedOn().isAfter(one.countedOn()))
                .forEach(other -> latest.put(other.group(), other.gap()));
        return PairedGap.usual(List.copyOf(latest.values()));
    }

    /**
     * M1 talk without practice, M2 growth means always positive, M4 celebrating failure. M3, learning is for employees
     * only, has none: how a lead sees themselves is that lead's and the group's, and nobody counts who attends.
     */
    private boolean supported(Occasion latest, Supporting supporting, LocalDate today) {
        return switch (latest.pattern()) {
            case "M1" -> practiceIsRare(latest, today) || noFormRecorded(latest, today);
            case "M2" -> supporting.silenceIsHeard(latest, today);
            case "M4" -> supporting.celebratingSeemsCareless(latest, today);
            default -> false;
        };
    }

    /** By what was released last, as the other evidence, and not by the line: that starts at what is usual elsewhere. */
    private boolean practiceIsRare(Occasion latest, LocalDate today) {
        return trends.standing(latest.group(), PRACTICE, today)
                .filter(standing -> standing.teams().equals(latest.teams()))
                .filter(standing -> Supporting.counts(standing.countedOn(), today))
                .filter(standing -> ExtraEvidence.practiceIsRare(Math.clamp(standing.value(), 1, 5)))
                .isPresent();
    }

    /**
     * Only where forms are recorded at all: an organisation that writes none down has no such evidence. One without a last
     * day goes on, and one whose last day is to come does so too.
     */
    private boolean noFormRecorded(Occasion latest, LocalDate today) {
        if (register.all().isEmpty()) {
            return false;
        }
        Optional<LocalDate> last = register.of(new TreeSet<>(latest.teams())).stream()
                .map(KnownIntervention::particulars)
                .filter(form -> !form.startedOn().isAfter(today))
                .map(form -> Objects.requireNonNullElse(form.endedOn(), today))
                .map(day -> day.isAfter(today) ? today : day)
                .max(LocalDate::compareTo);
        return last.isEmpty() || ExtraEvidence.noFormFor((int) ChronoUnit.DAYS.between(last.get(), today));
    }
}
