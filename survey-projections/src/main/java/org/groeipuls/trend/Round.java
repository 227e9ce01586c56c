package org.groeipuls.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;

/**
 * Pulses of parts of an organisation that are one point of the whole: in the order in which they closed, until a group is
 * asked again or 28 days have gone since the first of them.
 *
 * @param number from 1
 * @param closedOn the last day on which anybody in it could answer (UTC)
 */
record Round(int number, SortedSet<PulseId> pulses, LocalDate closedOn) {
    /**
     * The rounds in order.
     *
     * @param asked which groups each counted pulse asked
     * @param closed the day on which each of them closed (UTC)
     */
    static List<Round> of(Map<PulseId, SortedSet<GroupId>> asked, Map<PulseId, LocalDate> closed) {
        List<Round> rounds = new ArrayList<>();
        Set<GroupId> within = new HashSet<>();
        LocalDate first = LocalDate.MIN;
        var inOrder = asked.keySet().stream()
                .sorted(Comparator.comparing((PulseId pulse) -> day(pulse, closed))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (var pulse : inOrder) {
            var day = day(pulse, closed);
            var groups = Objects.requireNonNull(asked.get(pulse));
            boolean again = groups.stream().anyMatch(within::contains);
            if (rounds.isEmpty() || again || !day.isBefore(first.plusDays(OrganisationLine.ROUND_DAYS))) {
                within.clear();
                first = day;
                rounds.add(new Round(rounds.size() + 1, new TreeSet<>(), day));
            }
            rounds.getLast().pulses().add(pulse);
            rounds.add(rounds.removeLast().until(day));
            within.addAll(groups);
        }
        return rounds;
    }

    private static LocalDate day(PulseId pulse, Map<PulseId, LocalDate> closed) {
        return Objects.requireNonNull(closed.get(pulse), () -> "Nothing says when " + pulse.value() + " closed");
    }

    private Round until(LocalDate day) {
        return new Round(number, pulses, day);
    }
}
