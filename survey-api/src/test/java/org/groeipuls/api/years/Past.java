package org.groeipuls.api.years;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** History as it is exported, and what must be true of it. */
final class Past {
    private static final int PAGE = 10_000;
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final List<JsonNode> events = new ArrayList<>();

    Past(Nodes nodes) {
        var mapper = JsonMapper.shared();
        long after = 0;
        int found;
        do {
            var page = nodes.first()
                    .get("analyst", "/api/v1/history/events?limit=%d&after=%d".formatted(PAGE, after))
                    .text()
                    .lines()
                    .map(mapper::readTree)
                    .toList();
            found = page.size();
            events.addAll(page);
            after = found == 0 ? after : page.getLast().path("position").longValue();
        } while (found == PAGE);
    }

    private Stream<JsonNode> of(String type) {
        return events.stream()
                .filter(event -> event.path("type").asString().equals(type))
                .map(event -> event.path("data"));
    }

    private static Instant opening(JsonNode issued) {
        return Instant.parse(issued.at("/dates/opensAt").asString());
    }

    void each_pulse_is_issued_opened_closed_and_counted_once(List<String> pulses) {
        for (var type : List.of("PulseIssued", "PulseOpened", "PulseClosed", "CountPublished", "PulseCounted")) {
            assertThat(of(type).map(event -> event.path("pulse").asString()))
                    .as(type)
                    .containsExactlyElementsOf(pulses);
        }
        assertThat(of("OccurrenceIssued").map(event -> event.path("pulse").asString()))
                .containsExactlyElementsOf(pulses);
        assertThat(of("OccurrenceHeldUp")).isEmpty();
        assertThat(of("PulseCancelled")).isEmpty();
    }

    void each_ballot_is_counted_once(List<String> pulses, Map<String, Integer> answered) {
        for (var count : of("CountPublished").toList()) {
            var pulse = count.path("pulse").asString();
            var receipts = count.path("inclusion")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            assertThat(receipts).as(pulse).doesNotHaveDuplicates().hasSize(answered.getOrDefault(pulse, -1));
            assertThat(count.path("rejected").intValue()).as(pulse).isZero();
        }
        assertThat(answered).hasSize(pulses.size());
    }

    /** The days come of the calendar, worked out here once more; so none lies in a holiday. */
    void pulses_open_on_the_days_of_the_programme_and_never_in_a_holiday(int pulses) {
        var days = of("PulseIssued")
                .map(issued -> LocalDate.ofInstant(opening(issued), ZONE))
                .toList();
        assertThat(days).containsExactlyElementsOf(Diary.days().subList(0, pulses));
        assertThat(days).noneMatch(Diary::off);
        for (int i = 1; i < days.size(); i++) {
            assertThat(days.get(i)).isAfterOrEqualTo(days.get(i - 1).plusDays(14));
        }
        assertThat(of("PulseIssued").map(issued -> opening(issued).atZone(ZONE).getHour()))
                .containsOnly(9);
    }

    void only_holidays_were_passed_over(int times) {
        assertThat(of("OccurrenceSkipped").map(event -> event.at("/reason/code").asString()))
                .hasSize(times)
                .containsOnly("in-a-break");
        assertThat(of("OccurrenceSkipped")
                        .map(event -> LocalDate.parse(event.path("day").asString())))
                .doesNotHaveDuplicates()
                .allMatch(Diary::off);
    }

    void forms_follow_the_cycle() {
        var issued = of("PulseIssued").toList();
        for (int number = 0; number < issued.size(); number++) {
            int year = opening(issued.get(number)).atZone(ZONE).getYear();
            for (var group : issued.get(number).path("groups")) {
                assertThat(group.path("form").asString())
                        .as("pulse %d, %s", number + 1, group.path("group"))
                        .isEqualTo(Diary.form(number, group.path("unit").asString(), year));
            }
        }
    }

    void what_is_said_at_a_checkpoint_is_said_once() {
        var said = of("OutcomeStated")
                .map(event -> String.join(
                        "/",
                        event.path("group").asString(),
                        event.path("construct").asString(),
                        event.path("anchor").toString(),
                        event.path("checkpoint").asString()))
                .toList();
        assertThat(said).isNotEmpty().doesNotHaveDuplicates();
    }

    void each_change_of_the_organisation_is_made_once() {
        assertThat(of("ReorganisationTookEffect")).hasSize(5);
    }

    /** How many events there are. */
    int size() {
        return events.size();
    }
}
