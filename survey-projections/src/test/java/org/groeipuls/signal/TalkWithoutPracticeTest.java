package org.groeipuls.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.intervention.LeaderRole;
import org.groeipuls.intervention.LearningForm;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.GapRule;
import org.groeipuls.scoring.PairedGap;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.trend.PlantedTrends;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import tools.jackson.databind.json.JsonMapper;

/** What speaks for talk without practice (M1) beside a gap that the roads showed once. Elsewhere forms are recorded. */
class TalkWithoutPracticeTest {
    private static final Path TABLES = Path.of("..", "survey-api", "src", "main", "resources", "db", "migration", "h2");
    private static final LocalDate TODAY = LocalDate.parse("2027-05-20");
    private static final String PRACTICE = "learning-practice";

    private final SingleConnectionDataSource store = new SingleConnectionDataSource("jdbc:h2:mem:", true);
    private final PlantedTrends planted = new PlantedTrends();
    private final SignalTable table =
            new SignalTable(JdbcClient.create(store), JsonMapper.builder().build());

    @BeforeEach
    void once() {
        for (var file : List.of("V10__signal_occasion.sql", "V16__mirror.sql")) {
            new ResourceDatabasePopulator(new FileSystemResource(TABLES.resolve(file))).execute(store);
        }
        planted.done("elsewhere", LearningForm.INTERVISIE, LeaderRole.ABSENT, TODAY.minusDays(10), TODAY, "parks");
        gapOf("roads");
    }

    @AfterEach
    void close() {
        planted.close();
        store.destroy();
    }

    private void gapOf(String... teams) {
        table.put(new Occasion(
                new GroupId("roads"),
                new TreeSet<>(Arrays.stream(teams).map(TeamId::new).toList()),
                "M1",
                new PulseId("p" + table.all().size()),
                TODAY.minusDays(1),
                new InstrumentKey("groeipuls", 1),
                new PairedGap(8, 4, 3, 1, .1, .8),
                GapRule.SCALES,
                "default@1"));
    }

    private void form(LocalDate from, @Nullable LocalDate to) {
        planted.done("roads", LearningForm.INTERVISIE, LeaderRole.ABSENT, from, to, "roads");
    }

    private boolean supported(LocalDate today) {
        return new Signals(table, planted.trends(), planted.register())
                .all(today)
                .getFirst()
                .supported();
    }

    @Test
    void no_form_at_all_is_evidence_and_so_is_one_that_ended_more_than_ninety_days_ago() {
        assertThat(supported(TODAY)).isTrue();
        form(LocalDate.parse("2026-01-10"), TODAY.minusDays(91));
        assertThat(supported(TODAY)).isTrue();
        form(LocalDate.parse("2026-01-10"), TODAY.minusDays(90));
        assertThat(supported(TODAY)).isFalse();
    }

    @Test
    void a_form_that_goes_on_since_january_is_practice_in_may() {
        form(LocalDate.parse("2027-01-10"), null);
        assertThat(supported(TODAY)).isFalse();
    }

    @Test
    void a_form_that_began_yesterday_is_practice_although_its_last_day_is_to_come() {
        form(TODAY.minusDays(1), TODAY.plusDays(60));
        assertThat(supported(TODAY)).isFalse();
    }

    @Test
    void a_form_that_is_to_begin_is_no_practice_yet() {
        form(TODAY.plusDays(1), null);
        assertThat(supported(TODAY)).isTrue();
    }

    @Test
    void practice_that_was_rated_two_once_is_rare_however_high_lines_start() {
        form(TODAY, null);
        planted.noise(.05);
        planted.line("roads", PRACTICE, 2.0);
        assertThat(supported(TODAY)).isTrue();
    }

    @Test
    void practice_that_was_rated_above_two_and_a_half_the_last_time_is_not_rare() {
        form(TODAY, null);
        planted.line("roads", PRACTICE, 2.0, 2.6);
        assertThat(supported(TODAY)).isFalse();
    }

    @Test
    void what_other_teams_said_and_what_is_older_than_a_year_is_no_evidence() {
        form(TODAY, null);
        planted.line("roads", PRACTICE, 2.0);
        assertThat(supported(TODAY.plusDays(288))).isTrue();
        assertThat(supported(TODAY.plusDays(289))).as("counted 400 days ago").isFalse();
        gapOf("roads", "water");
        assertThat(supported(TODAY)).isFalse();
    }
}
