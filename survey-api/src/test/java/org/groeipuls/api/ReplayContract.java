package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.groeipuls.api.storage.Rebuild;
import org.groeipuls.replay.Views;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What analysts may rely on who compute history anew, whichever store stands behind it. */
abstract class ReplayContract {
    private static final String RULE = "{'rule':{'name':'NAME','weights':{'PS1':3}}}";

    private final Server server = server();
    private final Survey survey = new Survey(server);

    abstract Server server();

    private String counted(String team, String name) {
        var pulse = survey.opened(name, team);
        survey.answer(pulse, survey.codes(pulse, team), 7);
        survey.close();
        return pulse;
    }

    private String begun(String json) {
        var reply = survey.post("analyst", "/replays", json);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
        var id = reply.json().get("replay").asString();
        assertThat(reply.header("Location")).isEqualTo("/api/v1/jobs/" + id);
        return id;
    }

    /** The server-sent events end when the job does. */
    private String done(String json) {
        var id = begun(json);
        var events = server.get("analyst", "/api/v1/jobs/" + id + "/events");
        assertThat(events.status()).isEqualTo(200);
        assertThat(events.text()).contains("event:progress").contains("\"state\":\"done\"");
        return id;
    }

    private JsonNode read(String path) {
        var reply = server.get("analyst", "/api/v1" + path);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    @Test
    void with_nothing_changed_a_replay_shows_what_the_live_view_shows() {
        var team = survey.team("a", 9);
        counted(team, "p1");
        counted(team, "p2");

        var replay = done("{}");

        var job = read("/jobs/" + replay);
        assertThat(job.get("state").asString()).isEqualTo("done");
        assertThat(job.get("done").asLong())
                .isEqualTo(job.get("total").asLong())
                .isGreaterThan(10);
        var live = read("/teams/" + team + "/trends").get("trend");
        var replayed = read("/replays/" + replay + "/trends?group=" + team).get("trend");
        assertThat(replayed).isEqualTo(live);
        var comparison = read("/replays/" + replay + "/comparison");
        assertThat(comparison.get("points").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(comparison.get("changed").size()).isZero();
        assertThat(comparison.get("flipped").size()).isZero();
        var otherwise = server.bean(JdbcClient.class)
                .sql("select count(*) from (select * from trend_point except select * from replay_"
                        + Views.LAYOUT + "_" + replay
                        + ".trend_point) one")
                .query(Long.class)
                .single();
        assertThat(otherwise).isZero();
    }

    @Test
    void what_is_counted_after_a_replay_is_no_difference() {
        var team = survey.team("a", 9);
        counted(team, "p1");
        var replay = done("{}");
        counted(team, "p2");

        var comparison = read("/replays/" + replay + "/comparison");

        assertThat(comparison.get("changed")).isEmpty();
        assertThat(comparison.get("flipped")).isEmpty();
        assertThat(read("/replays/" + replay + "/trends?group=" + team).at("/trend/points"))
                .hasSize(1);
    }

    @Test
    void another_weight_moves_the_value_as_counting_by_hand_does_and_the_comparison_says_where() {
        var team = survey.team("a", 9);
        var pulse = counted(team, "p");

        var replay = done(RULE.replace("NAME", survey.id("thrice@1")));

        var live = read("/teams/" + team + "/trends").at("/trend/points/0");
        var point = read("/replays/" + replay + "/trends?group=" + team).at("/trend/points/0");
        double sum = 0;
        double weights = 0;
        for (var item : live.get("items")) {
            double middle =
                    (item.at("/sum/low").asDouble() + item.at("/sum/high").asDouble())
                            / 2
                            / item.get("n").asDouble();
            var reversed = item(item.get("item").asString());
            double weight = item.get("item").asString().equals("PS1") ? 3 : 1;
            sum += weight * (reversed ? 6 - middle : middle);
            weights += weight;
        }
        assertThat(point.at("/shown/value").asDouble())
                .isEqualTo(sum / weights, within(1e-9))
                .isNotEqualTo(live.at("/shown/value").asDouble());
        assertThat(point.get("rule").asString()).isEqualTo(survey.id("thrice@1"));

        List<JsonNode> changed = new ArrayList<>();
        read("/replays/" + replay + "/comparison").get("changed").forEach(one -> {
            assertThat(one.get("construct").asString()).isEqualTo("psychological-safety");
            if (one.get("group").asString().equals(team)) {
                changed.add(one);
            }
        });
        assertThat(changed).hasSize(1);
        assertThat(changed.getFirst().get("pulse").asString()).isEqualTo(pulse);
        assertThat(changed.getFirst().get("by").asDouble())
                .isEqualTo(point.at("/shown/value").asDouble()
                        - live.at("/shown/value").asDouble());
        var csv = server.get("analyst", "/api/v1/replays/" + replay + "/comparison.csv?locale=nl");
        assertThat(csv.text().lines().filter(line -> line.contains(";" + team + ";")))
                .hasSize(1);
        assertThat(read("/teams/" + team + "/trends").at("/trend/points/0"))
                .as("the live view stays")
                .isEqualTo(live);
    }

    private boolean item(String id) {
        for (var item : read("/instruments/groeipuls@1").get("items")) {
            if (item.get("id").asString().equals(id)) {
                return item.get("reversed").asBoolean();
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void a_trend_is_read_under_a_rule_that_was_replayed_and_by_analysts_only() {
        var team = survey.team("a", 9);
        var stranger = survey.team("b", 9);
        counted(team, "p1");
        var name = survey.id("ruled@1");
        var path = "/api/v1/teams/" + team + "/trends";
        assertThat(server.get("analyst", path + "?rule=" + name).code()).isEqualTo("rule-not-replayed");

        var replay = done(RULE.replace("NAME", name));
        done(RULE.replace("NAME", survey.id("other@1")));
        done("{'rule':{'name':'" + name + "'},'calibration':'default@1'}");

        var ruled = server.get("analyst", path + "?rule=" + name).json().get("trend");
        assertThat(ruled)
                .isEqualTo(read("/replays/" + replay + "/trends?group=" + team).get("trend"));
        assertThat(ruled).isNotEqualTo(read("/teams/" + team + "/trends").get("trend"));
        assertThat(server.get("analyst", path + ".csv?rule=" + name).text()).contains("," + name + ",");
        assertThat(server.get("analyst", path + ".metadata.json?rule=" + name)
                        .json()
                        .get("rule")
                        .asString())
                .isEqualTo(name);
        assertThat(server.get("analyst", path + "?rule=a%20b").status()).isEqualTo(422);

        for (var file : List.of("", ".csv", ".xlsx", ".metadata.json")) {
            var lead = server.get("lead-" + team, path + file + "?rule=" + name);
            assertThat(lead.code()).as(file).isEqualTo("rule-for-analysts");
            assertThat(server.get("lead-" + stranger, path + file + "?rule=" + name)
                            .status())
                    .isEqualTo(404);
        }

        counted(team, "p2");
        assertThat(server.get("analyst", path + "?rule=" + name).code())
                .as("what was tried before the last count is not the whole line")
                .isEqualTo("rule-not-replayed");
    }

    @Test
    void what_cannot_be_computed_with_is_refused_by_name() {
        refused("{'lexicon':'mine@1'}", "lexicon-replay-not-allowed");
        refused("{'asOf':'2999-01-01'}", "replay-not-allowed");
        refused("{'calibration':'nobody@1'}", "replay-not-allowed");
        refused("{'constants':{'kappa':0.5}}", "replay-not-allowed");
        refused("{'calibration':'default@1','constants':{'kappa':0.5}}", "replay-not-allowed");
        refused("{'calibration':'try@1','constants':{'kappa':1.5}}", "constants-not-allowed");
        refused("{'calibration':'try@1','constants':{'offsets':{'PS1':0.1}}}", "offsets-not-of-a-scale");
        refused("{'rule':{'name':'local-level@1','weights':{'PS1':2}}}", "rule-not-allowed");
        refused("{'rule':{'name':'x','weights':{'PS1':11}}}", "rule-not-allowed");
        refused("{'rule':{'name':'x','weights':{'PS1':0.01}}}", "rule-not-allowed");
        refused("{'rule':{'name':'x','weights':{'NONE':2}}}", "rule-not-allowed");
        refused("{'rule':{'name':'x','weights':{'PS1':0,'PS2':0,'PS3':0,'PS4':0,'PS5':0}}}", "rule-not-allowed");
        refused("{'rule':{'name':'x','reversed':['NONE']}}", "rule-not-allowed");
        refused("{'rule':{'name':'x','outcomes':{'alpha':0}}}", "rule-not-allowed");
        refused("{'rule':{'name':'x','outcomes':{'alpha':0.5}}}", "rule-not-allowed");
        refused("{'rule':{'name':'a b'}}", "id-not-allowed");
        refused("{'rule':{}}", "not-valid");
        refused("{'mapping':{'from':'groeipuls@1','to':'none@1','items':{'PS1':'PS1'}}}", "replay-not-allowed");
        refused("{'mapping':{'from':'groeipuls@1','to':'groeipuls@1','items':{'PS1':'PS2'}}}", "rule-not-allowed");
        refused("{'mapping':{'from':'groeipuls@1','to':'none@1','items':{}}}", "not-valid");
        assertThat(survey.post("analyst", "/replays", "{'rules':{}}").status()).isEqualTo(400);
        var dutch = server.ask("analyst", "POST", "/api/v1/replays", "{\"lexicon\":\"x\"}", "Accept-Language", "nl");
        assertThat(dutch.json().get("detail").asString()).startsWith("Teksten worden gelezen met");
    }

    private void refused(String json, String code) {
        var reply = survey.post("analyst", "/replays", json);
        assertThat(reply.code()).as("%s: %s", json, reply).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(422);
    }

    @Test
    void a_day_is_over_for_replays_when_it_is_for_views_two_minutes_after_its_end() {
        var team = survey.team("a", 9);
        var midnight = LocalDate.ofInstant(server.now(), ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        var day = LocalDate.ofInstant(midnight, ZoneOffset.UTC).minusDays(1);
        var view = "/api/v1/teams/" + team + "/trends?asOf=" + day;

        server.clockTo(midnight.plusSeconds(100));
        assertThat(server.get("hr", "/api/v1/organisation?asOf=" + day).code()).isEqualTo("parameter-not-allowed");
        assertThat(server.get("analyst", view).code()).isEqualTo("parameter-not-allowed");
        refused("{'asOf':'" + day + "'}", "replay-not-allowed");
        refused("{'asOf':'0000-01-01'}", "replay-not-allowed");

        server.clockTo(midnight.plusSeconds(120));
        assertThat(server.get("hr", "/api/v1/organisation?asOf=" + day).status())
                .isEqualTo(200);
        assertThat(server.get("analyst", view).status()).isEqualTo(200);
        done("{'asOf':'" + day + "'}");
    }

    @Test
    void no_more_than_eight_are_kept_and_what_is_removed_is_gone() {
        String first = done("{}");
        String last = first;
        for (int more = 0; more < 9; more++) {
            last = done("{}");
        }
        assertThat(read("/replays").get("replays").size()).isEqualTo(8);
        assertThat(server.get("analyst", "/api/v1/replays/" + first).status()).isEqualTo(404);

        server.ask("analyst", "DELETE", "/api/v1/jobs/" + last, null);
        assertThat(read("/jobs/" + last).get("state").asString())
                .as("one that is over stays as it is")
                .isEqualTo("done");
        assertThat(server.ask("analyst", "DELETE", "/api/v1/replays/" + last, null)
                        .status())
                .isEqualTo(204);
        for (var path : List.of("", "/comparison", "/trends?group=none")) {
            assertThat(server.get("analyst", "/api/v1/replays/" + last + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_rule_is_adopted_for_pulses_to_come_and_never_edited() {
        var name = survey.id("adopted@1");
        var replay = done(RULE.replace("NAME", name));
        var path = "/replays/" + replay + "/adoption";
        assertThat(survey.post("analyst", path, "{'validFrom':'2020-01-01'}").code())
                .isEqualTo("rule-valid-too-early");

        var adopted = survey.post("analyst", path, "{'validFrom':'2997-01-01'}");

        assertThat(adopted.status()).as(adopted.toString()).isEqualTo(201);
        assertThat(survey.post("analyst", path, "{}").status()).isEqualTo(200);
        assertThat(survey.post("analyst", path, "{'validFrom':'2997-01-02'}").code())
                .isEqualTo("rule-already-adopted");
        refused(RULE.replace("NAME", name).replace(":3", ":2"), "rule-not-allowed");
        JsonNode last = Objects.requireNonNull(
                read("/rules").get("rules").get(read("/rules").get("rules").size() - 1));
        assertThat(last.at("/rule/rule").asString()).isEqualTo(name);
        assertThat(last.get("validFrom").asString()).isEqualTo("2997-01-01");
        assertThat(survey.post("analyst", "/replays/" + done("{}") + "/adoption", "{}")
                        .code())
                .isEqualTo("replay-not-adoptable");
    }

    @Test
    void constants_that_were_tried_are_adopted_with_where_they_come_from() {
        var name = survey.id("tried@1");
        var replay = done("{'calibration':'" + name + "','constants':{'kappa':0.5}}");

        var adopted = survey.post("analyst", "/replays/" + replay + "/adoption", "{'validFrom':'2997-01-01'}");

        assertThat(adopted.status()).as(adopted.toString()).isEqualTo(201);
        assertThat(read("/calibrations/" + name).at("/origin/source").asString())
                .isEqualTo("replay " + replay);
    }

    @Test
    void of_a_rule_and_constants_together_either_both_are_adopted_or_none() {
        var taken = survey.id("taken@1");
        var rule = survey.id("half@1");
        var first = done("{'calibration':'" + taken + "','constants':{'kappa':0.5}}");
        var both = done("{'rule':{'name':'" + rule + "'},'calibration':'" + taken + "','constants':{'kappa':0.7}}");
        survey.post("analyst", "/replays/" + first + "/adoption", "{'validFrom':'2997-01-01'}");

        assertThat(survey.post("analyst", "/replays/" + both + "/adoption", "{'validFrom':'2997-01-01'}")
                        .code())
                .isEqualTo("replay-not-allowed");
        assertThat(read("/rules").toString()).doesNotContain(rule);
    }

    @Test
    void a_rule_is_adopted_although_its_constants_stand_already() {
        var constants = survey.id("stand@1");
        var rule = survey.id("beside@1");
        var tried = "'calibration':'" + constants + "','constants':{'kappa':0.5}}";
        var first = done("{" + tried);
        var both = done("{'rule':{'name':'" + rule + "'}," + tried);
        survey.post("analyst", "/replays/" + first + "/adoption", "{'validFrom':'2995-01-01'}");

        var before = survey.post("analyst", "/replays/" + both + "/adoption", "{'validFrom':'2994-12-31'}");
        assertThat(before.code()).isEqualTo("calibration-already-adopted");
        var tomorrow = survey.post("analyst", "/replays/" + both + "/adoption", "{}");
        assertThat(tomorrow.code())
                .as("from tomorrow, where no day is named, the rule would be without its constants")
                .isEqualTo("calibration-already-adopted");
        assertThat(read("/rules").toString()).as("both or none").doesNotContain(rule);
        var adopted = survey.post("analyst", "/replays/" + both + "/adoption", "{'validFrom':'2995-01-02'}");

        assertThat(adopted.status()).as(adopted.toString()).isEqualTo(201);
        assertThat(read("/rules").toString()).contains(rule);
        assertThat(read("/calibrations/" + constants).at("/origin/source").asString())
                .isEqualTo("replay " + first);
        assertThat(survey.post("analyst", "/replays/" + both + "/adoption", "{}")
                        .status())
                .as("the same again")
                .isEqualTo(200);
    }

    @Test
    void constants_that_others_take_the_place_of_by_then_do_not_stand() {
        var constants = survey.id("past@1");
        var rule = survey.id("beside@1");
        var tried = "'calibration':'" + constants + "','constants':{'kappa':0.5}}";
        var first = done("{" + tried);
        var both = done("{'rule':{'name':'" + rule + "'}," + tried);
        var later = done("{'calibration':'" + survey.id("later@1") + "','constants':{'kappa':0.6}}");
        survey.post("analyst", "/replays/" + first + "/adoption", "{'validFrom':'2992-01-01'}");
        survey.post("analyst", "/replays/" + later + "/adoption", "{'validFrom':'2992-02-01'}");

        assertThat(survey.post("analyst", "/replays/" + both + "/adoption", "{'validFrom':'2992-03-01'}")
                        .code())
                .isEqualTo("calibration-already-adopted");
        assertThat(read("/rules").toString()).doesNotContain(rule);
    }

    @Test
    void a_line_goes_on_by_an_instrument_that_was_registered_after_it_was_counted() {
        var team = survey.team("a", 9);
        counted(team, "p1");
        var key = survey.id("own") + "@1";
        var built = server.get("analyst", "/api/v1/instruments/groeipuls@1").text();
        survey.put("/instruments/" + key, built.replace("\"groeipuls@1\"", "\"" + key + "\""), 201);

        var replay = done(
                "{'mapping':{'from':'groeipuls@1','to':'" + key + "','items':{'PS1':'PS1','PS2':'PS2','PS3':'PS3'}}}");

        var mapped = read("/replays/" + replay + "/trends?group=" + team).at("/trend/points/0");
        assertThat(mapped.get("instrument").asString()).isEqualTo(key);
        assertThat(mapped.at("/shown/value"))
                .isEqualTo(read("/teams/" + team + "/trends").at("/trend/points/0/shown/value"));
    }

    @Test
    void constants_alone_are_adopted_again_for_the_day_from_which_they_hold_and_for_no_other() {
        var name = survey.id("alone@1");
        var path = "/replays/" + done("{'calibration':'" + name + "','constants':{'kappa':0.5}}") + "/adoption";
        survey.post("analyst", path, "{'validFrom':'2997-01-01'}");

        for (var other : List.of("2996-12-31", "2997-01-02")) {
            assertThat(survey.post("analyst", path, "{'validFrom':'" + other + "'}")
                            .code())
                    .as(other)
                    .isEqualTo("calibration-already-adopted");
        }
        for (var same : List.of("{'validFrom':'2997-01-01'}", "{}")) {
            assertThat(survey.post("analyst", path, same).status()).as(same).isEqualTo(200);
        }
        assertThat(read("/calibrations/" + name).get("validFrom").asString()).isEqualTo("2997-01-01");
    }

    @Test
    void how_far_work_is_and_what_a_trial_found_are_never_said_to_be_as_before() {
        var replay = done("{}");
        for (var path : List.of("/jobs/" + replay, "/replays", "/replays/" + replay)) {
            var read = server.get("analyst", "/api/v1" + path, "If-None-Match", "*");
            assertThat(read.status()).as(path).isEqualTo(200);
            assertThat(read.headers().firstValue("ETag")).as(path).isEmpty();
            assertThat(read.header("Cache-Control")).as(path).contains("no-store");
        }
    }

    @Test
    void views_made_anew_take_the_place_of_wrong_ones_and_nobody_sees_an_empty_one() throws InterruptedException {
        var team = survey.team("a", 9);
        counted(team, "p");
        var rebuild = server.bean(Rebuild.class);
        assertThat(rebuild.begin()).as("nothing was wrong").isEmpty();
        var right = read("/teams/" + team + "/trends");
        server.bean(JdbcClient.class)
                .sql("update trend_point set ordinal = ordinal + 1000 where grp = :group and construct = :construct")
                .param("group", team)
                .param("construct", "psychological-safety")
                .update();
        var ending = new AtomicBoolean();
        List<Integer> seen = new ArrayList<>();
        var reader = Thread.ofPlatform().start(() -> {
            while (!ending.get()) {
                seen.add(read("/teams/" + team + "/trends").at("/trend/points").size());
            }
        });

        var differing = rebuild.begin();
        ending.set(true);
        reader.join();

        assertThat(differing).isEqualTo(Map.of("trend_point", 2L));
        assertThat(read("/teams/" + team + "/trends")).isEqualTo(right);
        assertThat(seen).isNotEmpty().containsOnly(1);
        assertThat(rebuild.begin()).isEmpty();
    }
}
