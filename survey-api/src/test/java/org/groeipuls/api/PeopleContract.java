package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.roster.People;
import org.groeipuls.roster.PersonId;
import org.groeipuls.roster.TeamLeads;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The list of people over HTTP, whichever store stands behind it. */
abstract class PeopleContract {
    private static final String HEAD = "person,address,language,team,role\n";

    private final Server server = server();
    private final Survey survey = new Survey(server);
    private final String roads = survey.team("roads", 9);
    private final String parks = survey.team("parks", 3);

    abstract Server server();

    private Reply send(String csv, boolean dryRun, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "text/csv"));
        all.addAll(List.of(headers));
        return server.ask("hr", "POST", "/api/v1/people/imports?dryRun=" + dryRun, csv, all.toArray(String[]::new));
    }

    private String row(String person, String team, String role) {
        var id = survey.id(person);
        return "%s,%s@city.example,nl,%s,%s\n".formatted(id, id, team, role);
    }

    private String list() {
        return HEAD
                + row("ann", roads, "employee")
                + row("bo", roads, "employee")
                + row("cas", parks, "employee")
                + row("dee", roads, "lead")
                + row("dee", parks, "lead");
    }

    private int size(String kind, String id) {
        var all = server.get("hr", "/api/v1/organisation").json().path(kind + "s");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(node -> node.path(kind).asString().equals(id))
                .findFirst()
                .orElseThrow()
                .path("size")
                .asInt();
    }

    private static List<String> persons(JsonNode members) {
        return StreamSupport.stream(members.spliterator(), false)
                .map(node -> node.path("person").asString())
                .toList();
    }

    @Test
    void a_list_shows_what_it_would_change_and_changes_nothing() {
        long head = server.bean(HistoryStore.class).head();

        var reply = send(list(), true);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.json().path("applied").asBoolean()).isFalse();
        assertThat(persons(reply.json().path("joins")))
                .containsExactly(survey.id("ann"), survey.id("bo"), survey.id("cas"), survey.id("dee"));
        assertThat(reply.json().path("teams").toString())
                .contains("{\"team\":\"%s\",\"before\":9,\"after\":2}".formatted(roads))
                .contains("{\"team\":\"%s\",\"before\":3,\"after\":1}".formatted(parks));
        assertThat(server.bean(People.class).find(new PersonId(survey.id("ann"))))
                .isEmpty();
        assertThat(server.bean(HistoryStore.class).head()).isEqualTo(head);
        assertThat(size("team", roads)).isEqualTo(9);
    }

    @Test
    void an_applied_list_is_who_there_is_and_sizes_and_leads_follow_without_a_name_in_history() {
        long head = server.bean(HistoryStore.class).head();

        var reply = send(list(), false);

        assertThat(reply.json().path("applied").asBoolean()).isTrue();
        assertThat(size("team", roads)).isEqualTo(2);
        assertThat(size("team", parks)).isEqualTo(1);
        assertThat(size("unit", survey.id("root"))).isEqualTo(1);
        assertThat(server.bean(TeamLeads.class).teamsOf(new PersonId(survey.id("dee"))))
                .hasSize(2);
        var history = server.bean(HistoryStore.class).after(head, 1_000, null).toString();
        assertThat(history).contains(roads).doesNotContain(survey.id("ann"), survey.id("dee"), "city.example");
        long after = server.bean(HistoryStore.class).head();
        assertThat(send(list(), false).json().path("joins")).isEmpty();
        assertThat(server.bean(HistoryStore.class).head()).as("saying it again").isEqualTo(after);
    }

    @Test
    void the_next_list_says_who_leaves_moves_and_changes() {
        send(list(), false);

        var reply = send(
                HEAD
                        + row("ann", parks, "employee")
                        + row("bo", roads, "employee").replace("@city", "@town")
                        + row("dee", roads, "lead"),
                true);

        assertThat(persons(reply.json().path("leaves"))).containsExactly(survey.id("cas"));
        assertThat(persons(reply.json().path("moves"))).containsExactly(survey.id("ann"), survey.id("dee"));
        assertThat(persons(reply.json().path("changed"))).containsExactly(survey.id("bo"));
        assertThat(reply.json().at("/changed/0/columns/0").asString()).isEqualTo("address");
        assertThat(reply.json().path("joins")).isEmpty();
    }

    @Test
    void a_list_from_a_spreadsheet_is_read_with_its_mark_semicolons_and_quotation_marks() {
        var csv = "\uFEFFRole;Team;Person;Address;Language\r\n\r\n"
                + "Employee;%s;\"%s\";\"a@b.example\";NL\r\n".formatted(roads, survey.id("x;y"));

        var reply = send(csv, true);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(persons(reply.json().path("joins"))).containsExactly(survey.id("x;y"));
    }

    private static String fault(JsonNode problem, int number) {
        var fault = problem.path("errors").path(number);
        return fault.path("pointer").asString() + " " + fault.path("code").asString();
    }

    private static List<String> faults(Reply reply) {
        return StreamSupport.stream(reply.json().path("errors").spliterator(), false)
                .map(fault -> fault.path("pointer").asString() + " "
                        + fault.path("code").asString())
                .toList();
    }

    @Test
    void every_fault_is_named_by_line_and_column_and_nothing_is_half_applied() {
        send(list(), false);
        var before = server.bean(People.class).all();
        var csv = HEAD
                + row("zed", roads, "employee")
                + "%s,no address,nl,%s,employee\n".formatted(survey.id("secret1"), roads)
                + "%s,a@b.example,fr,%s,boss\n".formatted(survey.id("secret2"), survey.id("secret3"))
                + row("zed", parks, "employee")
                + "only,three,cells\n"
                + row("dee", roads, "lead")
                + row("dee", parks, "lead").replace(",nl,", ",en,");

        var reply = send(csv, false, "Accept-Language", "en");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(faults(reply))
                .containsExactly(
                        "/3/address address-not-allowed",
                        "/4/language language-not-allowed",
                        "/4/team team-unknown",
                        "/4/role role-not-allowed",
                        "/5/team employee-in-two-teams",
                        "/6 cells-differ",
                        "/8/person person-differs");
        assertThat(reply.json().at("/errors/5/detail").asString()).startsWith("Line 6: This row has more or fewer");
        var dutch = send(csv, false, "Accept-Language", "nl");
        assertThat(dutch.json().at("/errors/2/detail").asString())
                .isEqualTo("Regel 4, kolom team: Dit team bestaat niet; maak het eerst");
        assertThat(dutch.json().at("/errors/4/detail").asString())
                .startsWith("Regel 5, kolom team: Deze medewerker staat in regel 2 in een ander team");
        assertThat(dutch.text()).doesNotContain("secret", "zed", "dee", "b.example");
        assertThat(server.bean(People.class).all()).isEqualTo(before);
        assertThat(size("team", roads)).isEqualTo(2);
    }

    @Test
    void a_file_that_is_no_list_is_refused_as_a_whole() {
        assertThat(fault(send(HEAD, false).json(), 0)).isEqualTo("/1 file-empty");
        assertThat(fault(send("person,address,language,team\n", false).json(), 0))
                .isEqualTo("/1/role column-missing");
        assertThat(fault(
                        send("person,salary,address,language,team,role\n", false)
                                .json(),
                        0))
                .isEqualTo("/1 column-unknown");
        assertThat(fault(
                        send("person,person,address,language,team,role\n", false)
                                .json(),
                        0))
                .isEqualTo("/1/person column-twice");
        assertThat(fault(send(HEAD + "a,b\n\"c\"d,e\n", false).json(), 1)).isEqualTo("/3 file-not-csv");
        var latin = server.send(
                java.net.http.HttpRequest.newBuilder(server.address().resolve("/api/v1/people/imports"))
                        .header("Authorization", "Bearer " + server.token("hr", "groeipuls"))
                        .header("Content-Type", "text/csv")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(
                                (HEAD + "Ren\u00E9,a,b,c,d\n").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
                        .build());
        assertThat(fault(latin.json(), 0)).isEqualTo("/2 file-not-utf8");
    }

    @Test
    void when_history_refuses_the_roster_stays_as_it_was() {
        send(list(), false);
        var before = server.bean(People.class).all();
        server.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("update organisation_team set name = '' where team = :team")
                .param("team", parks)
                .update();
        long head = server.bean(HistoryStore.class).head();

        var reply = send(HEAD + row("ann", roads, "employee") + row("new", roads, "lead"), false);

        assertThat(reply.code()).isEqualTo("name-not-allowed");
        assertThat(server.bean(People.class).all()).isEqualTo(before);
        assertThat(server.bean(TeamLeads.class).teamsOf(new PersonId(survey.id("dee"))))
                .hasSize(2);
        assertThat(server.bean(HistoryStore.class).head()).isEqualTo(head);
        server.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("update organisation_team set name = 'Team parks' where team = :team")
                .param("team", parks)
                .update();
    }

    /** The faults as the source names them: the type is its package's own. */
    private static List<String> codes() {
        try {
            var fault = Class.forName("org.groeipuls.api.hr.PeopleFault");
            return Stream.of(fault.getEnumConstants())
                    .map(each ->
                            ((Enum<?>) each).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_fault_of_a_list_has_its_dutch_words() {
        var dutch = ResourceBundle.getBundle("problems", Locale.of("nl"));

        assertThat(codes()).hasSizeGreaterThan(30).allMatch(code -> dutch.containsKey("detail." + code));
    }

    @Test
    void somebody_of_the_list_can_sign_in_as_an_employee_and_a_lead_as_both() {
        send(list(), false);

        assertThat(server.get(survey.id("ann"), "/api/v1/inbox").text()).isEqualTo("{\"pulses\":[]}");
        var recorded = "/api/v1/teams/" + roads + "/interventions";
        assertThat(server.get(survey.id("ann"), recorded).status()).isEqualTo(403);
        assertThat(server.get(survey.id("dee"), "/api/v1/inbox").status()).isEqualTo(200);
        assertThat(server.get(survey.id("dee"), recorded).status()).isEqualTo(200);
        assertThat(server.get(survey.id("dee"), "/api/v1/teams/" + roads + "/trends")
                        .status())
                .isEqualTo(200);
        assertThat(server.get("hr", "/api/v1/inbox").status()).isEqualTo(403);
    }

    @Test
    void teams_are_proposed_together_that_have_the_same_lead() {
        var csv = new StringBuilder(HEAD);
        for (int i = 0; i < 5; i++) {
            csv.append(row("r" + i, roads, "employee")).append(row("p" + i, parks, "employee"));
        }
        send(csv + row("dee", roads, "lead") + row("dee", parks, "lead"), false);

        var groups = server.get("hr", "/api/v1/groups/proposal").json().path("groups");

        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).toString())
                .isEqualTo(("{\"teams\":[\"%s\",\"%s\"],\"unit\":\"%s\",\"eligible\":10,\"reason\":\"same-lead\","
                                + "\"warnings\":[]}")
                        .formatted(parks, roads, survey.id("service")));
    }

    @Test
    void a_list_has_a_largest_size() {
        var reply = send(" ".repeat(4096 * 1024 + 1), true);

        assertThat(reply.status()).isEqualTo(413);
    }
}
