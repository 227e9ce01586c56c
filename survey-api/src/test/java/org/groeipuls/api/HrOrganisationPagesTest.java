package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Teams and groups, as HR fills them in. */
class HrOrganisationPagesTest extends HrVisit {
    @Test
    void teams_are_filled_in_and_small_ones_combined_as_proposed() throws Exception {
        signIn("hr");
        var unit = survey.id("service");
        var token = found(TOKEN, get("/hr/organisation?lang=nl").body());
        for (var name : List.of("x", "y")) {
            var team = Map.of(
                    "_csrf",
                    token,
                    "team",
                    survey.id(name),
                    "name",
                    "Team " + survey.id(name),
                    "unit",
                    unit,
                    "size",
                    "5",
                    "leads",
                    "anna-" + survey.id("lead"));
            assertThat(post("/hr/organisation/teams?lang=nl", team).statusCode())
                    .isEqualTo(303);
        }
        assertThat(get("/hr/organisation?lang=nl").body())
                .contains("Team " + survey.id("x"), "anna-" + survey.id("lead"));
        var wrong = post(
                "/hr/organisation/teams?lang=nl",
                Map.of("_csrf", token, "team", "met spatie", "name", "Ruimte", "unit", unit, "size", "5"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"team-wrong\"", "value=\"met spatie\"", "value=\"Ruimte\"");

        var page = get("/hr/organisation/groups?lang=nl").body();
        var pair = survey.id("x") + " " + survey.id("y");
        assertThat(page).contains("name=\"shown\" value=\"" + pair + "\"", "dezelfde leidinggevende");
        assertThat(post("/hr/organisation/groups/proposal?lang=nl", Map.of("_csrf", token, "shown", "something else"))
                        .statusCode())
                .isEqualTo(409);
        var shown = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> "shown=" + URLEncoder.encode(found.group(1), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var accepted = postBody(
                "/hr/organisation/groups/proposal?lang=nl",
                shown + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(303);
        var now = get("/hr/organisation/groups?lang=nl").body();
        assertThat(now).doesNotContain("value=\"" + pair + "\"");
        var dissolve = "/hr/organisation/groups/" + survey.id("x") + "." + survey.id("y") + "/dissolution";
        assertThat(now).contains(dissolve);
        assertThat(post(dissolve, Map.of("_csrf", token)).statusCode()).isEqualTo(303);
        assertThat(get("/hr/organisation/groups?lang=nl").body()).doesNotContain(dissolve);
    }
}
