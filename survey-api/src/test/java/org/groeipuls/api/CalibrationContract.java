package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.Rebuild;
import org.groeipuls.api.storage.ViewPosition;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What analysts may rely on who adopt constants, whichever store stands behind it. Everything here holds from a day that
 * no other test comes to.
 */
abstract class CalibrationContract {
    private static final String OFFSETS =
            "'offsets':{'PS1':0.1,'PS2':-0.15,'PS3':0.2,'PS4':-0.2,'PS5':0.15,'PS6':-0.1}";
    private static final String STATED =
            "{'constants':{" + OFFSETS + ",'mu':{'psychological-safety':4},'kappa':0.7},'source':'Report 7, table 3'"
                    + ",'validFrom':'2998-01-01'}";

    private final Server server = server();
    private final Survey survey = new Survey(server);

    abstract Server server();

    @Test
    void stated_constants_are_adopted_once_and_never_edited() {
        var version = survey.id("outside@1");
        var adopted = put(version, STATED);
        assertThat(adopted.status()).as(adopted.toString()).isEqualTo(201);
        assertThat(put(version, STATED).status()).isEqualTo(200);
        assertThat(put(version, STATED.replace(",'validFrom':'2998-01-01'", "")).status())
                .as("no day is the day that was adopted")
                .isEqualTo(200);

        var seen = get(version).json();
        assertThat(seen).isEqualTo(adopted.json());
        assertThat(seen.get("version").asString()).isEqualTo(version);
        assertThat(seen.get("validFrom").asString()).isEqualTo("2998-01-01");
        assertThat(seen.get("calibrated").asBoolean()).isFalse();
        assertThat(seen.at("/origin/way").asString()).isEqualTo("stated");
        assertThat(seen.at("/origin/source").asString()).isEqualTo("Report 7, table 3");
        assertThat(seen.at("/constants/offsets/PS2").asDouble()).isEqualTo(-.15);
        assertThat(seen.at("/constants/mu/psychological-safety").asDouble()).isEqualTo(4);
        assertThat(seen.at("/constants/q").asDouble()).as("as by default").isEqualTo(.0025);

        for (var other : new String[] {
            STATED.replace("0.7", "0.8"), STATED.replace("table 3", "table 4"), STATED.replace("2998", "2999")
        }) {
            assertThat(put(version, other).code()).isEqualTo("calibration-already-adopted");
        }
        assertThat(put(version, "{'estimate':true}").code()).isEqualTo("calibration-already-adopted");
        assertThat(events(version)).isEqualTo(1);
    }

    @Test
    void without_a_day_constants_hold_from_tomorrow_and_never_from_today() {
        var today = LocalDate.ofInstant(server.now(), ZoneOffset.UTC);
        assertThat(put(survey.id("early"), STATED.replace("2998-01-01", today.toString()))
                        .code())
                .isEqualTo("calibration-valid-too-early");
        var tried = put(survey.id("early") + "?dryRun=true", STATED);
        assertThat(tried.status()).as(tried.toString()).isEqualTo(200);
        assertThat(tried.json().at("/constants/kappa").asDouble()).isEqualTo(.7);
        assertThat(get(survey.id("early")).status()).isEqualTo(404);
    }

    @Test
    void what_comes_along_stands_first_and_is_nobodys_to_change() {
        var first = server.get("analyst", "/api/v1/calibrations")
                .json()
                .get("calibrations")
                .get(0);
        assertThat(first.get("version").asString()).isEqualTo("default@1");
        assertThat(first.get("calibrated").asBoolean()).isFalse();
        assertThat(first).isEqualTo(get("default@1").json());
        assertThat(put("default@1", STATED).code()).isEqualTo("calibration-already-adopted");
        assertThat(put("default@2", STATED).code()).isEqualTo("calibration-already-adopted");
    }

    @Test
    void an_estimate_waits_for_thirty_groups_with_six_results() {
        var version = survey.id("learned@1");
        var refused = put(version, "{'estimate':true}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("calibration-too-little-history");
        assertThat(refused.text()).contains("30 groups");
        assertThat(get(version + "/proposal").code()).isEqualTo("calibration-too-little-history");
        assertThat(put(version + "?dryRun=true", "{'estimate':true}").code())
                .isEqualTo("calibration-too-little-history");
        var dutch = server.ask("analyst", "GET", path(version + "/proposal"), null, "Accept-Language", "nl");
        assertThat(dutch.json().get("detail").asString()).startsWith("Constanten schatten kan pas met 30 groepen");
        assertThat(get(version).status()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        refused("{}", "calibration-incomplete");
        refused("{'estimate':false}", "calibration-incomplete");
        refused("{'constants':{}}", "calibration-incomplete");
        refused("{'constants':{},'source':' '}", "calibration-incomplete");
        refused("{'estimate':true,'source':'x'}", "calibration-incomplete");
        refused("{'constants':{'kappa':1.5},'source':'x'}", "constants-not-allowed");
        refused("{'constants':{'mu':{'psychological-safety':7}},'source':'x'}", "constants-not-allowed");
        refused("{'constants':{'mu':{'happiness':3}},'source':'x'}", "construct-unknown");
        refused("{'constants':{'offsets':{'PS1':0.1}},'source':'x'}", "offsets-not-of-a-scale");
        refused("{'constants':{'offsets':{'NONE':0}},'source':'x'}", "offsets-not-of-a-scale");
        refused("{'constants':{},'source':'" + "x".repeat(301) + "'}", "not-valid");
        assertThat(put("a@b@c", STATED).code()).isEqualTo("id-not-allowed");
        for (var wrong : new String[] {"'0.7'", "true", "[1]"}) {
            assertThat(put(survey.id("wrong"), STATED.replace("0.7", wrong)).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void views_that_are_made_anew_know_the_same_constants() {
        var version = survey.id("kept");
        put(version, STATED);
        var before = server.get("analyst", "/api/v1/calibrations").json();

        server.bean(Rebuild.class).begin();
        server.bean(ViewPosition.class).await(server.bean(HistoryStore.class).head(), Duration.ofSeconds(30));

        assertThat(server.get("analyst", "/api/v1/calibrations").json()).isEqualTo(before);
    }

    private void refused(String json, String code) {
        var reply = put(survey.id("refused"), json);
        assertThat(reply.status()).as(json + reply).isEqualTo(422);
        assertThat(reply.code()).as(json).isEqualTo(code);
    }

    private int events(String version) {
        int found = 0;
        for (var line : server.get("analyst", "/api/v1/history/events?type=CalibrationAdopted&limit=1000")
                .text()
                .lines()
                .toList()) {
            JsonNode event = JsonMapper.shared().readTree(line);
            if (event.at("/data/calibration").asString().equals(version)) {
                found++;
            }
        }
        return found;
    }

    private Reply get(String version) {
        return server.get("analyst", path(version));
    }

    private Reply put(String version, String json) {
        return server.ask("analyst", "PUT", path(version), json.replace('\'', '"'));
    }

    private static String path(String version) {
        return "/api/v1/calibrations/" + version;
    }
}
