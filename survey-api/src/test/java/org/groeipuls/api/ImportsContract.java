package org.groeipuls.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.roster.People;
import org.groeipuls.roster.PersonId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Lists that are shown, confirmed and undone, and people who are erased, whichever store stands behind it. */
abstract class ImportsContract {
    private static final String HEAD = "persoon,naam,e-mail,taal,team,rol\n";
    private static final List<String> ROSTER = List.of(
            "select subject, name, address, language, role, team from roster_person order by subject",
            "select team, subject from roster_lead order by team, subject",
            "select grp, subject from roster_composition order by grp, subject",
            "select grp, gone from roster_composition_gone order by grp");
    private static final List<String> COPIES =
            List.of("roster_import_person", "roster_import_lead", "roster_import_composition");

    private final Server server = server();
    private final Survey survey = new Survey(server);
    private final String roads = survey.team("roads", 9);
    private final String parks = survey.team("parks", 3);

    abstract Server server();

    private JdbcClient jdbc() {
        return server.bean(JdbcClient.class);
    }

    private Reply send(String csv, boolean dryRun) {
        return PeopleFiles.send(server, csv.getBytes(UTF_8), PeopleFiles.CSV, dryRun, "nl");
    }

    private Reply act(String imported, String verb) {
        return survey.post("hr", "/people/imports/" + imported + "/" + verb, "");
    }

    private static String id(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json().path("import").asString();
    }

    private String row(String person, String team, String role) {
        var id = survey.id(person);
        return "%s,%s van %1$s,%1$s@city.example,nl,%s,%s\n".formatted(id, person, team, role);
    }

    private String list() {
        return HEAD
                + row("ann", roads, "medewerker")
                + row("bo", roads, "Medewerker")
                + row("cas", parks, "medewerker")
                + row("dee", roads, "leidinggevende")
                + row("dee", parks, "leidinggevende");
    }

    private String shorter() {
        return HEAD
                + row("ann", parks, "medewerker")
                + row("bo", roads, "medewerker").replace("bo van", "Bo van")
                + row("eva", parks, "medewerker")
                + row("dee", parks, "leidinggevende");
    }

    /** All rows of the roster, and all sizes. */
    private String everything() {
        var all = new StringBuilder();
        for (var sql : ROSTER) {
            jdbc().sql(sql)
                    .query()
                    .listOfRows()
                    .forEach(row -> all.append(new TreeMap<>(row)).append('\n'));
        }
        var organisation = server.get("hr", "/api/v1/organisation").json();
        for (var kind : List.of("unit", "team")) {
            organisation.path(kind + "s").forEach(node -> {
                if (node.path(kind).asString().startsWith(survey.id(""))) {
                    all.append(node).append('\n');
                }
            });
        }
        return all.toString();
    }

    private static List<String> persons(JsonNode members) {
        return StreamSupport.stream(members.spliterator(), false)
                .map(node -> node.path("person").asString())
                .toList();
    }

    private boolean kept(String subject) {
        return COPIES.stream()
                        .mapToInt(table -> jdbc().sql("select count(*) from " + table + " where subject = :subject")
                                .param("subject", subject)
                                .query(Integer.class)
                                .single())
                        .sum()
                > 0;
    }

    @Test
    void a_workbook_in_dutch_says_the_same_as_a_file_of_text() {
        var workbook = PeopleFiles.send(server, PeopleFiles.workbook(list()), PeopleFiles.XLSX, true, "nl");

        assertThat(id(workbook)).isEqualTo(id(send(list(), true)));
        assertThat(persons(workbook.json().path("joins")))
                .containsExactly(survey.id("ann"), survey.id("bo"), survey.id("cas"), survey.id("dee"));
        assertThat(workbook.json().at("/joins/0/name").asString()).isEqualTo("ann van " + survey.id("ann"));
    }

    @Test
    void a_number_in_a_workbook_is_what_was_typed() {
        var number = 1_000_000 + new SplittableRandom(survey.id("number").hashCode()).nextInt(1_000_000);
        var file = PeopleFiles.workbook(sheet -> {
            PeopleFiles.fill(sheet, list() + row("fay", roads, "medewerker"));
            sheet.value(6, 0, number);
        });

        var reply = PeopleFiles.send(server, file, PeopleFiles.XLSX, true, "nl");

        assertThat(persons(reply.json().path("joins"))).contains(Integer.toString(number));
    }

    @Test
    void what_was_shown_is_applied_and_saying_it_again_changes_nothing() {
        var shown = send(list(), true);
        assertThat(server.bean(People.class).find(new PersonId(survey.id("ann"))))
                .isEmpty();

        var confirmed = act(id(shown), "confirm");

        assertThat(confirmed.header("Cache-Control")).isEqualTo("no-store");
        assertThat(confirmed.json().path("applied").asBoolean()).isTrue();
        assertThat(confirmed.json().path("joins")).isEqualTo(shown.json().path("joins"));
        assertThat(confirmed.json().path("teams")).isEqualTo(shown.json().path("teams"));
        assertThat(server.bean(People.class)
                        .find(new PersonId(survey.id("ann")))
                        .orElseThrow()
                        .name())
                .isEqualTo("ann van " + survey.id("ann"));
        var after = everything();
        long head = server.bean(HistoryStore.class).head();
        assertThat(act(id(shown), "confirm").json().path("unchanged").asBoolean())
                .isTrue();
        assertThat(everything()).isEqualTo(after);
        assertThat(server.bean(HistoryStore.class).head()).isEqualTo(head);
    }

    @Test
    void nothing_is_applied_that_hr_did_not_see() {
        send(list(), false);
        var byList = id(send(shorter(), true));
        var byHand = id(send(shorter() + row("fay", roads, "medewerker"), true));
        survey.put(
                "/teams/" + roads,
                "{'name':'Team roads','unit':'%s','size':2,'leads':['%s']}"
                        .formatted(survey.id("service"), survey.id("somebody")),
                200);
        var before = everything();

        assertThat(act(byHand, "confirm").code()).as("leads by hand").isEqualTo("import-outdated");
        assertThat(act(byHand, "confirm").status()).isEqualTo(409);
        assertThat(everything()).isEqualTo(before);
        send(list(), false);
        assertThat(act(byList, "confirm").code()).as("another list").isEqualTo("import-outdated");
        assertThat(act("0".repeat(64), "confirm").status()).isEqualTo(404);
        var moved = id(send(shorter(), true));
        survey.put("/units/" + survey.id("other"), "{'name':'Elders','parent':'" + survey.id("root") + "'}", 201);
        assertThat(act(moved, "confirm").code()).as("another organisation").isEqualTo("import-outdated");
    }

    @Test
    void the_same_list_again_changes_nothing_and_says_so() {
        var first = id(send(list(), false));
        var before = everything();
        long head = server.bean(HistoryStore.class).head();

        var again = send(list(), false);

        assertThat(again.json().path("unchanged").asBoolean()).isTrue();
        assertThat(send(list(), true).json().path("unchanged").asBoolean()).isTrue();
        assertThat(everything()).isEqualTo(before);
        assertThat(server.bean(HistoryStore.class).head()).isEqualTo(head);
        assertThat(act(first, "undo").status()).as("it is the latest still").isEqualTo(200);
    }

    @Test
    void the_next_list_says_whose_name_is_another() {
        send(list(), false);

        var reply = send(shorter(), true);

        assertThat(persons(reply.json().path("names"))).containsExactly(survey.id("bo"));
        assertThat(reply.json().at("/names/0/to").asString()).startsWith("Bo van");
        assertThat(persons(reply.json().path("leaves"))).containsExactly(survey.id("cas"));
        assertThat(persons(reply.json().path("moves"))).containsExactly(survey.id("ann"), survey.id("dee"));
        assertThat(reply.json().path("unchanged").asBoolean()).isFalse();
    }

    @Test
    void leads_who_were_set_by_hand_are_seen_to_leave() {
        send(list(), false);
        survey.put(
                "/teams/" + roads,
                "{'name':'Team roads','unit':'%s','size':2,'leads':['%s']}"
                        .formatted(survey.id("service"), survey.id("byhand")),
                200);

        assertThat(persons(send(list(), true).json().path("leaves"))).containsExactly(survey.id("byhand"));
    }

    @Test
    void an_undone_import_leaves_every_row_and_every_size_as_it_was() {
        var empty = everything();
        var first = id(send(list(), false));
        assertThat(act(first, "undo").status()).isEqualTo(200);
        assertThat(everything())
                .as("sizes and leads set by hand, before the first list")
                .isEqualTo(empty);

        send(list(), false);
        asked("ann", "bo", "cas");
        var before = everything();
        var second = id(send(shorter(), false));
        assertThat(everything()).isNotEqualTo(before);

        var undone = act(second, "undo");

        assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
        assertThat(persons(undone.json().path("joins"))).containsExactly(survey.id("cas"));
        assertThat(persons(undone.json().path("leaves"))).containsExactly(survey.id("eva"));
        assertThat(everything()).isEqualTo(before);
        assertThat(kept(survey.id("cas")) || kept(survey.id("eva"))).isFalse();
    }

    /** As if these had been asked by a pulse that closed. */
    private void asked(String... people) {
        for (var person : people) {
            jdbc().sql("insert into roster_composition (grp, subject) values (:grp, :subject)")
                    .param("grp", roads)
                    .param("subject", survey.id(person))
                    .update();
        }
    }

    @Test
    void random_lists_after_each_other_are_undone_to_the_byte() {
        var chance = new SplittableRandom(20261126);
        for (int round = 0; round < 12; round++) {
            send(random(chance), false);
            var before = everything();
            var next = send(random(chance), false);
            if (!next.json().path("unchanged").asBoolean()) {
                assertThat(act(id(next), "undo").status()).as("round %d", round).isEqualTo(200);
            }
            assertThat(everything()).as("round %d", round).isEqualTo(before);
        }
    }

    private String random(SplittableRandom chance) {
        var csv = new StringBuilder(HEAD).append(row("dee", roads, "leidinggevende"));
        for (int person = 0; person < 20; person++) {
            if (chance.nextInt(3) > 0) {
                var team = chance.nextBoolean() ? roads : parks;
                var role = chance.nextInt(5) == 0 ? "leidinggevende" : "medewerker";
                csv.append(row("p" + person, team, role).replace("van", chance.nextBoolean() ? "van" : "de"));
            }
        }
        return csv.toString();
    }

    @Test
    void only_the_latest_import_is_undone_once_and_within_thirty_days() {
        var first = id(send(list(), false));
        var second = id(send(shorter(), false));
        var shown = id(send(list(), true));

        assertThat(act(first, "undo").code()).isEqualTo("undo-not-the-latest");
        assertThat(act(shown, "undo").code()).isEqualTo("undo-not-applied");
        assertThat(act(second, "undo").status()).isEqualTo(200);
        assertThat(act(second, "undo").code()).isEqualTo("undo-done-before");
        assertThat(act("0".repeat(64), "undo").status()).isEqualTo(404);

        var byHand = id(send(shorter(), false));
        survey.put(
                "/teams/" + roads,
                "{'name':'Team roads','unit':'%s','size':1,'leads':['%s']}"
                        .formatted(survey.id("service"), survey.id("somebody")),
                200);
        assertThat(act(byHand, "undo").code()).isEqualTo("undo-roster-changed");

        var old = id(send(list(), false));
        assertThat(kept(survey.id("eva"))).isTrue();
        server.clockTo(server.now().plus(Duration.ofDays(31)));
        assertThat(kept(survey.id("eva"))).as("deleted by the clock").isFalse();
        var reply = act(old, "undo");
        assertThat(reply.code()).isEqualTo("undo-too-late");
        assertThat(reply.status()).isEqualTo(409);
    }

    @Test
    void a_list_that_nobody_confirmed_goes_after_a_day() {
        send(list(), false);
        var shown = id(send(shorter(), true));
        assertThat(kept(survey.id("eva"))).isTrue();

        server.clockTo(server.now().plus(Duration.ofDays(2)));

        assertThat(kept(survey.id("eva"))).isFalse();
        assertThat(act(shown, "confirm").code()).isEqualTo("import-outdated");
    }

    @Test
    void hr_sees_everything_that_the_roster_holds_of_a_person_and_nothing_else() {
        send(list(), false);
        asked("ann");
        id(send(shorter(), false));

        var ann = server.get("hr", "/api/v1/people/" + survey.id("ann"));

        assertThat(ann.header("Cache-Control")).isEqualTo("no-store");
        assertThat(ann.json().at("/listed/name").asString()).startsWith("ann van");
        assertThat(ann.json().at("/listed/teams/0").asString()).isEqualTo(parks);
        assertThat(ann.json().at("/lastGroups/0").asString()).isEqualTo(roads);
        assertThat(ann.json().at("/kept/0/listed/teams/0").asString()).isEqualTo(roads);
        assertThat(ann.text()).doesNotContain("digest", "ticket");
        assertThat(server.get("hr", "/api/v1/people/" + survey.id("dee"))
                        .json()
                        .at("/leads/0")
                        .asString())
                .isEqualTo(parks);
        assertThat(server.get("hr", "/api/v1/people/" + survey.id("cas")).json().has("kept"))
                .isTrue();
        assertThat(server.get("hr", "/api/v1/people/" + survey.id("nobody")).status())
                .isEqualTo(404);
    }

    @Test
    void whoever_is_erased_is_nowhere_any_more_also_after_an_undo() {
        send(list(), false);
        asked("ann", "bo", "cas");
        var second = id(send(shorter(), false));
        send(list(), true);

        for (var person : List.of("ann", "cas")) {
            var erased = server.ask("hr", "DELETE", "/api/v1/people/" + survey.id(person), null);
            assertThat(erased.status()).as(erased.toString()).isEqualTo(200);
            assertThat(erased.header("Cache-Control")).isEqualTo("no-store");
            assertThat(erased.json().path("stillInvited")).isEmpty();
        }

        assertThat(jdbc().sql("select gone from roster_composition_gone where grp = :grp")
                        .param("grp", roads)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(act(second, "undo").status()).isEqualTo(200);
        for (var person : List.of("ann", "cas")) {
            assertThat(kept(survey.id(person))).isFalse();
            assertThat(everything()).doesNotContain(survey.id(person) + ",", survey.id(person) + "}");
            assertThat(server.get("hr", "/api/v1/people/" + survey.id(person)).status())
                    .isEqualTo(404);
        }
        assertThat(server.bean(People.class).all())
                .extracting(person -> person.id().subject())
                .containsExactly(survey.id("bo"), survey.id("dee"));
        assertThat(size(roads)).isEqualTo(1);
        assertThat(size(parks)).isZero();
    }

    private int size(String team) {
        return StreamSupport.stream(
                        server.get("hr", "/api/v1/organisation")
                                .json()
                                .path("teams")
                                .spliterator(),
                        false)
                .filter(node -> node.path("team").asString().equals(team))
                .findFirst()
                .orElseThrow()
                .path("size")
                .asInt();
    }

    @Test
    void an_invitation_of_a_pulse_that_is_not_closed_stays_for_the_commitment_and_goes_at_the_close() {
        var csv = new StringBuilder(HEAD);
        for (int i = 0; i < 8; i++) {
            csv.append(row("p" + i, roads, "medewerker"));
        }
        send(csv.toString(), false);
        var pulse = survey.id("pulse");
        survey.put(
                "/pulses/" + pulse,
                survey.asked("banded", roads).replace("\"tickets\":\"link\"", "\"tickets\":\"blind\""),
                201);
        var person = survey.id("p3");
        assertThat(server.get("works-council", "/api/v1/pulses/" + pulse + "/invited")
                        .json()
                        .at("/groups/0/names/" + person)
                        .asString())
                .isEqualTo("p3 van " + person);

        var erased = server.ask("hr", "DELETE", "/api/v1/people/" + person, null, "Accept-Language", "nl");

        assertThat(erased.json().at("/stillInvited/0").asString()).isEqualTo(pulse);
        assertThat(erased.json().path("note").asString()).contains("blijven tot de sluiting");
        assertThat(erased.json().at("/teams/0/after").asInt()).isEqualTo(7);
        assertThat(server.get("works-council", "/api/v1/pulses/" + pulse + "/invited")
                        .text())
                .contains(person);
        survey.open();
        survey.close();
        assertThat(server.get("hr", "/api/v1/people/" + person).status()).isEqualTo(404);
        assertThat(everything()).doesNotContain(person);
        assertThat(jdbc().sql("select gone from roster_composition_gone where grp = :grp")
                        .param("grp", roads)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Tag("ci")
    @Test
    void ten_thousand_people_are_compared_within_ten_seconds() {
        int teams = 500;
        for (int team = 0; team < teams; team++) {
            survey.put(
                    "/teams/" + survey.id("t" + team),
                    "{'name':'Team %d','unit':'%s','size':0}".formatted(team, survey.id("service")),
                    201);
        }
        var first = thousands(teams, 0);
        long begun = System.nanoTime();
        var shown = send(first, true);
        long compared = System.nanoTime();
        assertThat(act(id(shown), "confirm").status()).isEqualTo(200);
        long applied = System.nanoTime();
        var next = PeopleFiles.workbook(thousands(teams, 1));
        long sent = System.nanoTime();
        var moved = PeopleFiles.send(server, next, PeopleFiles.XLSX, true, "nl");
        long again = System.nanoTime();
        assertThat(act(id(moved), "confirm").status()).isEqualTo(200);
        long changed = System.nanoTime();
        assertThat(act(id(moved), "undo").status()).isEqualTo(200);
        long undone = System.nanoTime();

        System.out.printf(
                "%s, 10,000 people in %d teams, ms: compare with nobody (CSV) %d, apply %d, compare (XLSX, all moved) %d,"
                        + " apply %d, undo %d%n",
                getClass().getSimpleName(),
                teams,
                (compared - begun) / 1_000_000,
                (applied - compared) / 1_000_000,
                (again - sent) / 1_000_000,
                (changed - again) / 1_000_000,
                (undone - changed) / 1_000_000);
        assertThat(shown.json().path("joins")).hasSize(10_000);
        assertThat(moved.json().path("moves")).hasSizeGreaterThan(9_000);
        assertThat(Duration.ofNanos(Math.max(compared - begun, again - sent))).isLessThan(Duration.ofSeconds(10));
    }

    private String thousands(int teams, int shift) {
        var csv = new StringBuilder(HEAD);
        for (int person = 0; person < 10_000; person++) {
            int team = (person / 20 + shift) % teams;
            csv.append(row("m" + person, survey.id("t" + team), person % 20 == 0 ? "leidinggevende" : "medewerker"));
        }
        return csv.toString();
    }
}
