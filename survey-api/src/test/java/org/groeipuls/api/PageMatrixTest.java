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
import static org.groeipuls.api.Matrix.WORKS_COUNCIL;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Role by page and by form: who is let in, who is told no, and who has to sign in first. */
class PageMatrixTest extends PageVisit {
    /** Somebody in the team that the addresses name, and its lead; the other lead is that of another team. */
    private static final String OWN_LEAD = "lead";

    private static final List<String> ROLES =
            Stream.concat(Stream.of(OWN_LEAD), Matrix.ROLES.stream()).toList();
    private static final Set<String> SIGNED_IN = Set.copyOf(ROLES);
    private static final Set<String> LEAD = Set.of(OWN_LEAD);
    private static final Set<String> LEAD_OR_MEMBER = Set.of(OWN_LEAD, Server.EMPLOYEE);
    private static final Set<String> LEAD_OR_HR = Set.of(OWN_LEAD, "hr");
    private static final Set<String> OF_THE_TEAM = Set.of(OWN_LEAD, "analyst", Server.EMPLOYEE);
    private static final Set<String> THE_THREE = Set.of("hr", "direction", "works-council");

    /** What is not there looks like what is somebody else's. */
    private static final Set<String> NOBODY = Set.of();

    /** What a lead made, and an analyst's replay; an id has to be one of chance. */
    private static final String MADE = "6f9619ff-8b86-4011-b42d-00c04fc964ff";

    /** Everything that can be looked at or sent; a page or a form that is not here fails the build. */
    private static final Map<String, Set<String>> MATRIX = new TreeMap<>(Map.ofEntries(
            Map.entry("GET /", ALL),
            Map.entry("GET /login", ALL),
            Map.entry("GET /signed-out", ALL),
            Map.entry("GET /promise", ALL),
            Map.entry("GET /method", ALL),
            Map.entry("GET /answer/{pulse}/{group}", ALL),
            Map.entry("GET /inbox", SIGNED_IN),
            Map.entry("GET /dashboard", SIGNED_IN),
            Map.entry("GET /dashboard/{team}", OF_THE_TEAM),
            Map.entry("GET /dashboard/{team}/{construct}.csv", OF_THE_TEAM),
            Map.entry("GET /dashboard/{team}/{construct}.xlsx", OF_THE_TEAM),
            Map.entry("GET /teams/{team}/actions", LEAD),
            Map.entry("GET /teams/{team}/interventions", LEAD_OR_HR),
            Map.entry("GET /teams/{team}/learning", LEAD),
            Map.entry("GET /teams/{team}/mirror/{pulse}", LEAD_OR_MEMBER),
            Map.entry("GET /teams/{team}/conversation", OF_THE_TEAM),
            Map.entry("GET /teams/{team}/conversation/cards", OF_THE_TEAM),
            Map.entry("GET /teams/{team}/conversation/session", OF_THE_TEAM),
            Map.entry("GET /teams/{team}/conversation/consultation", OF_THE_TEAM),
            Map.entry("GET /development", THE_THREE),
            Map.entry("GET /organisation", FROM_ABOVE),
            Map.entry("GET /references", HR_OR_ANALYST),
            Map.entry("GET /texts", HR_OR_ANALYST),
            Map.entry("GET /texts/{unit}", HR_OR_ANALYST),
            Map.entry("GET /council", WORKS_COUNCIL),
            Map.entry("GET /council/pulses/{pulse}", WORKS_COUNCIL),
            Map.entry("GET /council/attack-report.html", WORKS_COUNCIL),
            Map.entry("GET /operator", OPERATOR),
            Map.entry("GET /history", ANALYST),
            Map.entry("GET /history/summary", ANALYST),
            Map.entry("GET /history/events.ndjson", ANALYST),
            Map.entry("GET /history/events.csv", ANALYST),
            Map.entry("GET /history/events.xlsx", ANALYST),
            Map.entry("GET /history/schemas/{type}/{revision}", ANALYST),
            Map.entry("GET /history/proofs", ANALYST_OR_COUNCIL),
            Map.entry("GET /history/proofs/heads.json", ANALYST_OR_COUNCIL),
            Map.entry("GET /history/proofs/key.json", ANALYST_OR_COUNCIL),
            Map.entry("GET /replays", ANALYST),
            Map.entry("GET /replays/{id}", ANALYST),
            Map.entry("GET /replays/{id}/progress", ANALYST),
            Map.entry("GET /replays/{id}/comparison.json", ANALYST),
            Map.entry("GET /replays/{id}/comparison.csv", ANALYST),
            Map.entry("GET /replays/{id}/adoption", ANALYST),
            Map.entry("GET /hr", HR),
            Map.entry("GET /hr/pulses", HR),
            Map.entry("GET /hr/pulses/new", HR),
            Map.entry("GET /hr/pulses/{pulse}", HR),
            Map.entry("GET /hr/people", HR),
            Map.entry("GET /hr/people/template.csv", HR),
            Map.entry("GET /hr/organisation", HR),
            Map.entry("GET /hr/organisation/groups", HR),
            Map.entry("GET /hr/organisation/changes", HR),
            Map.entry("GET /hr/instruments", HR),
            Map.entry("GET /hr/instruments/{key}", HR),
            Map.entry("GET /hr/programmes", HR),
            Map.entry("GET /hr/programmes/new", HR),
            Map.entry("GET /hr/programmes/{programme}", HR),
            Map.entry("GET /hr/programmes/{programme}/calendar.ics", HR),
            Map.entry("GET /pulses/{pulse}/cards", HR),
            Map.entry("POST /replays", ANALYST),
            Map.entry("POST /replays/{id}/cancel", ANALYST),
            Map.entry("POST /replays/{id}/removal", ANALYST),
            Map.entry("POST /replays/{id}/adoption", ANALYST),
            Map.entry("POST /history/proofs/heads", ANALYST_OR_COUNCIL),
            Map.entry("POST /pulses/{pulse}/cards", HR),
            Map.entry("POST /hr/organisation/groups", HR),
            Map.entry("POST /hr/organisation/groups/proposal", HR),
            Map.entry("POST /hr/organisation/groups/{group}/dissolution", HR),
            Map.entry("POST /hr/organisation/units", HR),
            Map.entry("POST /hr/organisation/teams", HR),
            Map.entry("POST /hr/organisation/changes", HR),
            Map.entry("POST /hr/organisation/changes/{change}/withdrawal", HR),
            Map.entry("POST /hr/pulses/new", HR),
            Map.entry("POST /hr/pulses/{pulse}/cancel", HR),
            Map.entry("POST /hr/pulses/{pulse}/extend", HR),
            Map.entry("POST /hr/pulses/{pulse}/mails", HR),
            Map.entry("POST /hr/people", HR),
            Map.entry("POST /hr/people/{import}/confirm", HR),
            Map.entry("POST /hr/people/{import}/undo", HR),
            Map.entry("POST /hr/people/mails/retry", HR),
            Map.entry("POST /hr/programmes", HR),
            Map.entry("POST /operator/rebuilds", OPERATOR),
            Map.entry("POST /operator/clock", OPERATOR),
            Map.entry("POST /operator/webhooks/{id}/deliveries/{delivery}/retry", NOBODY),
            Map.entry("POST /development/bundles", HR),
            Map.entry("POST /development/bundles/{id}/answer", DIRECTION),
            Map.entry("POST /development/goals", HR_OR_DIRECTION),
            Map.entry("POST /inbox/{pulse}/tickets", SIGNED_IN),
            Map.entry("POST /teams/{team}/actions", LEAD),
            Map.entry("POST /teams/{team}/actions/{id}/removal", LEAD),
            Map.entry("POST /teams/{team}/development-points", LEAD),
            Map.entry("POST /teams/{team}/development-points/{id}/removal", LEAD),
            Map.entry("POST /teams/{team}/interventions", LEAD_OR_HR),
            Map.entry("POST /teams/{team}/interventions/{id}/withdrawal", LEAD_OR_HR),
            Map.entry("POST /teams/{team}/learning", LEAD),
            Map.entry("POST /teams/{team}/mirror/{pulse}", LEAD),
            Map.entry("POST /teams/{team}/mirror/{pulse}/share", LEAD)));

    private final Map<String, String> names = new TreeMap<>();

    /** A team with a lead and people, a pulse that counted them, and one of everything that a form can take away. */
    private void made() throws Exception {
        var team = survey.team("a", 8);
        var lead = "lead-" + team;
        // a point is sent in the name of a unit of two groups
        var neighbour = survey.team("b", 8);
        survey.people(8, team, neighbour);
        // the list of people has no leads in it, so they are said again
        survey.put(
                "/teams/" + team,
                "{'name':'A','unit':'%s','size':8,'leads':['%s']}".formatted(survey.id("service"), lead),
                200);
        var pulse = survey.opened("p", team, neighbour);
        survey.answer(pulse, survey.codes(pulse, team), 8);
        put(lead, "/teams/" + team + "/mirror/" + pulse, "{'answers':{'LR1-self':3}}");
        survey.close();
        var today = server.now().toString().substring(0, 10);
        put(
                lead,
                "/teams/" + team + "/actions/" + MADE,
                "{'pulse':'%s','text':'Elke maandag een kwartier.','owner':'team','due':'%s','state':'open'}"
                        .formatted(pulse, today));
        put(
                lead,
                "/development-points/" + MADE,
                "{'team':'%s','pulse':'%s','text':'Geef ons tijd.'}".formatted(team, pulse));
        put(
                lead,
                "/teams/" + team + "/interventions/" + MADE,
                "{'form':'ritual','startedOn':'%s','leaderRole':'absent','teams':['%s']}".formatted(today, team));
        put("hr", "/development-points/bundles/" + MADE, "{'theme':'Tijd','points':['%s']}".formatted(MADE));
        var replay = survey.post("analyst", "/replays", "{}");
        assertThat(replay.status()).as(replay.toString()).isEqualTo(202);
        names.putAll(
                Map.of("team", team, "group", team, "pulse", pulse, "id", MADE, "construct", "psychological-safety"));
        names.put("replay", replay.json().get("replay").asString());
    }

    private void put(String who, String path, String json) {
        var reply = server.ask(who, "PUT", "/api/v1" + path, json.replace('\'', '"'));
        assertThat(reply.status()).as("%s: %s", path, reply).isEqualTo(201);
    }

    @Test
    void every_page_and_form_has_a_row_and_every_row_a_page_or_form() {
        // the page for what went wrong answers every method, and is not asked for by name
        var routes = Matrix.routes(server, path -> !path.startsWith("/api/") && !path.equals("/error"));

        assertThat(routes).isEqualTo(MATRIX.keySet());
    }

    @Test
    void each_role_sees_and_sends_what_the_matrix_says_and_sends_nothing_without_the_token_of_a_page()
            throws Exception {
        made();
        List<String> wrong = new ArrayList<>();
        var nobodys = found(TOKEN, get("/login").body());
        for (var route : MATRIX.keySet()) {
            if (toSignIn(visit(route, nobodys)) == MATRIX.get(route).equals(ALL)) {
                wrong.add("nobody " + route);
            }
        }
        for (var role : ROLES) {
            var token = signedIn(role);
            for (var route : MATRIX.keySet()) {
                boolean form = route.startsWith("POST ");
                if (form && letIn(role, route) && visit(route, null).statusCode() != 403) {
                    wrong.add(role + " " + route + " without token");
                }
                var answer = visit(route, token);
                if (letIn(role, route) ? keptOut(answer) : answer.statusCode() != 403) {
                    wrong.add(role + " " + route + ": " + answer.statusCode());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static boolean letIn(String role, String route) {
        var allowed = MATRIX.getOrDefault(route, NOBODY);
        return allowed.equals(ALL) || allowed.contains(role);
    }

    /** Signs in and returns the token for forms. */
    private String signedIn(String role) throws Exception {
        var team = names.getOrDefault("team", "");
        signIn(role.equals(Server.EMPLOYEE) ? team + "-0" : role.equals(OWN_LEAD) ? "lead-" + team : role);
        return found(TOKEN, get("/").body());
    }

    private HttpResponse<String> visit(String route, @Nullable String token) throws Exception {
        var here = new TreeMap<>(names);
        if (route.contains(" /replays/")) {
            here.put("id", names.getOrDefault("replay", ""));
        }
        var path = Matrix.path(route, here);
        if (Matrix.method(route).equals("GET")) {
            return get(path);
        }
        var group = "group=" + names.getOrDefault("group", "");
        return postBody(path, token == null ? group : group + "&_csrf=" + token);
    }

    private static boolean toSignIn(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").contains("/login");
    }

    private static boolean keptOut(HttpResponse<String> answer) {
        return answer.statusCode() == 403 || answer.statusCode() >= 500 || toSignIn(answer);
    }
}
