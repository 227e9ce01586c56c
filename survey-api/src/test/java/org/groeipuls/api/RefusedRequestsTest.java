package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the server says no: always as a problem, in the caller's language, before it guesses or does anything. */
class RefusedRequestsTest {
    private static final String CODE = "canary-code-ABCDEFGHIJKLMNOP";

    private final Server server = Server.onH2();

    @ParameterizedTest
    @CsvSource({
        "404, analyst, GET, /api/v1/nothing-here",
        "404, , GET, /api/v1/pulses/nothing-here",
        "404, analyst, GET, /api/v1/pulses/a/b/c",
        "401, , GET, /api/v1/organisation",
        "401, , GET, /api/v1/nothing-here",
        "401, , GET, /api/v2/anything",
        "403, analyst, GET, /api/v2/anything",
        "403, analyst, GET, /api/v1/organisation",
        "403, hr, GET, /api/v1/history/events",
        "405, hr, DELETE, /api/v1/organisation",
        "405, , PUT, /api/v1/ballots",
        "403, , GET, /api/v1/ballots/anything",
        "400, analyst, GET, /api/v1/history/events?limit=1&limit=2",
        "400, analyst, GET, /api/v1/history/events?sort=asc",
        "400, , GET, /api/v1/pulses/p?live=true",
        "400, , POST, /api/v1/ballots?code=1",
        "422, analyst, GET, /api/v1/instruments/no-version",
        "404, analyst, GET, /api/v1/instruments/unknown@1"
    })
    void every_no_is_a_problem_and_never_a_redirect(int status, @Nullable String who, String method, String path) {
        var reply = server.ask(who, method, path, method.equals("GET") || method.equals("DELETE") ? null : "{}");

        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        isProblem(reply, status);
    }

    private static void isProblem(Reply reply, int status) {
        assertThat(reply.header("Content-Type")).as(reply.toString()).startsWith("application/problem+json");
        assertThat(reply.json().get("status").asInt()).isEqualTo(status);
        assertThat(reply.json().get("title").asString()).doesNotContain("title.");
        assertThat(reply.json().get("type").asString()).startsWith("urn:groeipuls:problem:");
        assertThat(reply.json().get("errors").isArray()).isTrue();
        assertThat(reply.header("API-Version")).isEqualTo("1");
        assertThat(reply.header("Set-Cookie")).isEmpty();
        assertThat(reply.header("Content-Security-Policy")).startsWith("default-src 'self'");
    }

    @Test
    void what_no_resource_is_asked_about_is_a_problem_too() {
        var reply = server.get("hr", "/api/v1/organisation;x=y");

        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().get("status").asInt()).isEqualTo(400);
        assertThat(reply.header("API-Version")).isEqualTo("1");
    }

    @Test
    void formats_that_are_not_spoken_here_are_refused_as_problems() {
        isProblem(server.get("analyst", "/api/v1/history/events", "Accept", "application/xml"), 406);
        isProblem(server.ask("hr", "PUT", "/api/v1/units/u", "<unit/>", "Content-Type", "application/xml"), 415);
        isProblem(server.ask(null, "POST", "/api/v1/ballots", "a=b", "Content-Type", "text/plain"), 415);
    }

    @Test
    void a_token_that_is_no_token_is_refused_as_a_problem() {
        var reply = server.get(null, "/api/v1/organisation", "Authorization", "Bearer not.a.token");

        isProblem(reply, 401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void a_failure_is_a_problem_that_tells_nothing_of_the_inside() {
        var jdbc = server.bean(JdbcClient.class);
        jdbc.sql("alter table shelf_instrument rename to mislaid").update();
        try {
            var reply = server.get("analyst", "/api/v1/instruments");

            isProblem(reply, 500);
            assertThat(reply.text()).doesNotContainIgnoringCase("sql").doesNotContain("mislaid", "Exception");
        } finally {
            jdbc.sql("alter table mislaid rename to shelf_instrument").update();
        }
    }

    @Test
    void a_problem_speaks_the_callers_language_and_points_at_the_fault() {
        var body = "{\"name\":\"\",\"unit\":\"u\",\"size\":null}";
        var dutch = server.ask("hr", "PUT", "/api/v1/teams/t", body, "Accept-Language", "nl-NL,nl;q=0.9");
        var english = server.ask("hr", "PUT", "/api/v1/teams/t", body, "Accept-Language", "fr");

        isProblem(dutch, 422);
        assertThat(dutch.json().get("title").asString()).isEqualTo("Zo kan dit niet");
        assertThat(dutch.json().get("errors"))
                .extracting(fault -> fault.get("pointer").asString() + " "
                        + fault.get("detail").asString())
                .containsExactlyInAnyOrder("/name Dit moet er staan en mag niet leeg zijn", "/size Dit moet er staan");
        assertThat(english.json().get("title").asString()).isEqualTo("This cannot be granted as it stands");
        var unknown = server.ask(
                "hr",
                "PUT",
                "/api/v1/teams/t",
                "{\"name\":\"a\",\"unit\":\"nowhere\",\"size\":9}",
                "Accept-Language",
                "nl");
        assertThat(unknown.json().get("detail").asString()).isEqualTo("Deze eenheid bestaat niet; maak haar eerst");
        var outside = server.get(null, "/api/v1/organisation", "Accept-Language", "nl");
        assertThat(outside.json().get("title").asString()).isEqualTo("Log eerst in");
    }

    static Stream<String> loose() {
        return Stream.of(
                "{\"answers\":{\"PS1\":4.9}}",
                "{\"answers\":{\"PS1\":4.0}}",
                "{\"answers\":{\"PS1\":\"5\"}}",
                "{\"answers\":{\"PS1\":true}}",
                "{\"answers\":{\"PS1\":[4]}}",
                "{\"answers\":{\"PS1\":4,\"PS1\":5}}",
                "{\"answers\":{},\"answers\":{}}",
                "{\"answers\":{},\"respondent\":\"me\"}",
                "{\"answers\":{},\"sequence\":\"1\"}",
                "{\"answers\":{},\"sequence\":1.5}",
                "{\"answers\":{},\"sequence\":99999999999999999999}",
                "{\"answers\":{}} {}",
                "{\"answers\":{}} trailing",
                "{\"answers\":{\"PS1\":04}}",
                "{\"answers\":{\"PS1\":NaN}}",
                "{'answers':{}}",
                "{\"answers\":{},}",
                "{\"answers\":{}",
                "[]",
                "\"\"",
                "");
    }

    @ParameterizedTest
    @MethodSource("loose")
    void json_that_would_have_to_be_guessed_at_is_refused_and_not_repeated(String body) {
        var whole = body.startsWith("{\"")
                ? body.replaceFirst(
                        "\\{",
                        "{\"pulse\":\"p\",\"code\":\"" + CODE + "\","
                                + (body.contains("sequence") ? "" : "\"sequence\":1,"))
                : body;
        var reply = server.ask(null, "POST", "/api/v1/ballots", whole);

        isProblem(reply, 400);
        assertThat(reply.code()).isEqualTo("not-readable");
        assertThat(reply.text()).doesNotContain(CODE, "4.9", "\"5\"");
    }

    @Test
    void the_same_json_without_looseness_reaches_the_box() {
        var reply =
                server.ask(null, "POST", "/api/v1/ballots", Survey.ballot("p", CODE, 1, "a".repeat(32), "{\"PS1\":4}"));

        assertThat(reply.code()).isEqualTo("ticket-unknown");
    }

    @Test
    void one_is_not_true() {
        var instrument = server.get("hr", "/api/v1/instruments/groeipuls@1").text();
        var loose = instrument.replaceFirst("\"reversed\":false", "\"reversed\":0");

        isProblem(server.ask("hr", "PUT", "/api/v1/instruments/groeipuls@1", loose), 400);
        assertThat(server.ask("hr", "PUT", "/api/v1/instruments/groeipuls@1", instrument)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 2_000})
    void nesting_is_followed_for_twenty_levels_at_most(int depth) {
        var body = "{\"name\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";

        isProblem(server.ask("hr", "PUT", "/api/v1/units/u", body), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/ballots, 16",
        "DELETE, /api/v1/ballots, 16",
        "POST, /api/v1/ballots/form, 16",
        "POST, /api/v1/pulses/p/tickets, 16",
        "PUT, /api/v1/units/u, 256",
        "PUT, /api/v1/instruments/x@1, 1024"
    })
    void a_body_has_a_largest_size_whether_announced_or_not(String method, String path, int kilobytes) {
        var fits = " ".repeat(kilobytes * 1024);
        var tooLarge = fits + " ";

        assertThat(sent(method, path, fits, false).status()).isEqualTo(400);
        isProblem(sent(method, path, tooLarge, false), 413);
        assertThat(sent(method, path, fits, true).status()).isEqualTo(400);
        isProblem(sent(method, path, tooLarge, true), 413);
    }

    private Reply sent(String method, String path, String body, boolean unannounced) {
        if (!unannounced) {
            return server.ask("hr", method, path, body);
        }
        var bytes = body.getBytes(StandardCharsets.US_ASCII);
        return server.send(HttpRequest.newBuilder(server.address().resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + server.token("hr", "groeipuls"))
                .method(method, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build());
    }

    @Test
    void a_body_of_unannounced_length_is_read_like_any_other() {
        var reply = sent("POST", "/api/v1/ballots", Survey.ballot("p", CODE, 1, null, "{}"), true);

        assertThat(reply.code()).isEqualTo("ticket-unknown");
    }

    @Test
    void whoever_sends_a_ballot_is_not_heard_when_they_say_who_they_are() {
        var reply = server.ask(
                null,
                "POST",
                "/api/v1/ballots",
                Survey.ballot("p", CODE, 1, null, "{}"),
                "Authorization",
                "Bearer not.a.token",
                "Cookie",
                "JSESSIONID=1");

        assertThat(reply.code()).isEqualTo("ticket-unknown");
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    @Test
    void a_token_for_somebody_else_is_not_taken() {
        var path = "/api/v1/organisation";

        assertThat(server.get(null, path, "Authorization", "Bearer " + server.token("hr", "groeipuls"))
                        .status())
                .isEqualTo(200);
        isProblem(server.get(null, path, "Authorization", "Bearer " + server.token("hr", "payroll")), 401);
    }
}
