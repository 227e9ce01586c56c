package org.groeipuls.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.groeipuls.api.operator.Timekeeper;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.Rebuild;
import org.groeipuls.api.storage.ViewPosition;
import org.groeipuls.instrument.Catalogue;
import org.groeipuls.roster.LeadKeys;
import org.groeipuls.roster.PersonId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What leads who answer of themselves may rely on, whichever store stands behind it. */
abstract class MirrorContract {
    private static final List<String> ITEMS =
            Catalogue.builtIn().getFirst().form("leader").items();

    private final Server server = server();
    private final Survey survey = new Survey(server);

    abstract Server server();

    /** Where everything lies that the server and its databases keep. */
    abstract List<Path> files();

    @Test
    void a_lead_answers_and_answers_otherwise_and_after_the_count_it_stays() {
        var team = staffed("a");
        var lead = "lead-" + team;
        var pulse = survey.issue("p", "banded", team);
        assertThat(put(lead, team, pulse, 5).code()).isEqualTo("mirror-not-now");
        survey.open();

        assertThat(get(lead, team, pulse).has("answers")).isFalse();
        assertThat(put(lead, team, pulse, 2).status()).isEqualTo(201);
        assertThat(put(lead, team, pulse, 2).status()).isEqualTo(200);
        assertThat(put(lead, team, pulse, 4).status()).isEqualTo(200);
        var partly = server.ask(lead, "PUT", path(team, pulse), "{\"answers\":{\"LR1-self\":1}}");
        assertThat(partly.json().get("answers").toString()).isEqualTo("{\"LR1-self\":1}");
        assertThat(put(lead, team, pulse, 5).status()).isEqualTo(200);
        assertThat(events(pulse)).as("the same answers again are none").hasSize(4);
        assertThat(server.ask(lead, "POST", path(team, pulse) + "/share", null).code())
                .isEqualTo("mirror-too-early");
        counted(pulse, team);

        assertThat(put(lead, team, pulse, 1).code()).isEqualTo("mirror-fixed");
        assertThat(put(lead, team, pulse, 5).status()).isEqualTo(200);
        var seen = get(lead, team, pulse);
        assertThat(seen.at("/answers/LR1-self").asInt()).isEqualTo(5);
        assertThat(seen.get("changeable").asBoolean()).isFalse();
        assertThat(events(pulse)).hasSize(4);
    }

    @Test
    void what_fits_no_form_is_refused_and_never_said_back() {
        var team = staffed("a");
        var pulse = survey.opened("p", team);
        for (var wrong : List.of("{}", "{\"LR1-self\":6}", "{\"LR1-self\":0}", "{\"LR1\":3}", "{\"X\":3}")) {
            var reply = server.ask("lead-" + team, "PUT", path(team, pulse), "{\"answers\":" + wrong + "}");
            assertThat(reply.status()).as(wrong).isEqualTo(422);
            assertThat(reply.text()).doesNotContain("LR1").doesNotContain("6");
        }
        for (var wrong : List.of("{\"LR1-self\":4.9}", "{\"LR1-self\":\"5\"}", "{\"LR1-self\":null}")) {
            var reply = server.ask("lead-" + team, "PUT", path(team, pulse), "{\"answers\":" + wrong + "}");
            assertThat(reply.status()).as(wrong).isIn(400, 422);
        }
        assertThat(events(pulse)).isEmpty();
    }

    @Test
    void both_values_come_to_the_lead_first_and_to_the_group_when_the_lead_shares_them() {
        var team = staffed("a");
        var lead = "lead-" + team;
        var pulse = survey.opened("p", team);
        put(lead, team, pulse, 5);
        assertThat(get(lead, team, pulse).has("gap")).isFalse();
        counted(pulse, team);

        var seen = get(lead, team, pulse);
        var gap = seen.get("gap");
        assertThat(gap.get("self").asDouble()).isEqualTo(5);
        assertThat(gap.get("items").asInt()).isEqualTo(3);
        assertThat(gap.get("n").asDouble()).isEqualTo(9);
        assertThat(gap.get("gap").asDouble()).isEqualTo(5 - gap.get("group").asDouble());
        assertThat(gap.get("rosier").asBoolean()).isTrue();
        assertThat(seen.at("/pairs/0/self").asInt()).isEqualTo(5);
        assertThat(seen.at("/pairs/0/n").asInt()).isEqualTo(9);
        assertThat(seen.at("/pairs/0/group").asDouble()).isBetween(2.0, 4.0);

        var shared = path(team, pulse) + "/shared";
        assertThat(server.get(team + "-0", shared).json().get("mirrors")).isEmpty();
        assertThat(server.get(lead, shared).json().get("mirrors")).isEmpty();
        for (int twice = 1; twice <= 2; twice++) {
            assertThat(server.ask(lead, "POST", path(team, pulse) + "/share", null)
                            .json()
                            .get("shared")
                            .asBoolean())
                    .isTrue();
        }
        var theirs = server.get(team + "-0", shared).json().get("mirrors");
        assertThat(theirs.size()).isEqualTo(1);
        assertThat(theirs.at("/0/gap")).isEqualTo(gap);
        assertThat(theirs.at("/0/pairs")).isEqualTo(seen.get("pairs"));
        assertThat(events(pulse)).containsExactly("MirrorAnswered", "MirrorShared");
    }

    @Test
    void hr_analysts_and_council_are_told_no_and_others_find_not_even_that_the_team_exists() {
        var team = survey.team("a", 9);
        var other = survey.team("b", 9);
        list(team, other);
        var pulse = survey.opened("p", team);
        put("lead-" + team, team, pulse, 5);
        counted(pulse, team);
        server.ask("lead-" + team, "POST", path(team, pulse) + "/share", null);
        for (var who : List.of("hr", "analyst", "works-council", "operator")) {
            assertThat(server.get(who, path(team, pulse)).status()).isEqualTo(403);
            assertThat(server.get(who, path(team, pulse) + "/shared").status()).isEqualTo(403);
            assertThat(put(who, team, pulse, 3).status()).isEqualTo(403);
        }
        var body = "{\"answers\":{\"LR1-self\":3}}";
        for (var look : List.of(
                List.of("GET", "", "lead-" + other),
                List.of("PUT", "", "lead-" + other),
                List.of("POST", "/share", "lead-" + other),
                List.of("GET", "/shared", "lead-" + other),
                List.of("GET", "/shared", other + "-0"))) {
            var json = look.getFirst().equals("PUT") ? body : null;
            var theirs = server.ask(look.getLast(), look.getFirst(), path(team, pulse) + look.get(1), json);
            var missing = server.ask(
                    look.getLast(), look.getFirst(), path(survey.id("none"), survey.id("none")) + look.get(1), json);
            assertThat(theirs.status()).as(look.toString()).isEqualTo(404);
            assertThat(theirs.bytes()).as(look.toString()).isEqualTo(missing.bytes());
        }
        assertThat(server.get("lead-" + other, path(other, pulse)).status())
                .as("a pulse that did not ask the team")
                .isEqualTo(404);
        assertThat(server.ask("lead-" + other, "POST", path(other, pulse) + "/share", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void it_counts_towards_nothing() {
        var team = staffed("a");
        var pulse = survey.opened("p", team);
        survey.answer(pulse, survey.codes(pulse, team), 9);
        survey.close();
        var paths = List.of(
                "/api/v1/teams/" + team + "/trends?construct=leader-role-modelling",
                "/api/v1/teams/" + team + "/results",
                "/api/v1/organisation/signals");
        var before =
                paths.stream().map(path -> server.get("analyst", path).text()).toList();

        put("lead-" + team, team, pulse, 5);
        server.ask("lead-" + team, "POST", path(team, pulse) + "/share", null);

        assertThat(paths.stream().map(path -> server.get("analyst", path).text()))
                .isEqualTo(before);
    }

    @Test
    void several_leads_have_a_mirror_each_and_no_gap() {
        var team = survey.team("a", 9);
        survey.put(
                "/teams/" + team,
                "{'name':'Team','unit':'%s','size':9,'leads':['lead-%s','lead-%s']}"
                        .formatted(survey.id("service"), team, survey.id("second")),
                200);
        var pulse = survey.opened("p", team);
        var second = "lead-" + survey.id("second");
        put("lead-" + team, team, pulse, 5);
        put(second, team, pulse, 2);
        counted(pulse, team);

        for (var lead : List.of("lead-" + team, second)) {
            var seen = get(lead, team, pulse);
            assertThat(seen.get("severalLeads").asBoolean()).isTrue();
            assertThat(seen.has("gap")).isFalse();
        }
        assertThat(get(second, team, pulse).at("/answers/LR1-self").asInt()).isEqualTo(2);
        var tag = server.get(second, path(team, pulse)).header("ETag");
        assertThat(server.get("lead-" + team, path(team, pulse), "If-None-Match", tag)
                        .status())
                .as("at one browser nobody is told that what the other lead answered is theirs")
                .isEqualTo(200);
        assertThat(server.ask(second, "POST", path(team, pulse) + "/share", null)
                        .status())
                .isEqualTo(200);
        var shown =
                server.get("lead-" + team, path(team, pulse) + "/shared").json().get("mirrors");
        assertThat(shown.size()).isEqualTo(1);
        assertThat(shown.at("/0/pairs/0/self").asInt()).isEqualTo(2);
        assertThat(shown.at("/0/gap").isMissingNode()).isTrue();
    }

    @Test
    void whoever_leads_two_teams_of_one_group_has_one_mirror_of_it() {
        var parks = survey.team("parks", 5);
        var water = survey.team("water", 5);
        var lead = "lead-" + parks;
        survey.put(
                "/teams/" + water,
                "{'name':'Water','unit':'%s','size':5,'leads':['%s']}".formatted(survey.id("service"), lead),
                200);
        survey.put("/groups/" + survey.id("green"), "{'teams':['%s','%s']}".formatted(parks, water), 201);
        var pulse = survey.opened("p", survey.id("green"));
        put(lead, parks, pulse, 4);
        assertThat(get(lead, water, pulse).at("/answers/LR1-self").asInt()).isEqualTo(4);
        assertThat(put(lead, water, pulse, 5).status()).isEqualTo(200);
        counted(pulse, survey.id("green"));
        assertThat(get(lead, parks, pulse).at("/gap/self").asDouble()).isEqualTo(5);
        assertThat(get(lead, parks, pulse).get("severalLeads").asBoolean()).isFalse();
    }

    @Test
    void whoever_is_erased_leaves_an_unreadable_mirror_and_history_as_it_was() throws Exception {
        var team = staffed("a");
        var lead = "lead-" + team;
        var pulse = survey.opened("p", team);
        put(lead, team, pulse, 5);
        counted(pulse, team);
        server.ask(lead, "POST", path(team, pulse) + "/share", null);
        var holders = server.bean(LeadKeys.class);
        var id = holders.find(new PersonId(lead)).orElseThrow();
        var history = export();
        assertThat(names(server.files().resolve("vault"))).anyMatch(name -> name.contains(id));

        try (var connection = server.bean(DataSource.class).getConnection()) {
            connection.setAutoCommit(true);
            holders.forget(connection, new PersonId(lead));
            holders.forget(connection, new PersonId(lead));
        }

        assertThat(names(server.files().resolve("vault"))).noneMatch(name -> name.contains(id));
        assertThat(export()).isEqualTo(history);
        assertThat(get(lead, team, pulse).has("answers")).isFalse();
        var shown =
                server.get(team + "-0", path(team, pulse) + "/shared").json().get("mirrors");
        assertThat(shown.at("/0/removed").asBoolean()).isTrue();
        assertThat(shown.at("/0/pairs")).isEmpty();
        assertThat(put(lead, team, pulse, 3).status())
                .as("who comes back is somebody else")
                .isEqualTo(201);
    }

    @Test
    void hr_that_takes_a_lead_out_of_the_roster_takes_the_mirror_along() throws Exception {
        var team = staffed("a");
        var lead = "lead-" + team;
        var pulse = survey.opened("p", team);
        put(lead, team, pulse, 5);
        counted(pulse, team);
        assertThat(server.get("hr", "/api/v1/people/" + lead).json().at("/mirror/shared"))
                .as("whether a lead answered is nobody's business")
                .isEmpty();
        server.ask(lead, "POST", path(team, pulse) + "/share", null);
        var id = server.bean(LeadKeys.class).find(new PersonId(lead)).orElseThrow();

        var held = server.get("hr", "/api/v1/people/" + lead);
        assertThat(held.json().at("/mirror/shared").toString())
                .isEqualTo("[{\"pulse\":\"%s\",\"group\":\"%s\"}]".formatted(pulse, team));
        assertThat(held.json().at("/ledGroups/0").asString()).isEqualTo(team);
        assertThat(held.text()).doesNotContain("sealed", "LR1", id);
        assertThat(server.get("hr", "/api/v1/people/" + team + "-0").json().has("mirror"))
                .isFalse();

        var gone = server.ask("hr", "DELETE", "/api/v1/people/" + lead, null, "Accept-Language", "nl");
        assertThat(gone.status()).as(gone.toString()).isEqualTo(200);
        assertThat(gone.json().path("mirrorKeyDestroyed").asBoolean()).isTrue();
        assertThat(gone.json().path("note").asString()).contains("De sleutel").contains("vernietigd");
        assertThat(server.get("hr", "/api/v1/people/" + lead).status()).isEqualTo(404);
        var nobody = server.ask("hr", "DELETE", "/api/v1/people/" + lead, null);
        assertThat(nobody.json().path("mirrorKeyDestroyed").asBoolean()).isFalse();
        assertThat(nobody.json().path("note").asString()).doesNotContain("key");

        assertThat(names(server.files().resolve("vault"))).noneMatch(name -> name.contains(id));
        assertThat(events(pulse)).containsExactly("MirrorAnswered", "MirrorShared");
        var shown =
                server.get(team + "-0", path(team, pulse) + "/shared").json().get("mirrors");
        assertThat(shown.at("/0/removed").asBoolean()).isTrue();
        assertThat(server.get(lead, path(team, pulse)).status()).isEqualTo(404);
    }

    @Test
    void a_key_that_nobody_has_is_destroyed() {
        var vault = server.bean(org.groeipuls.anonymity.MirrorKeys.class);
        var team = staffed("a");
        var pulse = survey.opened("p", team);
        put("lead-" + team, team, pulse, 5);
        vault.establish("orphan");
        server.bean(Timekeeper.class).tick();
        assertThat(vault.find("orphan")).isEmpty();
        assertThat(get("lead-" + team, team, pulse).has("answers")).isTrue();
    }

    @Test
    void what_a_lead_answered_stands_in_no_export_and_no_file() throws IOException {
        var team = staffed("a");
        var lead = "lead-" + team;
        var pulse = survey.opened("p", team);
        var values = List.of(1, 5, 1, 5, 2, 4, 2, 4, 3, 3, 1);
        var answers = IntStream.range(0, ITEMS.size())
                .mapToObj(at -> "\"%s\":%d".formatted(ITEMS.get(at), values.get(at)))
                .collect(Collectors.joining(",", "{\"answers\":{", "}}"));
        assertThat(server.ask(lead, "PUT", path(team, pulse), answers).status()).isEqualTo(201);

        var export = export();
        var mirror = export.lines()
                .filter(line -> line.contains("MirrorAnswered") && line.contains(pulse))
                .findFirst()
                .orElseThrow();
        var sealed = mirror.replaceAll(".*\"sealed\":\"([^\"]+)\".*", "$1");
        var needles = needles(values);
        assertThat(mirror).as("nobody is named").doesNotContain(lead);
        for (var needle : needles) {
            assertThat(export).doesNotContain(needle);
        }
        var places = content();
        assertThat(places).as("the search finds what stands there").anyMatch(file -> file.contains(sealed));
        assertThat(places)
                .as("and the needles find what is not sealed")
                .noneMatch(file -> needles.stream().anyMatch(file::contains));
        assertThat(needles).anyMatch(("x" + answers + "y")::contains);
    }

    /** The answers as they might be written down: as bytes, as digits, as a list, or by statement. */
    private static List<String> needles(List<Integer> values) {
        var bytes = new byte[values.size()];
        IntStream.range(0, bytes.length)
                .forEach(at -> bytes[at] = values.get(at).byteValue());
        var digits = values.stream().map(String::valueOf).toList();
        return List.of(
                new String(bytes, ISO_8859_1),
                String.join("", digits),
                String.join(",", digits),
                String.join(", ", digits),
                "\"LR1-self\":1",
                "LR1-self=1");
    }

    private List<String> content() throws IOException {
        List<String> content = new ArrayList<>();
        for (var folder : files()) {
            for (var file : walk(folder)) {
                if (Files.isReadable(file) && Files.size(file) < 400_000_000) {
                    content.add(Files.readString(file, ISO_8859_1));
                }
            }
        }
        return content;
    }

    private static List<String> names(Path folder) throws IOException {
        return walk(folder).stream().map(Path::toString).toList();
    }

    private static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void the_mirrors_that_are_made_anew_from_history_are_the_same() {
        var team = staffed("a");
        var lead = "lead-" + team;
        var pulse = survey.opened("p", team);
        put(lead, team, pulse, 2);
        put(lead, team, pulse, 5);
        counted(pulse, team);
        server.ask(lead, "POST", path(team, pulse) + "/share", null);
        var before = server.get(lead, path(team, pulse)).text();

        server.bean(Rebuild.class).begin();
        server.bean(ViewPosition.class).await(server.bean(HistoryStore.class).head(), Duration.ofSeconds(20));

        assertThat(server.get(lead, path(team, pulse)).text()).isEqualTo(before);
    }

    /** A team of nine with their lead in the roster. */
    private String staffed(String name) {
        var team = survey.team(name, 9);
        list(team);
        return team;
    }

    private void list(String... teams) {
        var csv = new StringBuilder("person,address,language,team,role\n");
        for (var team : teams) {
            csv.append("lead-%1$s,lead-%1$s@city.example,nl,%1$s,lead\n".formatted(team));
            IntStream.range(0, 9)
                    .forEach(i -> csv.append("%1$s-%2$d,%1$s-%2$d@city.example,nl,%1$s,employee\n".formatted(team, i)));
        }
        var reply = server.ask(
                "hr", "POST", "/api/v1/people/imports?dryRun=false", csv.toString(), "Content-Type", "text/csv");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    private void counted(String pulse, String group) {
        survey.answer(pulse, survey.codes(pulse, group), 9);
        survey.close();
        assertThat(survey.pulse(pulse).get("state").asString()).isEqualTo("counted");
    }

    private static String path(String team, String pulse) {
        return "/api/v1/teams/" + team + "/mirror/" + pulse;
    }

    private JsonNode get(String who, String team, String pulse) {
        var reply = server.get(who, path(team, pulse));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    /** The whole form, with one answer everywhere. */
    private Reply put(String who, String team, String pulse, int answer) {
        var all = ITEMS.stream()
                .map(item -> "\"%s\":%d".formatted(item, answer))
                .collect(Collectors.joining(",", "{\"answers\":{", "}}"));
        return server.ask(who, "PUT", path(team, pulse), all);
    }

    private String export() {
        return server.get("analyst", "/api/v1/history/events?limit=10000", "Accept", "application/x-ndjson")
                .text();
    }

    private List<String> events(String pulse) {
        return export().lines()
                .filter(line -> line.contains("\"pulse\":\"" + pulse + "\"") && line.contains("\"type\":\"Mirror"))
                .map(line -> line.replaceAll(".*\"type\":\"([A-Za-z]+)\".*", "$1"))
                .toList();
    }
}
