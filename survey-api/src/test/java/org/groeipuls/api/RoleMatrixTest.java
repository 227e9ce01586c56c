package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groeipuls.api.Matrix.ALL;
import static org.groeipuls.api.Matrix.ANALYST;
import static org.groeipuls.api.Matrix.ANALYST_OR_COUNCIL;
import static org.groeipuls.api.Matrix.DIRECTION;
import static org.groeipuls.api.Matrix.FROM_ABOVE;
import static org.groeipuls.api.Matrix.HR;
import static org.groeipuls.api.Matrix.HR_OR_ANALYST;
import static org.groeipuls.api.Matrix.HR_OR_DIRECTION;
import static org.groeipuls.api.Matrix.OPERATOR;
import static org.groeipuls.api.Matrix.ROLES;
import static org.groeipuls.api.Matrix.SIGNED_IN;
import static org.groeipuls.api.Matrix.WORKS_COUNCIL;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Role by route: who is let in, who is told no, and who has to sign in first. */
class RoleMatrixTest {
    private static final Set<String> EMPLOYEE = Set.of(Server.EMPLOYEE);
    private static final Set<String> OF_A_TEAM = Set.of("lead-nobody", "analyst", Server.EMPLOYEE);
    private static final Set<String> ANALYST_OR_OPERATOR = Set.of("analyst", "operator");
    private static final Set<String> LEAD_OR_HR = Set.of("lead-nobody", "hr");
    private static final Set<String> LEAD = Set.of("lead-nobody");
    private static final Set<String> LEAD_OR_EMPLOYEE = Set.of("lead-nobody", Server.EMPLOYEE);
    private static final Set<String> EVERY_READER =
            Set.of(Server.EMPLOYEE, "lead-nobody", "hr", "analyst", "works-council", "direction");
    private static final Map<String, String> NAMES = Map.of("key", "none@1", "version", "none@1");

    /** The whole of it; a route that is not here fails the build. */
    private static final Map<String, Set<String>> MATRIX = new TreeMap<>(Map.ofEntries(
            Map.entry("PUT /api/v1/units/{unit}", HR),
            Map.entry("PUT /api/v1/teams/{team}", HR),
            Map.entry("PUT /api/v1/groups/{group}", HR),
            Map.entry("DELETE /api/v1/groups/{group}", HR),
            Map.entry("POST /api/v1/organisation/changes", HR),
            Map.entry("GET /api/v1/organisation/changes", HR),
            Map.entry("DELETE /api/v1/organisation/changes/{change}", HR),
            Map.entry("GET /api/v1/groups/proposal", HR),
            Map.entry("GET /api/v1/organisation", HR),
            Map.entry("GET /api/v1/organisation/heatmap", FROM_ABOVE),
            Map.entry("GET /api/v1/organisation/participation", FROM_ABOVE),
            Map.entry("GET /api/v1/organisation/moved", FROM_ABOVE),
            Map.entry("GET /api/v1/organisation/signals", FROM_ABOVE),
            Map.entry("GET /api/v1/teams/{team}/results", OF_A_TEAM),
            Map.entry("GET /api/v1/organisation/effects", FROM_ABOVE),
            Map.entry("GET /api/v1/instruments", SIGNED_IN),
            Map.entry("GET /api/v1/instruments/{key}", SIGNED_IN),
            Map.entry("PUT /api/v1/instruments/{key}", HR),
            Map.entry("GET /api/v1/programmes", SIGNED_IN),
            Map.entry("GET /api/v1/programmes/{programme}", SIGNED_IN),
            Map.entry("PUT /api/v1/programmes/{programme}", HR),
            Map.entry("GET /api/v1/programmes/{programme}/calendar.ics", SIGNED_IN),
            Map.entry("GET /api/v1/pulses", SIGNED_IN),
            Map.entry("GET /api/v1/pulses/{pulse}", ALL),
            Map.entry("GET /api/v1/pulses/{pulse}/keys", ALL),
            Map.entry("PUT /api/v1/pulses/{pulse}", HR),
            Map.entry("POST /api/v1/pulses/{pulse}/cancel", HR),
            Map.entry("POST /api/v1/pulses/{pulse}/extend", HR),
            Map.entry("POST /api/v1/pulses/{pulse}/links", HR),
            Map.entry("GET /api/v1/pulses/{pulse}/mails", HR),
            Map.entry("PUT /api/v1/pulses/{pulse}/mails", HR),
            Map.entry("GET /api/v1/mails", HR),
            Map.entry("POST /api/v1/mails/retry", HR),
            Map.entry("GET /api/v1/pulses/{pulse}/invited", WORKS_COUNCIL),
            Map.entry("POST /api/v1/pulses/{pulse}/tickets", EMPLOYEE),
            Map.entry("GET /api/v1/inbox", EMPLOYEE),
            Map.entry("GET /api/v1/inbox/results", EMPLOYEE),
            Map.entry("POST /api/v1/people/imports", HR),
            Map.entry("POST /api/v1/people/imports/{import}/confirm", HR),
            Map.entry("POST /api/v1/people/imports/{import}/undo", HR),
            Map.entry("GET /api/v1/people/{person}", HR),
            Map.entry("DELETE /api/v1/people/{person}", HR),
            Map.entry("PUT /api/v1/pulses/{pulse}/council-key", WORKS_COUNCIL),
            Map.entry("GET /api/v1/pulses/{pulse}/shares", WORKS_COUNCIL),
            Map.entry("POST /api/v1/pulses/{pulse}/shares", WORKS_COUNCIL),
            Map.entry("GET /api/v1/pulses/{pulse}/shares/texts", WORKS_COUNCIL),
            Map.entry("POST /api/v1/pulses/{pulse}/shares/texts", WORKS_COUNCIL),
            Map.entry("GET /api/v1/units/{unit}/texts", HR_OR_ANALYST),
            Map.entry("GET /api/v1/units/{unit}/error-talk", HR_OR_ANALYST),
            Map.entry("GET /api/v1/lexicons", HR_OR_ANALYST),
            Map.entry("GET /api/v1/lexicons/{version}", HR_OR_ANALYST),
            Map.entry("PUT /api/v1/lexicons/{version}", ANALYST),
            Map.entry("PUT /api/v1/lexicons/{version}/validity", ANALYST),
            Map.entry("POST /api/v1/lexicons/checks", ANALYST),
            Map.entry("GET /api/v1/references", HR_OR_ANALYST),
            Map.entry("GET /api/v1/references/{id}", HR_OR_ANALYST),
            Map.entry("PUT /api/v1/references/{id}", HR_OR_ANALYST),
            Map.entry("POST /api/v1/references/imports", HR_OR_ANALYST),
            Map.entry("POST /api/v1/ballots", ALL),
            Map.entry("DELETE /api/v1/ballots", ALL),
            Map.entry("POST /api/v1/ballots/form", ALL),
            Map.entry("GET /api/v1/teams/{team}/trends", OF_A_TEAM),
            Map.entry("GET /api/v1/teams/{team}/trends.csv", OF_A_TEAM),
            Map.entry("GET /api/v1/teams/{team}/trends.xlsx", OF_A_TEAM),
            Map.entry("GET /api/v1/teams/{team}/trends.metadata.json", OF_A_TEAM),
            Map.entry("GET /api/v1/teams/{team}/dashboard", OF_A_TEAM),
            Map.entry("GET /api/v1/teams/{team}/trends/tests", ANALYST),
            Map.entry("GET /api/v1/organisation/line", ANALYST),
            Map.entry("PUT /api/v1/teams/{team}/interventions/{id}", LEAD_OR_HR),
            Map.entry("GET /api/v1/teams/{team}/interventions/{id}", LEAD_OR_HR),
            Map.entry("DELETE /api/v1/teams/{team}/interventions/{id}", LEAD_OR_HR),
            Map.entry("GET /api/v1/teams/{team}/interventions", LEAD_OR_HR),
            Map.entry("PUT /api/v1/teams/{team}/mirror/{pulse}", LEAD),
            Map.entry("GET /api/v1/teams/{team}/mirror/{pulse}", LEAD),
            Map.entry("POST /api/v1/teams/{team}/mirror/{pulse}/share", LEAD),
            Map.entry("GET /api/v1/teams/{team}/mirror/{pulse}/shared", LEAD_OR_EMPLOYEE),
            Map.entry("GET /api/v1/organisation/interventions", Set.of("analyst", "hr")),
            Map.entry("PUT /api/v1/teams/{team}/actions/{id}", LEAD),
            Map.entry("GET /api/v1/teams/{team}/actions/{id}", LEAD_OR_EMPLOYEE),
            Map.entry("GET /api/v1/teams/{team}/actions", LEAD_OR_EMPLOYEE),
            Map.entry("DELETE /api/v1/teams/{team}/actions/{id}/wording", LEAD_OR_HR),
            Map.entry("PUT /api/v1/development-points/{id}", LEAD),
            Map.entry("GET /api/v1/teams/{team}/development-points", LEAD_OR_EMPLOYEE),
            Map.entry("DELETE /api/v1/development-points/{id}/wording", LEAD_OR_HR),
            Map.entry("GET /api/v1/development-points", HR_OR_DIRECTION),
            Map.entry("GET /api/v1/development-points/bundles", EVERY_READER),
            Map.entry("PUT /api/v1/development-points/bundles/{id}", HR),
            Map.entry("PUT /api/v1/development-points/bundles/{id}/answer", DIRECTION),
            Map.entry("DELETE /api/v1/development-points/bundles/{id}/wording", HR_OR_DIRECTION),
            Map.entry("GET /api/v1/organisation/goals", EVERY_READER),
            Map.entry("PUT /api/v1/organisation/goals/{id}", HR_OR_DIRECTION),
            Map.entry("DELETE /api/v1/organisation/goals/{id}/wording", HR_OR_DIRECTION),
            Map.entry("GET /api/v1/inbox/happened", EMPLOYEE),
            Map.entry("GET /api/v1/history/events", ANALYST),
            Map.entry("GET /api/v1/history/events.xlsx", ANALYST),
            Map.entry("GET /api/v1/history/summary", ANALYST),
            Map.entry("GET /api/v1/history/schemas", ANALYST),
            Map.entry("GET /api/v1/history/schemas/{type}/{revision}", ANALYST),
            Map.entry("GET /api/v1/history/heads", ANALYST_OR_COUNCIL),
            Map.entry("POST /api/v1/history/heads", ANALYST_OR_COUNCIL),
            Map.entry("GET /api/v1/history/heads/key", ANALYST_OR_COUNCIL),
            Map.entry("GET /api/v1/history/proofs", ANALYST_OR_COUNCIL),
            Map.entry("GET /api/v1/calibrations", ANALYST),
            Map.entry("GET /api/v1/calibrations/{version}", ANALYST),
            Map.entry("GET /api/v1/calibrations/{version}/proposal", ANALYST),
            Map.entry("PUT /api/v1/calibrations/{version}", ANALYST),
            Map.entry("POST /api/v1/replays", ANALYST),
            Map.entry("GET /api/v1/replays", ANALYST),
            Map.entry("GET /api/v1/replays/{replay}", ANALYST),
            Map.entry("DELETE /api/v1/replays/{replay}", ANALYST),
            Map.entry("GET /api/v1/replays/{replay}/trends", ANALYST),
            Map.entry("GET /api/v1/replays/{replay}/comparison", ANALYST),
            Map.entry("GET /api/v1/replays/{replay}/comparison.csv", ANALYST),
            Map.entry("POST /api/v1/replays/{replay}/adoption", ANALYST),
            Map.entry("GET /api/v1/jobs/{job}", ANALYST_OR_OPERATOR),
            Map.entry("DELETE /api/v1/jobs/{job}", ANALYST),
            Map.entry("GET /api/v1/jobs/{job}/events", ANALYST_OR_OPERATOR),
            Map.entry("POST /api/v1/rebuilds", OPERATOR),
            Map.entry("GET /api/v1/rebuilds", OPERATOR),
            Map.entry("GET /api/v1/operator/health", OPERATOR),
            Map.entry("GET /api/v1/rules", ANALYST),
            Map.entry("GET /api/v1/webhooks", OPERATOR),
            Map.entry("GET /api/v1/webhooks/{id}", OPERATOR),
            Map.entry("PUT /api/v1/webhooks/{id}", OPERATOR),
            Map.entry("DELETE /api/v1/webhooks/{id}", OPERATOR),
            Map.entry("POST /api/v1/webhooks/{id}/secret", OPERATOR),
            Map.entry("GET /api/v1/webhooks/{id}/deliveries", OPERATOR),
            Map.entry("POST /api/v1/webhooks/{id}/deliveries/{delivery}/retry", OPERATOR),
            Map.entry("GET /api/v1/clock", OPERATOR),
            Map.entry("POST /api/v1/clock", OPERATOR)));

    /** Bodies that can be read, so that a no is about the role; what they ask for does not exist. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("PUT /api/v1/units/{unit}", "{\"name\":\"x\",\"parent\":\"none\"}"),
            Map.entry("PUT /api/v1/teams/{team}", "{\"name\":\"x\",\"unit\":\"none\",\"size\":9}"),
            Map.entry("PUT /api/v1/groups/{group}", "{\"teams\":[\"none\"]}"),
            Map.entry(
                    "POST /api/v1/organisation/changes",
                    "{\"kind\":\"close\",\"effectiveOn\":\"2026-01-01\",\"team\":\"none\"}"),
            Map.entry(
                    "PUT /api/v1/pulses/{pulse}",
                    "{\"instrument\":\"none@1\",\"form\":\"F1\",\"groups\":[\"none\"],\"opensAt\":\"2030-01-01T00:00:00Z\",\"closesAt\":\"2030-01-02T00:00:00Z\"}"),
            Map.entry(
                    "PUT /api/v1/programmes/{programme}",
                    "{\"name\":\"x\",\"instrument\":\"none@1\",\"cadence\":{\"rule\":\"FREQ=WEEKLY;INTERVAL=4\",\"startsOn\":\"2030-01-07\",\"zone\":\"UTC\",\"opensAt\":\"09:00\"}}"),
            Map.entry("POST /api/v1/pulses/{pulse}/cancel", "{\"reason\":\"x\"}"),
            Map.entry("POST /api/v1/pulses/{pulse}/extend", "{\"closesAt\":\"2030-01-02T00:00:00Z\"}"),
            Map.entry("POST /api/v1/pulses/{pulse}/links", "{\"group\":\"none\"}"),
            Map.entry("PUT /api/v1/pulses/{pulse}/mails", "{}"),
            Map.entry(
                    "PUT /api/v1/teams/{team}/interventions/{id}",
                    "{\"form\":\"ritual\",\"startedOn\":\"2026-01-05\",\"leaderRole\":\"absent\",\"teams\":[\"none\"]}"),
            Map.entry("PUT /api/v1/teams/{team}/mirror/{pulse}", "{\"answers\":{\"LR1-self\":3}}"),
            Map.entry(
                    "PUT /api/v1/teams/{team}/actions/{id}",
                    "{\"pulse\":\"none\",\"text\":\"x\",\"owner\":\"team\",\"due\":\"2026-01-05\",\"state\":\"open\"}"),
            Map.entry("PUT /api/v1/development-points/{id}", "{\"team\":\"none\",\"pulse\":\"none\",\"text\":\"x\"}"),
            Map.entry("PUT /api/v1/development-points/bundles/{id}", "{\"theme\":\"x\",\"points\":[\"none\"]}"),
            Map.entry(
                    "PUT /api/v1/development-points/bundles/{id}/answer", "{\"decision\":\"we-do\",\"because\":\"x\"}"),
            Map.entry(
                    "PUT /api/v1/organisation/goals/{id}",
                    "{\"name\":\"x\",\"construct\":\"none\",\"wanted\":\"rise\",\"from\":\"2026-01-05\",\"by\":\"2026-06-05\"}"),
            Map.entry("POST /api/v1/lexicons/checks", "{\"list\":\"x\"}"),
            Map.entry(
                    "PUT /api/v1/references/{id}",
                    "{\"source\":\"\",\"statement\":{},\"series\":[{\"year\":2020,\"percentPositive\":51}]}"),
            Map.entry(
                    "PUT /api/v1/webhooks/{id}", "{\"url\":\"http://elsewhere.example\",\"events\":[\"PulseClosed\"]}"),
            Map.entry("POST /api/v1/ballots", "{\"pulse\":\"p\",\"code\":\"c\",\"sequence\":1,\"answers\":{}}"),
            Map.entry("DELETE /api/v1/ballots", "{\"pulse\":\"p\",\"code\":\"c\",\"sequence\":1}"),
            Map.entry("POST /api/v1/ballots/form", "{\"pulse\":\"p\",\"code\":\"c\"}"),
            Map.entry("PUT /api/v1/pulses/{pulse}/council-key", "{\"publicKey\":\"x\"}"),
            Map.entry("POST /api/v1/pulses/{pulse}/shares", "{\"groups\":{},\"rejected\":0}"),
            Map.entry("POST /api/v1/pulses/{pulse}/shares/texts", "{\"groups\":{},\"rejected\":0}"));

    private final Server server = Server.onH2();

    @Test
    void every_route_has_a_row_and_every_row_a_route() {
        var routes = Matrix.routes(server, path -> path.startsWith("/api/") && !path.startsWith("/api/v1/openapi"));

        assertThat(routes).isEqualTo(MATRIX.keySet());
    }

    @Test
    void each_role_is_let_in_where_the_matrix_says_and_nowhere_else() {
        List<String> wrong = new ArrayList<>();
        MATRIX.forEach((route, allowed) -> {
            boolean open = allowed.equals(ALL);
            check(route, null, !open, 401, wrong);
            for (var role : ROLES) {
                check(route, role, !open && !allowed.contains(role), 403, wrong);
            }
        });

        assertThat(wrong).isEmpty();
    }

    private void check(String route, @Nullable String who, boolean refused, int status, List<String> wrong) {
        var method = Matrix.method(route);
        var body = method.equals("GET") ? null : body(route);
        var reply = server.ask(who, method, Matrix.path(route, NAMES), body, "Content-Type", type(route));
        boolean wasRefused = reply.status() == 401 || reply.status() == 403;
        if (refused ? reply.status() != status : wasRefused || reply.status() >= 500) {
            wrong.add(who + " " + route + ": " + reply);
        }
    }

    private static String type(String route) {
        if (route.endsWith("/imports")) {
            return "text/csv";
        }
        return route.startsWith("PUT /api/v1/lexicons/") ? "text/tab-separated-values" : "application/json";
    }

    private String body(String route) {
        if (route.equals("POST /api/v1/clock")) {
            return "{\"instant\":\"" + server.now() + "\"}";
        }
        if (route.equals("PUT /api/v1/instruments/{key}")) {
            return server.get("hr", "/api/v1/instruments/groeipuls@1").text();
        }
        if (route.equals("POST /api/v1/pulses/{pulse}/tickets")) {
            return "{\"blindedMessages\":{\"group\":\"AAAA\"}}";
        }
        return BODIES.getOrDefault(route, "{}");
    }
}
