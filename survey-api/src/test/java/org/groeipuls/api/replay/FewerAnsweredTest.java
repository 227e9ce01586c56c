package org.groeipuls.api.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.pulse.AskedGroup;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.Trends;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where a fall of participation is told, against a calculation of its own from what was released. */
class FewerAnsweredTest {
    /**
     * How many of twelve before, and now, differ by 20 points and with Fisher's p below .05 also when one answered less
     * before: fisher.test in R.
     */
    private static final Set<List<Integer>> FALLS = Set.of(List.of(11, 5), List.of(12, 5));

    private final Store store = new Store(
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""), "h2");

    /** A group's last counted pulse: who it was, and how many answered where that was released of them alone. */
    private record Before(SortedSet<TeamId> teams, @Nullable Integer answered) {}

    @Test
    void a_fall_is_told_where_the_same_people_were_shown_by_themselves_twice_in_a_row_and_nowhere_else() {
        int told = 0;
        int unlike = 0;
        for (int seed = 0; seed < 40; seed++) {
            var past = new RandomPast(seed);
            store.past(past);
            var expected = new TreeMap<String, Boolean>();
            unlike += falls(past, expected);
            told += (int) expected.values().stream().filter(fell -> fell).count();
            assertThat(shown()).as("seed %s", seed).isEqualTo(expected);
        }
        assertThat(told).as("falls").isGreaterThan(5);
        assertThat(unlike).as("falls of other people").isGreaterThan(1);
    }

    /** @return how many falls there would be if other people could be compared */
    private static int falls(RandomPast past, Map<String, Boolean> expected) {
        Map<PulseId, Map<GroupId, AskedGroup>> asked = new HashMap<>();
        Map<GroupId, Before> before = new HashMap<>();
        int unlike = 0;
        for (var one : past.events()) {
            if (one.event() instanceof PulseIssued issued) {
                issued.groups()
                        .forEach(group -> asked.computeIfAbsent(issued.pulse(), fresh -> new HashMap<>())
                                .put(group.group(), group));
            }
            if (one.event() instanceof CountPublished count) {
                var groups = asked.getOrDefault(count.pulse(), Map.of());
                for (var group : groups.values()) {
                    var then = before.get(group.group());
                    var answered = answered(past, count.pulse(), group.group());
                    boolean fell = then != null
                            && then.answered() != null
                            && answered != null
                            && FALLS.contains(List.of(then.answered(), answered));
                    boolean same = then != null && group.samePeopleAs(then.teams());
                    expected.put(group.group().value() + " " + count.pulse().value(), fell && same);
                    unlike += fell && !same ? 1 : 0;
                    before.put(group.group(), new Before(group.teams(), answered));
                }
            }
        }
        return unlike;
    }

    private static @Nullable Integer answered(RandomPast past, PulseId pulse, GroupId group) {
        return past.events().stream()
                .filter(one -> one.event() instanceof BlockReleased block
                        && block.pulse().equals(pulse)
                        && block.groups().equals(new TreeSet<>(Set.of(group))))
                .map(one -> ((BlockReleased) one.event()).n())
                .findFirst()
                .orElse(null);
    }

    /** Of every group and pulse; all constructs say the same. */
    private Map<String, Boolean> shown() {
        var live = store.live();
        var trends = new Trends(live.trends(), live.register(), live.agenda(), live.outcomes());
        var shown = new TreeMap<String, Boolean>();
        for (var group : trends.groups()) {
            for (var trend : trends.read(new KnownGroup(group, new TreeSet<>()), trends.constructs(group))) {
                for (var point : trend.points()) {
                    var place = group.value() + " " + point.pulse().value();
                    assertThat(shown.getOrDefault(place, point.fewer()))
                            .as(place)
                            .isEqualTo(point.fewer());
                    assertThat(point.fewerAnswered()).as("told, or absent").isNotEqualTo(false);
                    shown.put(place, point.fewer());
                }
            }
        }
        return shown;
    }
}
