package org.groeipuls.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groeipuls.wording.WordingRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demonstration's organisation, calendar and truth. */
class DemoStoryTest {
    private static final Instant NOW = Instant.parse("2026-10-28T11:30:00Z");
    private static final DemoLevels LEVELS = new DemoLevels(5);

    @Test
    void ten_teams_of_4_to_40_stand_in_eight_groups_of_three_departments() {
        assertThat(DemoOrganisation.TEAMS).hasSize(10).allMatch(team -> team.size() >= 4 && team.size() <= 40);
        assertThat(DemoOrganisation.groups()).hasSize(8).allMatch(group -> group.size() >= 6);
        assertThat(DemoOrganisation.departments())
                .hasSize(3)
                .allMatch(unit -> DemoOrganisation.groupsOf(unit).size() >= 2);
        assertThat(DemoOrganisation.groups().stream()
                        .mapToInt(group -> group.teams().size())
                        .sum())
                .isEqualTo(10);
    }

    @Test
    void pulses_follow_every_four_weeks_and_end_before_the_next_is_issued() {
        var schedule = new DemoSchedule(NOW);
        for (int place = 2; place <= DemoSchedule.COUNTED; place++) {
            var earlier = schedule.counted(place - 1);
            var later = schedule.counted(place);

            assertThat(Duration.between(earlier.opensAt(), later.opensAt()).toHours())
                    .isBetween(671L, 673L);
            assertThat(earlier.closesAt()).isBefore(later.issuedAt());
        }
        assertThat(schedule.beginning()).isBefore(schedule.counted(1).issuedAt());
    }

    @Test
    void whatever_the_day_one_pulse_per_department_is_open_and_one_ends_within_a_day() {
        for (int hour = 0; hour < 14 * 24; hour += 5) {
            var now = NOW.plus(Duration.ofHours(hour));
            var schedule = new DemoSchedule(now);

            assertThat(schedule.open())
                    .hasSize(3)
                    .allMatch(plan ->
                            plan.opensAt().isBefore(now) && plan.closesAt().isAfter(now));
            assertThat(schedule.open().getFirst().closesAt()).isBefore(now.plus(Duration.ofDays(1)));
            assertThat(schedule.counted(26).closesAt())
                    .isBefore(schedule.open().getFirst().issuedAt());
            assertThat(schedule.scheduled().opensAt()).isAfter(now.plus(Duration.ofDays(14)));
        }
    }

    @Test
    void each_intervention_was_done_in_one_group_of_every_department() {
        for (var one : DemoIntervention.ALL) {
            assertThat(one.groups()).hasSize(3);
            for (var department : DemoOrganisation.departments()) {
                assertThat(DemoOrganisation.groupsOf(department))
                        .as(one.id() + " in " + department)
                        .filteredOn(one.groups()::contains)
                        .hasSize(1);
            }
        }
    }

    @Test
    void an_intervention_adds_its_effect_in_its_groups_from_its_pulse_on_and_nothing_elsewhere_or_before() {
        for (var one : DemoIntervention.ALL) {
            var others = DemoIntervention.ALL.stream()
                    .filter(other -> !other.equals(one))
                    .toList();
            var without = new DemoLevels(5, others);
            for (var group : DemoOrganisation.groups()) {
                for (int place = 1; place <= DemoSchedule.COUNTED; place++) {
                    double level = LEVELS.level(group.id(), one.construct(), place);
                    if (level >= DemoLevels.HIGHEST) {
                        continue; // there is no more to rise
                    }
                    double added =
                            level - without.level(group.id(), one.construct(), place) - one.trend() * (place - 1);
                    boolean since = one.groups().contains(group.id()) && place >= one.from();

                    assertThat(added)
                            .as(one.id() + " in " + group.id() + " at " + place)
                            .isCloseTo(since ? one.effect() : 0, within(1e-9));
                }
            }
        }
    }

    @Test
    void what_the_leads_record_begins_between_two_pulses_and_tells_nothing_of_the_truth() {
        var schedule = new DemoSchedule(NOW);
        for (var one : DemoIntervention.ALL) {
            var startedOn = one.startedOn(schedule);

            assertThat(schedule.counted(one.from() - 1).closesAt()).isBefore(Instant.parse(startedOn + "T00:00:00Z"));
            assertThat(schedule.counted(one.from()).opensAt()).isAfter(Instant.parse(startedOn + "T00:00:00Z"));
            for (var group : one.groups()) {
                assertThat(one.body(group, schedule)).containsOnlyKeys("form", "leaderRole", "startedOn", "teams");
                assertThat(DemoOrganisation.TEAMS).anyMatch(team -> team.id().equals(group));
            }
        }
    }

    @Test
    void what_was_done_with_answers_is_said_by_leads_of_teams_in_words_that_are_taken() {
        for (var action : DemoFollowUp.ACTIONS) {
            assertThat(DemoOrganisation.TEAMS).anyMatch(team -> team.id().equals(action.team()));
            assertThat(WordingRules.checked(action.text(), WordingRules.SENTENCES))
                    .isEqualTo(action.text());
            assertThat(action.ended() == 0).isEqualTo(action.outcome().isEmpty());
        }
        assertThat(DemoFollowUp.ACTIONS).extracting(DemoFollowUp.Agreed::state).contains("done", "dropped", "open");
        assertThat(DemoFollowUp.SENTENCES)
                .hasSize(2)
                .allSatisfy(sentence -> assertThat(WordingRules.checked(sentence.text(), WordingRules.SENTENCE))
                        .isEqualTo(sentence.text()));
        assertThat(WordingRules.checked(DemoFollowUp.BECAUSE, WordingRules.SENTENCES))
                .isEqualTo(DemoFollowUp.BECAUSE);
    }

    @Test
    void the_one_without_effect_is_over_before_the_real_one_of_the_same_construct_begins() {
        var real = DemoIntervention.ALL.getFirst();
        var none = DemoIntervention.ALL.get(1);

        assertThat(none.construct()).isEqualTo(real.construct());
        assertThat(none.effect()).isZero();
        assertThat(none.from() + 6).as("six own points, and one for a gap").isLessThan(real.from());
    }

    @Test
    void the_truth_file_holds_levels_responses_and_interventions(@TempDir Path folder) throws IOException {
        var schedule = new DemoSchedule(NOW);
        var truth = new DemoTruth(schedule, LEVELS);
        for (int place = 1; place <= DemoSchedule.COUNTED; place++) {
            truth.counted(
                    schedule.counted(place),
                    List.of(new Administration.Asked(DemoOrganisation.NORTH, 14, "F1", List.of("LR1"))),
                    List.of(
                            new AnswerSheet(DemoOrganisation.NORTH, Map.of("LR1", 4)),
                            new AnswerSheet(DemoOrganisation.NORTH, new TreeMap<>())));
        }

        truth.write(folder.resolve("demo-truth.json"));

        JsonNode read = SurveyClient.JSON.readTree(Files.readString(folder.resolve("demo-truth.json")));
        assertThat(read.path("pulses").size()).isEqualTo(26);
        assertThat(read.path("responses")
                        .path(DemoOrganisation.NORTH)
                        .path("peiling-14")
                        .asInt())
                .isEqualTo(2);
        JsonNode row = read.path("levels").path(DemoOrganisation.NORTH).path("leader-role-modelling");
        assertThat(row.size()).isEqualTo(26);
        for (int place = 1; place <= DemoSchedule.COUNTED; place++) {
            assertThat(row.get(place - 1).asDouble())
                    .isCloseTo(LEVELS.level(DemoOrganisation.NORTH, "leader-role-modelling", place), within(.0006));
        }
        assertThat(read.path("interventions").size()).isEqualTo(4);
        assertThat(read.path("interventions").get(0).path("effect").asDouble()).isEqualTo(.8);
        assertThat(read.path("interventions").get(0).path("groups").size()).isEqualTo(3);
    }

    @Test
    void a_folder_is_filled_once_thrown_away_when_half_filled_and_left_alone_when_foreign(@TempDir Path parent)
            throws IOException {
        var folder = new DemoFolder(parent.resolve("demonstration"));
        assertThat(folder.prepare()).isFalse();

        Files.writeString(folder.path().resolve("half.mv.db"), "half");
        assertThat(folder.prepare()).isFalse();
        assertThat(folder.path().resolve("half.mv.db")).doesNotExist();

        folder.filled(new DemoFill.Filled(
                new DemoTruth(new DemoSchedule(NOW), LEVELS), List.of(new DemoFill.Unused("p", "g", "code"))));
        assertThat(folder.prepare()).isTrue();
        assertThat(folder.unused()).containsExactly(new DemoFill.Unused("p", "g", "code"));

        var foreign = parent.resolve("foreign");
        Files.createDirectories(foreign);
        Files.writeString(foreign.resolve("mine.txt"), "mine");
        org.assertj.core.api.Assertions.assertThatThrownBy(new DemoFolder(foreign)::prepare)
                .hasMessageContaining("not a demonstration's");
        assertThat(foreign.resolve("mine.txt")).exists();
    }
}
