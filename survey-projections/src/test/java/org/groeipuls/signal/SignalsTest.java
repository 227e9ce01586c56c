package org.groeipuls.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.GapRule;
import org.groeipuls.scoring.PairedGap;
import org.groeipuls.scoring.Pattern.Level;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private final List<Occasion> occasions = new ArrayList<>();

    private static SortedSet<TeamId> teams(String... ids) {
        return new TreeSet<>(List.of(ids).stream().map(TeamId::new).toList());
    }

    private void occasion(String group, double gap, SortedSet<TeamId> teams) {
        int number = occasions.size() + 1;
        occasions.add(new Occasion(
                new GroupId(group),
                teams,
                "M1",
                new PulseId("p" + number),
                LocalDate.parse("2027-01-01").plusDays(number),
                new InstrumentKey("groeipuls", 1),
                new PairedGap(8, 4, 4 - gap, gap, .1, gap - .2),
                GapRule.SCALES,
                "default@1"));
    }

    private void occasions(String group, double... gaps) {
        for (double gap : gaps) {
            occasion(group, gap, teams(group));
        }
    }

    private List<Signal> signals(boolean supported) {
        return Signals.of(
                occasions, latest -> supported, latest -> latest.group().value().equals("parks"));
    }

    private static Signal of(List<Signal> signals, String group) {
        return signals.stream()
                .filter(signal -> signal.group().value().equals(group))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_gap_stays_with_its_group_the_first_time_and_reaches_the_organisation_when_it_comes_back() {
        occasions("roads", .8);
        assertThat(of(signals(false), "roads").level()).isEqualTo(Level.GROUP);
        occasions("roads", .4);
        assertThat(of(signals(false), "roads").level()).isEqualTo(Level.GROUP);
        occasions("roads", .8);
        assertThat(of(signals(false), "roads"))
                .extracting(
                        Signal::level,
                        Signal::occasions,
                        signal -> signal.latest().gap())
                .containsExactly(Level.ORGANISATION, 3, .8);
    }

    @Test
    void one_small_gap_clears_it() {
        occasions("roads", .8, .8, .2);
        assertThat(of(signals(true), "roads").level()).isEqualTo(Level.NONE);
    }

    @Test
    void other_figures_make_once_enough_and_make_nothing_out_of_nothing() {
        occasions("roads", .8);
        occasions("parks", .1);
        assertThat(of(signals(true), "roads").level()).isEqualTo(Level.ORGANISATION);
        assertThat(of(signals(true), "roads").supported()).isTrue();
        assertThat(of(signals(true), "parks").level()).isEqualTo(Level.NONE);
        assertThat(of(signals(true), "parks").supported()).isFalse();
    }

    @Test
    void it_is_called_fear_only_where_there_is_a_pattern_that_other_figures_speak_for() {
        occasions("parks", .8);
        occasions("roads", .8);
        assertThat(of(signals(true), "parks").fear()).isTrue();
        assertThat(of(signals(true), "roads").fear()).isFalse();
        assertThat(of(signals(false), "parks").fear()).isFalse();
    }

    @Test
    void a_group_of_other_teams_starts_anew() {
        occasions("roads", .8, .8);
        occasion("roads", .8, teams("roads", "water"));
        assertThat(of(signals(false), "roads"))
                .extracting(Signal::level, Signal::occasions)
                .containsExactly(Level.GROUP, 1);
    }

    @Test
    void with_twenty_groups_a_gap_has_to_be_larger_than_usual() {
        for (int group = 0; group < 20; group++) {
            occasions("g" + group, .7);
        }
        occasions("roads", .8);
        occasions("parks", .96);
        assertThat(of(signals(false), "roads").level()).isEqualTo(Level.NONE);
        assertThat(of(signals(false), "parks").level()).isEqualTo(Level.GROUP);
    }
}
