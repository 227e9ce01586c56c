package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Role by page: who is let in, who is told no, and who has to sign in first. */
class PageMatrixTest extends PageVisit {
    private static final List<String> ROLES =
            List.of(Server.EMPLOYEE, "lead-nobody", "hr", "analyst", "works-council", "direction", "operator");
    private static final Set<String> ALL = Set.of("everybody");
    private static final Set<String> SIGNED_IN = Set.copyOf(ROLES);
    private static final Set<String> HR = Set.of("hr");
    private static final Set<String> ANALYST = Set.of("analyst");
    private static final Set<String> WORKS_COUNCIL = Set.of("works-council");
    private static final Set<String> ANALYST_OR_COUNCIL = Set.of("analyst", "works-council");
    private static final Set<String> HR_OR_ANALYST = Set.of("hr", "analyst");

    /** A team or replay that is not there looks like one that is somebody else's. */
    private static final Set<String> NOBODY = Set.of();

    /** Everything that can be looked at; a page that is not here fails the build. */
    private static final Map<String, Set<String>> MATRIX = new TreeMap<>(Map.ofEntries(
            Map.entry("/", ALL),
            Map.entry("/login", ALL),
            Map.entry("/signed-out", ALL),
            Map.entry("/promise", ALL),
            Map.entry("/method", ALL),
            Map.entry("/answer/{pulse}/{group}", ALL),
            Map.entry("/inbox", SIGNED_IN),
            Map.entry("/dashboard", SIGNED_IN),
            Map.entry("/dashboard/{team}", NOBODY),
            Map.entry("/dashboard/{team}/{construct}.csv", NOBODY),
            Map.entry("/dashboard/{team}/{construct}.xlsx", NOBODY),
            Map.entry("/teams/{team}/actions", NOBODY),
            Map.entry("/teams/{team}/interventions", NOBODY),
            Map.entry("/teams/{team}/learning", NOBODY),
            Map.entry("/teams/{team}/mirror/{pulse}", NOBODY),
            Map.entry("/teams/{team}/conversation", NOBODY),
            Map.entry("/teams/{team}/conversation/cards", NOBODY),
            Map.entry("/teams/{team}/conversation/session", NOBODY),
            Map.entry("/teams/{team}/conversation/consultation", NOBODY),
            Map.entry("/development", Set.of("hr", "direction", "works-council")),
            Map.entry("/organisation", Set.of("hr", "analyst", "direction")),
            Map.entry("/references", HR_OR_ANALYST),
            Map.entry("/texts", HR_OR_ANALYST),
            Map.entry("/texts/{unit}", HR_OR_ANALYST),
            Map.entry("/council", WORKS_COUNCIL),
            Map.entry("/council/pulses/{pulse}", WORKS_COUNCIL),
            Map.entry("/council/attack-report.html", WORKS_COUNCIL),
            Map.entry("/operator", Set.of("operator")),
            Map.entry("/history", ANALYST),
            Map.entry("/history/summary", ANALYST),
            Map.entry("/history/events.ndjson", ANALYST),
            Map.entry("/history/events.csv", ANALYST),
            Map.entry("/history/events.xlsx", ANALYST),
            Map.entry("/history/schemas/{type}/{revision}", ANALYST),
            Map.entry("/history/proofs", ANALYST_OR_COUNCIL),
            Map.entry("/history/proofs/heads.json", ANALYST_OR_COUNCIL),
            Map.entry("/history/proofs/key.json", ANALYST_OR_COUNCIL),
            Map.entry("/replays", ANALYST),
            Map.entry("/replays/{id}", NOBODY),
            Map.entry("/replays/{id}/progress", ANALYST),
            Map.entry("/replays/{id}/comparison.json", ANALYST),
            Map.entry("/replays/{id}/comparison.csv", ANALYST),
            Map.entry("/replays/{id}/adoption", NOBODY),
            Map.entry("/hr", HR),
            Map.entry("/hr/pulses", HR),
            Map.entry("/hr/pulses/new", HR),
            Map.entry("/hr/pulses/{pulse}", HR),
            Map.entry("/hr/people", HR),
            Map.entry("/hr/people/template.csv", HR),
            Map.entry("/hr/organisation", HR),
            Map.entry("/hr/organisation/groups", HR),
            Map.entry("/hr/organisation/changes", HR),
            Map.entry("/hr/instruments", HR),
            Map.entry("/hr/instruments/{key}", HR),
            Map.entry("/hr/programmes", HR),
            Map.entry("/hr/programmes/new", HR),
            Map.entry("/hr/programmes/{programme}", HR),
            Map.entry("/hr/programmes/{programme}/calendar.ics", HR),
            Map.entry("/pulses/{pulse}/cards", HR)));

    @Test
    void every_page_has_a_row_and_every_row_a_page() {
        var pages = new TreeSet<String>();
        server.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((route, method) -> route.getPatternValues().stream()
                        .filter(path -> !path.startsWith("/api/")
                                && route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                        .forEach(pages::add));

        assertThat(pages).isEqualTo(MATRIX.keySet());
    }

    @Test
    void each_role_sees_the_pages_that_the_matrix_says_and_no_other() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (var page : MATRIX.keySet()) {
            if (toSignIn(visit(page)) == MATRIX.get(page).equals(ALL)) {
                wrong.add("nobody " + page);
            }
        }
        var team = survey.team("a", 8);
        survey.people(8, team);
        for (var role : ROLES) {
            signIn(role.equals(Server.EMPLOYEE) ? team + "-0" : role);
            for (var page : MATRIX.keySet()) {
                var allowed = MATRIX.get(page);
                var answer = visit(page);
                boolean letIn = allowed.equals(ALL) || allowed.contains(role);
                if (letIn ? kept(answer) : !refused(page, answer)) {
                    wrong.add(role + " " + page + ": " + answer.statusCode());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private HttpResponse<String> visit(String page) throws Exception {
        return get(page.replaceAll("\\{[a-z]+}", "none-such"));
    }

    private static boolean toSignIn(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").contains("/login");
    }

    private static boolean kept(HttpResponse<String> answer) {
        return answer.statusCode() == 403 || answer.statusCode() >= 500 || toSignIn(answer);
    }

    /** Of what has a name it may be said that there is nothing of that name. */
    private static boolean refused(String page, HttpResponse<String> answer) {
        return answer.statusCode() == 403 || page.contains("{") && answer.statusCode() == 404;
    }
}
