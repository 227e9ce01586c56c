package org.groeipuls.attack;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Matches people, in the order in which they answered, with what is left of ballots after the count, in every order in
 * which it can be found. By chance one of all is matched.
 */
final class ReIdentification implements Attack<Evidence> {
    private static final double CERTAIN = 0.001;

    @Override
    public String key() {
        return "re-identification";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Evidence evidence) {
        var notes = new Notes();
        int people = evidence.people().size();
        var orders = evidence.ordersAfter();
        int best = 0;
        for (var order : orders.found()) {
            int matches = Math.max(matches(order, false), matches(order, true));
            notes.tried(2L * order.places().size());
            best = Math.max(best, matches);
        }
        int ways = Math.max(1, 2 * orders.found().size());
        double chance = ways * atLeast(best, people);
        double[] interval = Order.interval(best, people);
        notes.number("people", people);
        notes.number("strategies", ways);
        notes.number("matches", best);
        notes.number("rate", ArrivalOrder.rounded((double) best / people));
        notes.number("rate-low", ArrivalOrder.rounded(interval[0]));
        notes.number("rate-high", ArrivalOrder.rounded(interval[1]));
        notes.number("rate-chance", ArrivalOrder.rounded(1.0 / people));
        notes.expect(
                chance >= CERTAIN,
                best + " of " + people + " people were matched with their ballot, by chance it is 1");
        return notes.finding();
    }

    /** How many people are matched with what is their own, when both are laid side by side, from either end. */
    private static int matches(Orders.Found order, boolean backwards) {
        Comparator<Map.Entry<Integer, Long>> byPlace = Map.Entry.comparingByValue();
        List<Integer> found = order.places().entrySet().stream()
                .sorted(backwards ? byPlace.reversed() : byPlace)
                .map(Map.Entry::getKey)
                .toList();
        List<Integer> people = List.copyOf(order.places().keySet());
        return (int) IntStream.range(0, people.size())
                .filter(at -> people.get(at).equals(found.get(at)))
                .count();
    }

    /** The probability of at least so many matches by chance. */
    private static double atLeast(int matches, int people) {
        return matches == 0 ? 1 : BinomialDistribution.of(people, 1.0 / people).survivalProbability(matches - 1);
    }
}
