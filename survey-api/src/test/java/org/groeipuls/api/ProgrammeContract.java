package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.groeipuls.anonymity.CouncilKey;
import org.groeipuls.calendar.Programmes;
import org.groeipuls.pulse.PulseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programmes over HTTP on every store, with a driven clock and the clockwork that runs in earnest. */
abstract class ProgrammeContract {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final String RULE = "FREQ=WEEKLY;INTERVAL=4";

    private final Server server = server();
    private final Survey survey = new Survey(server);
    private final String programme = survey.id("monthly");
    private final LocalDate first = monday();
    private String standing = "";

    abstract Server server();

    /** The first Monday on which a pulse can be issued a week ahead. */
    private LocalDate monday() {
        return LocalDate.ofInstant(server.now(), AMSTERDAM).plusDays(12).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    /** A programme that goes on would issue pulses in the tests of others. */
    @AfterEach
    void it_ends() {
        if (!standing.isEmpty() && !standing.contains("ended")) {
            survey.put("/programmes/" + programme, ended(standing), 200);
        }
    }

    private static String ended(String body) {
        return body.substring(0, body.length() - 1) + ",'state':'ended'}";
    }

    private String body(String rule, String more, String... groups) {
        return """
                {'name':'Maandelijks','instrument':'groeipuls@1','cadence':{'rule':'%s','startsOn':'%s',\
                'zone':'Europe/Amsterdam','opensAt':'09:00'},'groups':%s,'cycle':['F1'],'rules':{'tickets':'link'}%s}""".formatted(
                rule, first, Stream.of(groups).map(group -> "'" + group + "'").toList(), more);
    }

    private JsonNode define(String body, int status) {
        standing = status < 300 ? body : standing;
        return survey.put("/programmes/" + programme, body, status).json();
    }

    private JsonNode read() {
        return server.get("hr", "/api/v1/programmes/" + programme).json();
    }

    private JsonNode occurrence(int number) {
        return read().path("occurrences").path(number);
    }

    private static Instant at(JsonNode occurrence, String what) {
        return Instant.parse(occurrence.path(what).asString());
    }

    private List<String> events(String type) {
        var text = server.get("analyst", "/api/v1/history/events?limit=10000&type=" + type)
                .text();
        return text.lines().filter(line -> line.contains(programme)).toList();
    }

    @Test
    void a_programme_opens_closes_and_counts_each_pulse_once() {
        play(2);
    }

    @Test
    @Tag("ci")
    void so_does_a_year_of_one() {
        play(13);
    }

    private void play(int pulses) {
        var teams = new String[] {survey.team("a", 7), survey.team("b", 8), survey.team("c", 9)};
        define(body(RULE, "", teams), 201);
        for (int number = 0; number < pulses; number++) {
            var planned = occurrence(number);
            assertThat(planned.path("state").asString()).isEqualTo("planned");
            server.clockTo(at(planned, "ticketsFrom").minus(Duration.ofDays(6)));
            var issued = occurrence(number);
            assertThat(issued.path("state").asString()).isEqualTo("issued");
            assertThat(at(issued, "opensAt"))
                    .isEqualTo(first.plusWeeks(4L * number)
                            .atTime(LocalTime.of(9, 0))
                            .atZone(AMSTERDAM)
                            .toInstant());
            var pulse = issued.path("pulse").asString();
            assertThat(pulse).isEqualTo(programme + "-" + first.plusWeeks(4L * number));
            assertThat(server.bean(Programmes.class).asksLeaders(new PulseId(pulse)))
                    .isEqualTo(number % 3 == 0);
            server.clockTo(at(issued, "opensAt").plusSeconds(1));
            survey.answer(pulse, survey.codes(pulse, teams[0]), 5);
            server.clockTo(at(issued, "closesAt"));
            assertThat(occurrence(number).path("pulseState").asString()).isEqualTo("counted");
            assertThat(survey.pulse(pulse).at("/count/inclusion").size()).isEqualTo(5);
        }
        for (var type : List.of("PulseIssued", "PulseOpened", "PulseClosed", "CountPublished", "PulseCounted")) {
            assertThat(events(type)).as(type).hasSize(pulses);
        }
        assertThat(events("OccurrenceIssued")).hasSize(pulses);
        assertThat(events("OccurrenceHeldUp")).isEmpty();
        assertThat(events("OccurrenceSkipped")).isEmpty();
    }

    @Test
    void without_the_works_councils_key_a_pulse_waits_and_is_then_skipped() {
        var team = survey.team("a", 9);
        define(body(RULE, "", team).replace("'link'", "'link','layers':2"), 201);
        var one = occurrence(0);
        server.clockTo(at(one, "ticketsFrom").minus(Duration.ofDays(2)));
        assertThat(read().at("/waits/code").asString()).isEqualTo("council-key-missing");
        assertThat(read().at("/waits/day").asString()).isEqualTo(first.toString());
        assertThat(server.get("hr", "/api/v1/programmes/" + programme, "Accept-Language", "nl")
                        .json()
                        .at("/waits/detail")
                        .asString())
                .contains("OR");
        server.clockTo(at(one, "ticketsFrom").minus(Duration.ofDays(1)));
        assertThat(events("OccurrenceHeldUp")).as("it is said once").hasSize(1);

        server.clockTo(at(one, "ticketsFrom"));
        var skipped = server.get(Server.EMPLOYEE, "/api/v1/programmes/" + programme)
                .json()
                .at("/occurrences/0");
        assertThat(skipped.path("state").asString()).isEqualTo("skipped");
        assertThat(skipped.at("/reason/code").asString()).isEqualTo("council-key-missing");
        assertThat(read().has("waits")).isFalse();

        var two = occurrence(1);
        server.clockTo(at(two, "ticketsFrom").minus(Duration.ofDays(3)));
        assertThat(read().at("/waits/day").asString()).isEqualTo(two.path("day").asString());
        var key = Base64.getEncoder().encodeToString(CouncilKey.generate().publicKey());
        var given = server.ask(
                "works-council",
                "PUT",
                "/api/v1/pulses/" + two.path("pulse").asString() + "/council-key",
                "{\"publicKey\":\"" + key + "\"}");
        assertThat(given.status()).isEqualTo(201);
        server.clockTo(server.now());
        assertThat(occurrence(1).path("state").asString()).isEqualTo("issued");
        assertThat(read().has("waits")).isFalse();
    }

    private void size(String team, int size) {
        survey.put(
                "/teams/" + team, "{'name':'Team a','unit':'%s','size':%d}".formatted(survey.id("service"), size), 200);
    }

    @Test
    void a_group_that_became_too_small_is_told_and_issued_once_it_is_not() {
        var team = survey.team("a", 9);
        define(body(RULE, "", team), 201);
        size(team, 4);
        var one = occurrence(0);
        server.clockTo(at(one, "ticketsFrom").minus(Duration.ofDays(3)));
        assertThat(read().at("/waits/code").asString()).isEqualTo("group-too-small");
        assertThat(survey.pulse(one.path("pulse").asString()).path("status").intValue())
                .isEqualTo(404);

        size(team, 9);
        server.clockTo(server.now());
        assertThat(occurrence(0).path("state").asString()).isEqualTo("issued");
    }

    @Test
    void without_leads_a_pulse_per_department_leaves_those_above_in_peace() {
        survey.put("/units/" + survey.id("root"), "{'name':'Gemeente','size':7}", 200);
        var team = survey.team("a", 9);
        define(body(RULE, ",'leads':false", team), 201);
        server.clockTo(at(occurrence(0), "ticketsFrom").minus(Duration.ofDays(3)));
        var pulse = occurrence(0).path("pulse").asString();
        assertThat(survey.pulse(pulse).path("groups").findValuesAsString("group"))
                .containsExactly(team);

        var byHand = survey.id("by-hand");
        var asked = survey.asked("banded", team);
        survey.put("/pulses/" + byHand, asked.replace("}", ",\"leads\":false}"), 201);
        assertThat(survey.pulse(byHand).path("groups").size()).isEqualTo(1);
        survey.put("/pulses/" + survey.id("with-leads"), asked, 201);
        assertThat(survey.pulse(survey.id("with-leads")).path("groups").size()).isEqualTo(2);

        survey.open();
        survey.answer(byHand, survey.codes(byHand, team), 5);
        survey.close();
        var count = survey.pulse(byHand).path("count");
        assertThat(count.at("/blocks/0/groups").size()).isEqualTo(1);
        assertThat(count.at("/blocks/0/released").booleanValue()).isTrue();
    }

    @Test
    void a_change_counts_from_the_next_pulse_and_an_end_from_now() {
        var team = survey.team("a", 9);
        define(body(RULE, "", team), 201);
        define(body(RULE, "", team), 200);
        assertThat(events("ProgrammeChanged")).isEmpty();
        server.clockTo(at(occurrence(0), "ticketsFrom").minus(Duration.ofDays(3)));
        var before = occurrence(0);

        define(body(RULE, "", team).replace("09:00", "13:00"), 200);
        assertThat(occurrence(0)).isEqualTo(before);
        assertThat(at(occurrence(1), "opensAt").atZone(AMSTERDAM).getHour()).isEqualTo(13);
        assertThat(read().path("occurrences").size()).isBetween(12, 14);

        define(ended(body(RULE, "", team)), 200);
        assertThat(read().path("state").asString()).isEqualTo("ended");
        assertThat(read().path("occurrences").size()).isEqualTo(1);
    }

    @Test
    void a_break_skips_and_says_so() {
        var team = survey.team("a", 9);
        var off = "'breaks':[{'from':'%s','to':'%s','name':'Vrij'}],'zone'".formatted(first, first.plusDays(4));
        define(body(RULE, "", team).replace("'zone'", off), 201);
        assertThat(occurrence(0).at("/reason/code").asString()).isEqualTo("in-a-break");
        server.clockTo(first.atTime(LocalTime.NOON).atZone(AMSTERDAM).toInstant());
        assertThat(events("OccurrenceSkipped")).hasSize(1);
        assertThat(occurrence(1).path("state").asString()).isEqualTo("planned");
    }

    @Test
    void what_breaks_a_rule_is_refused_with_what_to_do() {
        var team = survey.team("a", 9);
        refused("cadence-too-close", body("FREQ=WEEKLY", "", team));
        refused("cadence-not-readable", body("FREQ=HOURLY", "", team));
        refused("cadence-without-days", body("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "", team));
        refused("programme-dates-not-allowed", body(RULE, "", team).replace(first.toString(), "+999999999-12-31"));
        refused("form-unknown", body(RULE, ",'yearly':'leader'", team));
        refused("instrument-unknown", body(RULE, "", team).replace("groeipuls@1", "none@1"));
        refused("programme-groups-missing", body(RULE, ""));
        refused("not-valid", body(RULE, "", team).replace("'zone':'Europe/Amsterdam',", ""));
        assertThat(define(body(RULE, "", team).replace("Europe/Amsterdam", "Mars/Olympus"), 400)
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/cadence/zone");
        assertThat(server.get("hr", "/api/v1/programmes/" + programme).status()).isEqualTo(404);
        assertThat(server.get("hr", "/api/v1/programmes/" + programme + "/calendar.ics")
                        .status())
                .isEqualTo(404);
    }

    private void refused(String code, String body) {
        var refused = define(body, 422);
        assertThat(refused.at("/errors/0/code").asString()).isEqualTo(code);
    }

    @Test
    void the_calendar_can_be_read_by_others() {
        var team = survey.team("a", 9);
        var name = "Peilingen; van \u00E9\u00E9n \uD83C\uDF31, alle teams \\ samen " + "\u20AC".repeat(60);
        var body = body(RULE, "", team)
                .replace(
                        "Maandelijks",
                        JsonMapper.shared().writeValueAsString(name).replaceAll("^\"|\"$", ""));
        define(body, 201);
        server.clockTo(at(occurrence(0), "ticketsFrom").minus(Duration.ofDays(3)));
        var path = "/api/v1/programmes/" + programme + "/calendar.ics";
        var reply = server.get("lead-" + team, path);
        assertThat(reply.header("Content-Type")).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
        assertThat(reply.header("Content-Disposition")).contains(programme + ".ics");
        var entries = CalendarReader.read(reply.bytes());

        var occurrences = read().path("occurrences");
        assertThat(entries).hasSize(4 * occurrences.size());
        var one = occurrences.path(0);
        var open = entries.get(one.path("pulse").asString() + "-open@groeipuls");
        assertThat(open)
                .containsEntry("SUMMARY", "Pulse open: " + name)
                .containsEntry("STATUS", "CONFIRMED")
                .containsEntry("DTSTART", stamp(at(one, "opensAt")))
                .containsEntry("DTEND", stamp(at(one, "closesAt")));
        assertThat(entries.get(one.path("pulse").asString() + "-results@groeipuls"))
                .containsEntry("DTSTART", one.path("resultsOn").asString().replace("-", ""));
        assertThat(server.get("hr", path, "Accept-Language", "nl").text()).contains("SUMMARY:Peiling open: ");
        assertThat(CalendarReader.read(server.get(Server.EMPLOYEE, path).bytes())
                        .keySet())
                .as("the same UIDs again")
                .isEqualTo(entries.keySet());

        survey.post("hr", "/pulses/" + one.path("pulse").asString() + "/cancel", "{'reason':'Storing'}");
        assertThat(CalendarReader.read(server.get("hr", path).bytes())
                        .get(one.path("pulse").asString() + "-open@groeipuls"))
                .containsEntry("STATUS", "CANCELLED");
    }

    private static String stamp(Instant instant) {
        return instant.toString().replaceAll("[-:]", "");
    }

    @Test
    void a_cancelled_pulse_took_no_turn() {
        var team = survey.team("a", 9);
        define(body(RULE, "", team).replace("['F1']", "['F1','F2','F3']"), 201);
        assertThat(forms()).startsWith("F1", "F2", "F3", "F1");
        server.clockTo(at(occurrence(0), "ticketsFrom").minus(Duration.ofDays(3)));
        var pulse = occurrence(0).path("pulse").asString();
        survey.post("hr", "/pulses/" + pulse + "/cancel", "{'reason':'Verkeerde groepen'}");

        assertThat(forms()).startsWith("F1", "F1", "F2", "F3");
    }

    private List<String> forms() {
        List<String> forms = new ArrayList<>();
        StreamSupport.stream(read().path("occurrences").spliterator(), false)
                .forEach(one -> forms.add(one.at("/forms/0").asString()));
        return forms;
    }

    @Test
    void a_pulse_that_hr_issued_under_a_days_id_is_that_days_pulse() {
        var team = survey.team("a", 9);
        define(body(RULE, "", team), 201);
        var one = occurrence(0);
        var asked = survey.asked("banded", team);
        survey.put("/pulses/" + one.path("pulse").asString(), asked, 201);
        server.clockTo(at(one, "ticketsFrom").minus(Duration.ofDays(1)));

        assertThat(occurrence(0).path("state").asString()).isEqualTo("issued");
        assertThat(events("PulseIssued")).hasSize(1);
    }
}
