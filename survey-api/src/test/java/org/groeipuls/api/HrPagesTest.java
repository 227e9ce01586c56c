package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of HR, with sign-in, session and form token, as HR goes through them. */
@ExtendWith(Stopping.class)
class HrPagesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final Server server = Server.onH2();
    private final Survey survey = new Survey(server);
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private LocalDate today() {
        return LocalDate.ofInstant(server.now(), ZoneId.of("Europe/Amsterdam"));
    }

    /** What HR types for a pulse of one group. */
    private Map<String, String> pulse(String code, String group) {
        var sheet = new TreeMap<String, String>();
        sheet.put("form", "groeipuls@1|F1");
        sheet.put("pulse", code);
        sheet.put("groups", group);
        sheet.put("opens", today().plusDays(3).toString());
        sheet.put("opensAt", "09:00");
        sheet.put("closes", today().plusDays(10).toString());
        sheet.put("closesAt", "17:00");
        sheet.put("ahead", "1");
        sheet.put("minimum", "5");
        sheet.put("disclosure", "banded");
        sheet.put("spread", "20");
        sheet.put("tickets", "link");
        sheet.put("layers", "1");
        sheet.put("retention", "365");
        sheet.put("reference", "besluit OR " + code);
        sheet.put("agreed", "2026-01-31");
        sheet.put("step", "look");
        return sheet;
    }

    @Test
    void only_hr_is_let_in() throws Exception {
        var team = survey.team("a", 8);
        var paths = List.of(
                "/hr",
                "/hr/pulses",
                "/hr/pulses/new",
                "/hr/people",
                "/hr/people/template.csv",
                "/hr/organisation",
                "/hr/organisation/groups",
                "/hr/instruments",
                "/hr/instruments/groeipuls@1",
                "/hr/programmes",
                "/hr/programmes/new");
        assertThat(get("/hr").headers().firstValue("Location").orElse("")).contains("/login");
        for (var who : List.of("lead-" + team, "analyst", "works-council", "direction", "operator")) {
            signIn(who);
            for (var path : paths) {
                assertThat(get(path).statusCode()).as(who + " " + path).isEqualTo(403);
            }
        }
        signIn("hr");
        for (var path : paths) {
            var page = get(path + "?lang=nl");
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(page.body())
                    .as(path)
                    .containsPattern("<h1>.*[A-Za-z].*</h1>|persoon;naam")
                    .doesNotContain("??", "{0}", "th:", "<script", "style=");
            assertThat(get(path + "?lang=en").body()).as(path).doesNotContain("??", "{0}", "th:");
        }
        assertThat(get("/dashboard").headers().firstValue("Location")).hasValue("/hr");
        assertThat(get("/?lang=nl").body()).contains("href=\"/hr?lang=nl\"");
        assertThat(get("/hr/pulses/none-such").statusCode()).isEqualTo(404);
        assertThat(get("/hr/programmes/none such").statusCode()).isIn(400, 404);
    }

    @Test
    void a_pulse_is_refused_with_what_was_typed_shown_and_only_then_issued() throws Exception {
        var team = survey.team("a", 8);
        var code = survey.id("peiling");
        signIn("hr");
        var form = get("/hr/pulses/new?lang=nl").body();
        assertThat(form).contains("value=\"" + team + "\" checked=\"checked\"");

        var sheet = pulse(code, team);
        sheet.put("_csrf", found(TOKEN, form));
        sheet.put("closes", today().plusDays(2).toString());
        sheet.put("minimum", "3");
        var wrong = post("/hr/pulses/new?lang=nl", sheet);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "href=\"#minimum\"", "id=\"minimum-wrong\"", "aria-describedby=\"minimum-hint minimum-wrong\"")
                .contains("value=\"" + code + "\"", "value=\"besluit OR " + code + "\"");

        sheet.put("minimum", "5");
        assertThat(post("/hr/pulses/new?lang=nl", sheet).body())
                .contains("href=\"#closes\"", "De peiling sluit voordat zij opengaat");

        sheet.put("closes", today().plusDays(10).toString());
        var summary = post("/hr/pulses/new?lang=nl", sheet);
        assertThat(summary.statusCode()).as(summary.body()).isEqualTo(200);
        assertThat(server.get("hr", "/api/v1/pulses/" + code).status()).isEqualTo(404);

        var issuing = hidden(summary.body());
        assertThat(issuing).containsEntry("pulse", code).containsEntry("groups", team);
        issuing.put("step", "issue");
        for (int sent = 1; sent <= 2; sent++) {
            var issued = post("/hr/pulses/new?lang=nl", issuing);
            assertThat(issued.statusCode()).as(issued.body()).isEqualTo(303);
        }
        var page = get("/hr/pulses/" + code + "?lang=nl&said=issued").body();
        assertThat(page).contains("De peiling is uitgezet", "/pulses/" + code + "/cards", "besluit OR " + code);

        // whoever is asked reads the very sentences that HR was shown
        var answering = get("/answer/" + code + "/" + team + "?lang=nl").body();
        var sentences = Pattern.compile("<(?:p|li)(?: class=\"lead\")?>([^<]{20,})</")
                .matcher(summary.body()
                        .substring(
                                summary.body().indexOf("<blockquote"),
                                summary.body().indexOf("</blockquote")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(sentences)
                .hasSizeGreaterThan(15)
                .allSatisfy(sentence -> assertThat(answering).contains(sentence));

        sheet.put("step", "look");
        assertThat(post("/hr/pulses/new?lang=nl", sheet).body())
                .contains("href=\"#pulse\"", "Deze code is al van een andere peiling");
    }

    @Test
    void a_group_that_is_too_small_and_a_key_that_is_missing_are_said_before_anything_is_made() throws Exception {
        var small = survey.team("small", 5);
        var team = survey.team("a", 8);
        signIn("hr");
        var token = found(TOKEN, get("/hr/pulses/new").body());
        var sheet = pulse(survey.id("p"), small);
        sheet.put("_csrf", token);
        assertThat(post("/hr/pulses/new?lang=en", sheet).body())
                .contains("href=\"#groups\"", "One of the groups has fewer than 6 people");
        sheet.put("groups", team);
        sheet.put("layers", "2");
        assertThat(post("/hr/pulses/new?lang=en", sheet).body())
                .contains("groeipuls council key --pulse " + survey.id("p"))
                .doesNotContain("value=\"issue\"");
        sheet.put("step", "issue");
        var refused = post("/hr/pulses/new?lang=en", sheet);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#layers\"");
    }

    @Test
    void the_page_of_an_open_pulse_is_the_same_whoever_answered() throws Exception {
        var team = survey.team("a", 8);
        var neighbour = survey.team("b", 8);
        var pulse = survey.issue("p", "banded", team, neighbour);
        signIn("hr");
        server.clockTo(server.now().plus(Duration.ofDays(1)).plus(Duration.ofHours(1)));
        var codes = survey.codes(pulse, team);
        survey.open();
        var before = List.of(quiet("/hr/pulses/" + pulse), quiet("/hr"), quiet("/hr/pulses"));
        survey.answer(pulse, codes, 5);
        assertThat(List.of(quiet("/hr/pulses/" + pulse), quiet("/hr"), quiet("/hr/pulses")))
                .isEqualTo(before);
        assertThat(before.getFirst()).doesNotContain("deed samen");

        survey.close();
        var counted = get("/hr/pulses/" + pulse + "?lang=nl").body();
        assertThat(counted).contains("deed samen").doesNotContain("Verleng de peiling");
    }

    private String quiet(String path) throws Exception {
        return get(path + "?lang=nl").body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void a_pulse_is_extended_once_and_stopped_with_a_reason_and_a_tick() throws Exception {
        var team = survey.team("a", 8);
        var pulse = survey.opened("p", team);
        signIn("hr");
        var path = "/hr/pulses/" + pulse;
        var token = found(TOKEN, get(path + "?lang=nl").body());
        var until = new TreeMap<>(
                Map.of("_csrf", token, "until", today().plusDays(20).toString(), "untilAt", "12:00"));
        assertThat(post(path + "/extend?lang=nl", until).statusCode()).isEqualTo(303);
        assertThat(get(path + "?lang=nl").body())
                .contains("De peiling duurt langer")
                .doesNotContain("/extend");
        until.put("until", today().plusDays(21).toString());
        var again = post(path + "/extend?lang=nl", until);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Deze peiling is al verlengd");

        var stop = new TreeMap<>(Map.of("_csrf", token, "reason", "Verkeerde groepen"));
        var unsure = post(path + "/cancel?lang=nl", stop);
        assertThat(unsure.statusCode()).isEqualTo(422);
        assertThat(unsure.body()).contains("value=\"Verkeerde groepen\"", "id=\"sure-wrong\"");
        assertThat(survey.pulse(pulse).get("state").asString()).isEqualTo("open");
        stop.put("sure", "yes");
        assertThat(post(path + "/cancel?lang=nl", stop).statusCode()).isEqualTo(303);
        assertThat(survey.pulse(pulse).get("state").asString()).isEqualTo("cancelled");
        assertThat(get(path + "?lang=nl").body()).contains("Verkeerde groepen").doesNotContain("/cancel");
    }

    @Test
    void a_list_of_people_is_shown_first_and_applied_when_hr_says_so() throws Exception {
        var team = survey.team("a", 8);
        var other = survey.team("b", 8);
        survey.people(8, team, other);
        signIn("hr");
        var token = found(TOKEN, get("/hr/people?lang=nl").body());
        var list = new StringBuilder("persoon;naam;e-mail;taal;team;rol\r\n");
        for (int i = 1; i < 8; i++) {
            list.append("%1$s-%2$d;;%1$s-%2$d@city.example;nl;%1$s;medewerker\r\n".formatted(team, i));
            list.append("%1$s-%2$d;;%1$s-%2$d@city.example;nl;%1$s;medewerker\r\n".formatted(other, i));
        }
        list.append("%1$s-0;;%1$s-0@city.example;nl;%2$s;medewerker\r\n".formatted(other, team));
        list.append("nieuw;Noor <b>Nieuw</b>;noor@city.example;nl;%s;medewerker\r\n".formatted(team));

        var faulty = upload(token, list + "kapot;;geen-adres;nl;nergens;medewerker\r\n");
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("regel 18, kolom e-mail", "regel 18, kolom team", "Dit team bestaat niet; maak het eerst")
                .contains("aria-describedby=\"file-hint file-wrong\"");

        var shown = upload(token, list.toString());
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(shown.body())
                .contains("Wie komt erbij (1)", "Noor &lt;b&gt;Nieuw", "Wie gaat weg (1)", "Wie wisselt van team (1)")
                .contains("van Team b naar Team a");
        assertThat(size(team)).isEqualTo(8);

        var confirm = found(Pattern.compile("action=\"(/hr/people/[0-9a-f]+/confirm)"), shown.body());
        var applied = post(confirm + "?lang=nl", Map.of("_csrf", token));
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(303);
        assertThat(size(team)).isEqualTo(9);
        var after = get(applied.headers().firstValue("Location").orElseThrow()).body();
        var undo = found(Pattern.compile("action=\"(/hr/people/[0-9a-f]+/undo)"), after);
        assertThat(post(undo + "?lang=nl", Map.of("_csrf", token)).statusCode()).isEqualTo(303);
        assertThat(size(team)).isEqualTo(8);

        // what was shown is not applied to another roster
        survey.people(7, team, other);
        assertThat(post(confirm + "?lang=nl", Map.of("_csrf", token)).statusCode())
                .isEqualTo(409);
        assertThat(upload(token, "").statusCode()).isEqualTo(422);
    }

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

    @Test
    void each_form_is_shown_in_both_languages_and_says_when_it_comes() throws Exception {
        signIn("hr");
        var page = get("/hr/instruments/groeipuls@1?lang=en").body();
        assertThat(page).contains("lang=\"nl\"", "lang=\"en\"", "Comes in pulse 2, 7 of the order");
        var instrument = server.get("hr", "/api/v1/instruments/groeipuls@1").json();
        instrument
                .get("items")
                .forEach(item -> assertThat(page)
                        .contains(
                                escaped(item.at("/text/nl").asString()),
                                escaped(item.at("/text/en").asString())));
    }

    @Test
    void a_programme_is_filled_in_changed_and_read_as_a_calendar() throws Exception {
        survey.team("a", 8);
        signIn("hr");
        var form = get("/hr/programmes/new?lang=nl").body();
        var id = survey.id("reeks");
        var sheet = pulse("", "");
        sheet.keySet().removeAll(List.of("form", "pulse", "groups", "opens", "closes", "closesAt", "step"));
        sheet.putAll(Map.of(
                "_csrf", found(TOKEN, form),
                "programme", id,
                "name", "Reeks",
                "instrument", "groeipuls@1",
                "every", "4",
                "startsOn", "2030-01-08",
                "workingDays", "8",
                "issueAhead", "7",
                "state", "active",
                "breaks", "gisteren"));
        var wrong = post("/hr/programmes?lang=nl", sheet);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#breaks\"", ">gisteren</textarea>", "value=\"Reeks\"");
        sheet.put("breaks", "2030-02-04 2030-02-08 Carnaval");
        var saved = post("/hr/programmes?lang=nl", sheet);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        var known = server.get("hr", "/api/v1/programmes/" + id).json();
        assertThat(known.at("/cadence/rule").asString()).isEqualTo("FREQ=WEEKLY;INTERVAL=4;BYDAY=TU");
        assertThat(known.at("/cadence/breaks/0/name").asString()).isEqualTo("Carnaval");
        assertThat(get("/hr/programmes?lang=nl").body()).contains("Reeks");
        assertThat(get("/hr/programmes/" + id + "?lang=nl").body()).contains("2030-02-04 2030-02-08 Carnaval");
        var calendar = get("/hr/programmes/" + id + "/calendar.ics?lang=nl");
        assertThat(calendar.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(calendar.body()).startsWith("BEGIN:VCALENDAR");
        sheet.put("state", "ended");
        assertThat(post("/hr/programmes?lang=nl", sheet).statusCode()).isEqualTo(303);
        assertThat(get("/hr/programmes?lang=nl").body()).contains("Er komt geen peiling meer");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;");
    }

    /** How many people a team has, as history knows it. */
    private int size(String team) {
        for (var known : server.get("hr", "/api/v1/organisation").json().get("teams")) {
            if (known.get("team").asString().equals(team)) {
                return known.get("size").asInt();
            }
        }
        throw new AssertionError("There is no team " + team);
    }

    private static Map<String, String> hidden(String html) {
        var fields = new TreeMap<String, String>();
        HIDDEN.matcher(html).results().forEach(found -> fields.put(found.group(1), found.group(2)));
        return fields;
    }

    private HttpResponse<String> upload(String token, String list) throws Exception {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--seam\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                        + "\r\n--seam\r\nContent-Disposition: form-data; name=\"file\"; filename=\"mensen.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n" + list + "\r\n--seam--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return browser.send(
                request("/hr/people?lang=nl")
                        .header("Content-Type", "multipart/form-data; boundary=seam")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    private void signIn(String name) throws Exception {
        var form = Map.of("_csrf", found(TOKEN, get("/login").body()), "username", name, "password", name + "-demo");
        assertThat(post("/login", form).headers().firstValue("Location").orElse(""))
                .doesNotContain("error");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return postBody(
                path,
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private HttpResponse<String> postBody(String path, String body) throws Exception {
        return browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.address().resolve(path.replace(" ", "%20")))
                .timeout(Duration.ofSeconds(30));
    }

    private static String found(Pattern pattern, String html) {
        var found = pattern.matcher(html);
        assertThat(found.find()).as(html).isTrue();
        return found.group(1);
    }
}
