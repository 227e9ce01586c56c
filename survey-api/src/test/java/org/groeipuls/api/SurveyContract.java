package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.groeipuls.anonymity.Vault;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.Rebuild;
import org.groeipuls.api.storage.ViewPosition;
import org.groeipuls.ballot.BallotBoxes;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.WorkingDays;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What whoever asks over HTTP may rely on, whichever store stands behind it. */
abstract class SurveyContract {
    private final Server server = server();
    private final Survey survey = new Survey(server);

    abstract Server server();

    /** Names of all that the boxes have on disk or in their database. */
    abstract Set<String> boxRemains();

    @Test
    void a_pulse_goes_from_issuing_to_a_trend() throws Exception {
        var team = survey.team("a", 12);
        var pulse = survey.issue("p", "exact", team);
        assertThat(survey.pulse(pulse).get("state").asString()).isEqualTo("issued");
        survey.put("/pulses/" + pulse, survey.asked("banded", team), 409);

        survey.open();
        assertThat(survey.pulse(pulse).get("state").asString()).isEqualTo("open");
        survey.answer(pulse, survey.codes(pulse, team), 9);

        survey.close();
        var counted = survey.pulse(pulse);
        assertThat(counted.get("state").asString()).isEqualTo("counted");
        assertThat(texts(counted.at("/count/inclusion"))).isEqualTo(receipts(9));
        assertThat(counted.at("/count/blocks/0/released").asBoolean()).isTrue();

        var trend =
                server.get("lead-" + team, "/api/v1/teams/" + team + "/trends").json();
        var point = trend.at("/trend/points/0");
        assertThat(point.at("/shown/n").asDouble()).isEqualTo(9);
        assertThat(texts(point.at("/items/0/counts"))).isEqualTo(psOneCounts(9));
    }

    @Test
    void a_group_sees_what_its_lead_sees_two_working_days_after_the_count() {
        var team = survey.team("seen", 8);
        var beside = survey.team("unseen", 8);
        survey.people(8, team, beside);
        var pulse = survey.issue("p", "banded", team);
        survey.open();
        survey.answer(pulse, survey.codes(pulse, team), 7);
        survey.close();
        var counted = server.now().atZone(ZoneOffset.UTC).toLocalDate();
        var trend = "/api/v1/teams/" + team + "/trends";
        var lead = server.get("analyst", trend).json();
        assertThat(lead.at("/trend/points").size()).isEqualTo(1);

        for (var day : List.of(counted, WorkingDays.after(counted, 2).minusDays(1))) {
            if (day.isAfter(counted)) {
                server.clockTo(day.atTime(23, 0).toInstant(ZoneOffset.UTC));
            }
            assertThat(server.get(team + "-0", trend).json().at("/trend/points").size())
                    .as(day.toString())
                    .isZero();
            assertThat(server.get(team + "-0", trend + ".csv").text()).doesNotContain(pulse);
            assertThat(server.get(team + "-0", "/api/v1/teams/" + team + "/results")
                            .json()
                            .hasNonNull("firstReport"))
                    .isFalse();
            assertThat(server.get(team + "-0", "/api/v1/inbox/results")
                            .json()
                            .at("/teams/0/trends")
                            .size())
                    .isZero();
        }
        var unseen = server.get(team + "-0", trend).header("ETag");
        assertThat(server.get(team + "-0", trend, "If-None-Match", unseen).status())
                .isEqualTo(304);
        var whole = server.get("analyst", trend).header("ETag");
        assertThat(whole).isNotEmpty();
        assertThat(server.get(team + "-0", trend, "If-None-Match", whole).status())
                .as("what an analyst was answered")
                .isEqualTo(200);
        server.clockTo(WorkingDays.after(counted, 2).atTime(0, 30).toInstant(ZoneOffset.UTC));

        assertThat(server.get(team + "-0", trend, "If-None-Match", unseen).status())
                .as("what was answered the day before")
                .isEqualTo(200);
        assertThat(server.get(team + "-0", trend).json()).isEqualTo(lead);
        assertThat(server.get(team + "-0", "/api/v1/inbox/results").json().at("/teams/0/trends"))
                .containsExactlyInAnyOrderElementsOf(server.get("analyst", "/api/v1/teams/" + team + "/dashboard")
                        .json()
                        .at("/trends"));
        assertThat(server.get(beside + "-0", trend).status()).isEqualTo(404);
        assertThat(server.get(beside + "-0", "/api/v1/teams/nowhere/trends").status())
                .isEqualTo(404);
        server.clockTo(WorkingDays.after(counted, 2).atTime(9, 0).toInstant(ZoneOffset.UTC));
    }

    /** PS1 of sheet number i is 1 + i mod 5. */
    private static List<String> psOneCounts(int people) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(value -> Long.toString(IntStream.range(0, people)
                        .filter(i -> 1 + i % 5 == value)
                        .count()))
                .toList();
    }

    private static List<String> receipts(int people) throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256");
        return IntStream.range(0, people)
                .mapToObj(i ->
                        HexFormat.of().formatHex(sha256.digest(Survey.nonce(i).getBytes(StandardCharsets.US_ASCII))))
                .sorted()
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void saying_the_same_twice_changes_nothing() {
        var team = survey.team("a", 9);
        survey.put("/units/" + survey.id("root"), "{'name':'Gemeente'}", 200);
        survey.put(
                "/teams/" + team,
                "{'name':'Team a','unit':'%s','size':9,'leads':['lead-%s']}".formatted(survey.id("service"), team),
                200);
        var group = "/groups/" + survey.id("g");
        survey.put(group, "{'teams':['" + team + "']}", 201);
        survey.put(group, "{'teams':['" + team + "']}", 200);
        var asked = survey.asked("banded", survey.id("g"));
        survey.put("/pulses/" + survey.id("p"), asked, 201);
        long head = server.bean(HistoryStore.class).head();

        survey.put("/pulses/" + survey.id("p"), asked, 200);
        survey.put(group, "{'teams':['" + team + "']}", 200);

        assertThat(server.bean(HistoryStore.class).head()).isEqualTo(head);
    }

    @Test
    void eight_who_make_the_same_team_at_once_make_one() throws Exception {
        var team = survey.id("raced");
        var body = "{\"name\":\"Raced\",\"unit\":\"" + survey.id("service") + "\",\"size\":9}";
        long head = server.bean(HistoryStore.class).head();

        var statuses = atOnce(8, i -> server.ask("hr", "PUT", "/api/v1/teams/" + team, body)).stream()
                .map(Reply::status)
                .toList();

        assertThat(statuses).isSubsetOf(200, 201);
        assertThat(events("?after=" + head)).hasSize(1);
    }

    private static List<Reply> atOnce(int senders, IntFunction<Reply> request) throws Exception {
        List<Future<Reply>> replies = new ArrayList<>();
        var go = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(senders)) {
            for (int i = 0; i < senders; i++) {
                int number = i;
                replies.add(threads.submit(() -> {
                    go.await();
                    return request.apply(number);
                }));
            }
            go.countDown();
        }
        List<Reply> all = new ArrayList<>();
        for (var reply : replies) {
            all.add(reply.get());
        }
        return all;
    }

    @Test
    void an_instrument_is_laid_down_once_for_good() {
        var key = survey.id("own") + "@1";
        var json = JsonMapper.builder().build();
        var mine = json.writeValueAsString(like(key));

        survey.put("/instruments/" + key, mine, 201);
        survey.put("/instruments/" + key, mine, 200);
        survey.put("/instruments/" + key, mine.replace("volop", "helemaal"), 409);
        var other = survey.put("/instruments/" + survey.id("other") + "@1", mine, 422);

        assertThat(other.code()).isEqualTo("instrument-key-differs");
        var read = server.get("analyst", "/api/v1/instruments/" + key).text();
        assertThat(json.readValue(read, Instrument.class)).isEqualTo(like(key));
        assertThat(server.get("analyst", "/api/v1/instruments").text()).contains(key);
    }

    private static Instrument like(String key) {
        var built = Catalogue.builtIn().getFirst();
        return new Instrument(
                InstrumentKey.parse(key),
                built.title(),
                built.scales(),
                built.constructs(),
                built.items(),
                built.forms(),
                built.cycle(),
                built.patterns());
    }

    @Test
    void a_ballot_is_recorded_repeated_replaced_and_taken_back() {
        var team = survey.team("a", 8);
        var pulse = survey.opened("p", team);
        var code = survey.codes(pulse, team).getFirst();

        assertThat(outcome(survey.send(Survey.ballot(pulse, code, 1, 0)))).isEqualTo("201 recorded");
        assertThat(outcome(survey.send(Survey.ballot(pulse, code, 1, 0)))).isEqualTo("200 unchanged");
        assertThat(outcome(survey.send(Survey.ballot(pulse, code, 3, 1)))).isEqualTo("200 replaced");
        assertThat(survey.send(Survey.ballot(pulse, code, 2, 2)).code()).isEqualTo("sequence-too-low");
        assertThat(outcome(withdrawn(pulse, code, 4))).isEqualTo("200 withdrawn");
        assertThat(survey.send(Survey.ballot(pulse, code, 3, 1)).status())
                .as("a duplicate that comes after the withdrawal")
                .isEqualTo(409);
        assertThat(survey.send(Survey.ballot(pulse, "no such code", 1, 0)).code())
                .isEqualTo("ticket-unknown");
        assertThat(survey.send(Survey.ballot("no-such-pulse", code, 1, 0)).code())
                .isEqualTo("ticket-unknown");

        survey.close();
        var late = survey.send(Survey.ballot(pulse, code, 9, 0));
        assertThat(late.status()).isIn(404, 409);
        assertThat(survey.pulse(pulse).at("/count/inclusion")).isEmpty();
    }

    private Reply withdrawn(String pulse, String code, long sequence) {
        return server.ask(
                null,
                "DELETE",
                "/api/v1/ballots",
                "{\"pulse\":\"%s\",\"code\":\"%s\",\"sequence\":%d}".formatted(pulse, code, sequence));
    }

    private static String outcome(Reply reply) {
        return reply.status() + " " + reply.json().path("outcome").asString("");
    }

    @Test
    void a_ballot_before_the_opening_is_refused() {
        var team = survey.team("a", 8);
        var pulse = survey.issue("p", "banded", team);
        server.clockTo(server.now().plus(Duration.ofHours(30))); // codes can be made, ballots not yet
        var code = survey.codes(pulse, team).getFirst();

        assertThat(survey.send(Survey.ballot(pulse, code, 1, 0)).code()).isEqualTo("pulse-not-open");
    }

    @Test
    void a_code_shows_its_form_and_nothing_else() {
        var team = survey.team("a", 8);
        var pulse = survey.opened("p", team);
        var code = survey.codes(pulse, team).getFirst();
        var asked = "{\"pulse\":\"%s\",\"code\":\"%s\"}".formatted(pulse, code);

        var before = server.ask(null, "POST", "/api/v1/ballots/form", asked);
        survey.send(Survey.ballot(pulse, code, 1, 0));
        var after = server.ask(null, "POST", "/api/v1/ballots/form", asked);

        assertThat(before.json().get("group").asString()).isEqualTo(team);
        assertThat(after.bytes()).isEqualTo(before.bytes());
        assertThat(before.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whoever_lost_the_reply_sends_again_and_is_counted_once() throws Exception {
        var team = survey.team("a", 8);
        var pulse = survey.opened("p", team);
        var codes = survey.codes(pulse, team);
        survey.answer(pulse, codes, 5);

        var again = survey.send(Survey.ballot(pulse, codes.getFirst(), 1, 0));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("receipt").asString()).isEqualTo(Survey.nonce(0));
        survey.close();
        assertThat(texts(survey.pulse(pulse).at("/count/inclusion"))).isEqualTo(receipts(5));
    }

    @Test
    void sixteen_senders_with_one_code_leave_one_ballot() throws Exception {
        var team = survey.team("a", 8);
        var pulse = survey.issue("p", "exact", team);
        survey.open();
        var codes = survey.codes(pulse, team);
        survey.answer(pulse, codes, 4);

        var outcomes = atOnce(16, i -> survey.send(Survey.ballot(pulse, codes.get(4), 1, 4 + i))).stream()
                .map(SurveyContract::outcome)
                .toList();

        assertThat(outcomes).containsOnly("201 recorded", "200 unchanged").containsOnlyOnce("201 recorded");
        survey.close();
        assertThat(survey.pulse(pulse).at("/count/inclusion")).hasSize(5);
        var trend = server.get("analyst", "/api/v1/teams/" + team + "/trends").json();
        assertThat(trend.at("/trend/points/0/shown/n").asDouble()).isEqualTo(5);
    }

    @Test
    void a_cancelled_pulse_leaves_neither_box_nor_keys() {
        var team = survey.team("a", 8);
        var before = boxRemains();
        var pulse = survey.opened("p", team);
        survey.answer(pulse, survey.codes(pulse, team), 6);
        assertThat(boxRemains()).isNotEqualTo(before);
        assertThat(server.bean(Vault.class).pulses()).contains(pulse);

        var cancelled = survey.post("hr", "/pulses/" + pulse + "/cancel", "{'reason':'Fout in de vragen'}");

        assertThat(cancelled.json().get("cancelled").asString()).isEqualTo("Fout in de vragen");
        assertThat(boxRemains()).isEqualTo(before);
        assertThat(server.bean(BallotBoxes.class).holds(pulse)).isFalse();
        assertThat(server.bean(Vault.class).pulses()).doesNotContain(pulse);
        survey.close();
        assertThat(survey.pulse(pulse).get("state").asString()).isEqualTo("cancelled");
    }

    @Test
    void the_count_leaves_neither_box_nor_keys() {
        var team = survey.team("a", 8);
        var before = boxRemains();
        var pulse = survey.opened("p", team);
        survey.answer(pulse, survey.codes(pulse, team), 6);

        survey.close();

        assertThat(boxRemains()).isEqualTo(before);
        assertThat(server.bean(Vault.class).pulses()).doesNotContain(pulse);
        var late = survey.post("hr", "/pulses/" + pulse + "/cancel", "{'reason':'Te laat'}");
        assertThat(late.code()).isEqualTo("pulse-already-counted");
    }

    @Test
    void a_pulse_is_extended_once() {
        var team = survey.team("a", 8);
        var pulse = survey.opened("p", team);
        var codes = survey.codes(pulse, team);
        var later = survey.closesAt().plus(Duration.ofDays(3));

        var extended = survey.post("hr", "/pulses/" + pulse + "/extend", "{'closesAt':'" + later + "'}");
        var again = survey.post("hr", "/pulses/" + pulse + "/extend", "{'closesAt':'" + later.plusSeconds(1) + "'}");

        assertThat(extended.json().get("closesAt").asString()).isEqualTo(later.toString());
        assertThat(again.code()).isEqualTo("pulse-already-extended");
        survey.close();
        assertThat(survey.pulse(pulse).get("state").asString()).isEqualTo("open");
        assertThat(survey.send(Survey.ballot(pulse, codes.getFirst(), 1, 0)).status())
                .isEqualTo(201);
    }

    @Test
    void nothing_about_an_open_pulse_moves_when_ballots_arrive() {
        var team = survey.team("a", 9);
        var pulse = survey.opened("p", team);
        var codes = survey.codes(pulse, team);
        var paths = List.of(
                "/api/v1/pulses/" + pulse,
                "/api/v1/pulses/" + pulse + "/keys",
                "/api/v1/pulses",
                "/api/v1/teams/" + team + "/trends",
                "/api/v1/teams/" + team + "/dashboard",
                "/api/v1/history/events");

        var before = seen(paths);
        survey.answer(pulse, codes, 9);
        withdrawn(pulse, codes.getFirst(), 2);

        assertThat(seen(paths)).isEqualTo(before);
    }

    private List<String> seen(List<String> paths) {
        return paths.stream()
                .map(path -> server.get("analyst", path))
                .map(reply -> reply.header("ETag") + " " + reply.header("Content-Length") + " " + reply.text())
                .toList();
    }

    @Test
    void a_trend_reads_the_same_as_json_csv_and_metadata() {
        var team = survey.team("a", 10);
        var pulse = survey.opened("p", team);
        survey.answer(pulse, survey.codes(pulse, team), 7);
        survey.close();
        var few = survey.opened("q", team);
        survey.answer(few, survey.codes(few, team), 4);
        survey.close();
        var path = "/api/v1/teams/" + team + "/trends";

        var points = server.get("analyst", path).json().at("/trend/points");
        var csv = server.get("analyst", path + ".csv").text();
        var rows = csv.lines().skip(1).map(row -> row.split(",", -1)).toList();
        var metadata = server.get("analyst", path + ".metadata.json").json();

        assertThat(csv).startsWith("\uFEFFgroup,");
        assertThat(rows.getFirst()[8]).isEqualTo(points.at("/0/shown/value").asString());
        assertThat(rows.getFirst()[9]).isEqualTo(points.at("/0/shown/range/low").asString());
        assertThat(rows.get(1)[8]).isEmpty();
        assertThat(rows.get(1)[14])
                .isEqualTo(points.at("/1/withheld/reason").asString())
                .isEqualTo("too-few-answers");
        assertThat(metadata.get("rule").asString()).isEqualTo("local-level@1");
        assertThat(texts(metadata.get("rules"))).containsExactly("local-level@1");
        assertThat(texts(metadata.get("instruments"))).containsExactly("groeipuls@1");
        var dutch = server.get("analyst", path + ".csv?locale=nl").text();
        assertThat(dutch.lines().skip(1).findFirst().orElseThrow().split(";")[8])
                .isEqualTo(rows.getFirst()[8].replace('.', ','));
    }

    @Test
    void history_is_read_page_by_page_and_by_type() {
        var team = survey.team("a", 8);
        survey.issue("p", "banded", team);
        long head = server.bean(HistoryStore.class).head();

        var all = events("?after=" + (head - 4));
        var first = events("?limit=2&after=" + (head - 4));
        var second = events("?limit=2&after=" + first.getLast().get("position").asLong());

        assertThat(all).hasSize(4);
        assertThat(StreamSupport.stream(List.of(first, second).spliterator(), false)
                        .flatMap(List::stream)
                        .toList())
                .isEqualTo(all);
        assertThat(all.getLast().get("type").asString()).isEqualTo("PulseIssued");
        assertThat(all.getLast().get("time").asString()).endsWith("T00:00:00.000Z");
        assertThat(events("?type=TeamEstablished"))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.get("type").asString()).isEqualTo("TeamEstablished"));
        var csv = server.get("analyst", "/api/v1/history/events?after=" + (head - 4), "Accept", "text/csv");
        assertThat(csv.text().lines()).hasSize(5);
        assertThat(csv.text()).startsWith("\uFEFFposition,type,revision,");
        for (var wrong : List.of("?type=Pulse", "?limit=0", "?limit=10001", "?after=-1", "?after=x", "?type=")) {
            assertThat(server.get("analyst", "/api/v1/history/events" + wrong).code())
                    .as(wrong)
                    .isEqualTo("parameter-not-allowed");
        }
    }

    private List<JsonNode> events(String query) {
        var json = JsonMapper.builder().build();
        return server.get("analyst", "/api/v1/history/events" + query)
                .text()
                .lines()
                .map(json::readTree)
                .toList();
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        var team = survey.team("a", 8);
        var path = "/api/v1/teams/" + team + "/trends";
        var tag = server.get("analyst", path).header("ETag");

        var same = server.get("analyst", path, "If-None-Match", tag);
        var stranger = server.get("lead-somebody-else", path, "If-None-Match", tag);
        var csv = server.get("analyst", path + ".csv", "If-None-Match", tag);
        survey.team("b", 8);
        var elsewhere = server.get("analyst", path, "If-None-Match", tag);
        var pulse = survey.opened("p", team);
        survey.answer(pulse, survey.codes(pulse, team), 6);
        survey.close();
        var changed = server.get("analyst", path, "If-None-Match", tag);

        assertThat(tag).isNotEmpty();
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.bytes()).isEmpty();
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(csv.status()).as("another format is another answer").isEqualTo(200);
        assertThat(elsewhere.status()).as("another team is no news of this one").isEqualTo(304);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.headers().allValues("Vary")).contains("Accept", "Authorization");
        for (var sheet : List.of(".csv", ".xlsx")) {
            assertThat(server.get(
                                    "analyst",
                                    path + sheet,
                                    "If-None-Match",
                                    server.get("analyst", path + sheet).header("ETag"))
                            .status())
                    .as(sheet)
                    .isEqualTo(304);
        }
        assertThat(changed.header("Cache-Control")).isEqualTo("no-cache, private");
    }

    @Test
    void a_lead_sees_the_own_team_and_of_others_not_even_that_they_exist() {
        var mine = survey.team("mine", 8);
        var foreign = survey.team("foreign", 8);
        var lead = "lead-" + mine;

        for (var view : List.of("/trends", "/trends.csv", "/trends.xlsx", "/trends.metadata.json", "/dashboard")) {
            assertThat(server.get(lead, "/api/v1/teams/" + mine + view).status())
                    .as(view)
                    .isEqualTo(200);
            var other = server.get(lead, "/api/v1/teams/" + foreign + view);
            var missing = server.get(lead, "/api/v1/teams/" + survey.id("missing") + view);
            assertThat(other.status()).as(view).isEqualTo(404);
            assertThat(other.bytes()).as(view).isEqualTo(missing.bytes());
            assertThat(without(other, "date")).isEqualTo(without(missing, "date"));
        }
        survey.put(
                "/teams/" + mine,
                "{'name':'Team mine','unit':'%s','size':8,'leads':[]}".formatted(survey.id("service")),
                200);
        assertThat(server.get(lead, "/api/v1/teams/" + mine + "/trends").status())
                .as("nobody's lead any more")
                .isEqualTo(404);
    }

    private static String without(Reply reply, String header) {
        return reply.headers().map().entrySet().stream()
                // after so many requests the server ends a connection, whatever was asked
                .filter(entry ->
                        !entry.getKey().equals(header) && !entry.getKey().equals("connection"))
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    @Test
    void views_that_are_made_anew_from_history_are_the_same_to_the_byte() {
        var team = survey.team("a", 12);
        var small = survey.team("b", 9);
        for (int round = 1; round <= 3; round++) {
            var pulse = survey.opened("p" + round, team, small);
            survey.answer(pulse, survey.codes(pulse, team), 8);
            survey.answer(pulse, survey.codes(pulse, small), round + 2);
            survey.close();
        }
        var open = survey.opened("open", team);
        var paths = List.of(
                "/api/v1/organisation",
                "/api/v1/instruments",
                "/api/v1/pulses",
                "/api/v1/pulses/" + survey.id("p1"),
                "/api/v1/pulses/" + open,
                "/api/v1/teams/" + team + "/dashboard",
                "/api/v1/teams/" + small + "/dashboard",
                "/api/v1/teams/" + small + "/trends.csv",
                "/api/v1/history/events");
        var before = seen(paths);

        server.bean(Rebuild.class).begin();
        server.bean(ViewPosition.class).await(server.bean(HistoryStore.class).head(), Duration.ofSeconds(20));

        assertThat(seen(paths)).isEqualTo(before);
    }

    @Test
    void the_clockwork_waits_for_views_that_are_behind() {
        var team = survey.team("a", 8);
        var pulse = survey.opened("p", team);
        survey.answer(pulse, survey.codes(pulse, team), 6);
        survey.close();
        var remains = boxRemains();

        server.bean(Rebuild.class).begin();
        server.clockTo(server.now());

        assertThat(new TreeSet<>(boxRemains())).isEqualTo(remains);
        assertThat(survey.pulse(pulse).get("state").asString()).isEqualTo("counted");
    }

    @Test
    void beside_an_event_stand_its_day_and_its_name_and_nothing_else() {
        survey.opened("p", survey.team("a", 8));
        var jdbc = server.bean(JdbcClient.class);

        assertThat(jdbc.sql("select distinct cast(meta_data as varchar(1000)) from history_event")
                        .query(String.class)
                        .list())
                .containsExactly("{}");
        assertThat(jdbc.sql("select time_stamp from history_event")
                        .query(String.class)
                        .list())
                .allMatch(time -> time.endsWith("T00:00:00.000Z"));
        var known = server.bean(EventNames.class).known();
        assertThat(jdbc.sql("select distinct payload_type || '/' || payload_revision from history_event")
                        .query(String.class)
                        .list())
                .allMatch(known::containsKey);
    }
}
