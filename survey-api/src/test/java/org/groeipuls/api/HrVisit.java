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
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtendWith;

/** HR at a browser: with sign-in, session and the token of forms. */
@ExtendWith(Stopping.class)
abstract class HrVisit {
    static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    final Server server = Server.onH2();
    final Survey survey = new Survey(server);
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    LocalDate today() {
        return LocalDate.ofInstant(server.now(), ZoneId.of("Europe/Amsterdam"));
    }

    /** What HR types for a pulse of one group. */
    Map<String, String> pulse(String code, String group) {
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

    String quiet(String path) throws Exception {
        return get(path + "?lang=nl").body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    static Map<String, String> hidden(String html) {
        var fields = new TreeMap<String, String>();
        HIDDEN.matcher(html).results().forEach(found -> fields.put(found.group(1), found.group(2)));
        return fields;
    }

    HttpResponse<String> upload(String token, String list) throws Exception {
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

    void signIn(String name) throws Exception {
        var form = Map.of("_csrf", found(TOKEN, get("/login").body()), "username", name, "password", name + "-demo");
        assertThat(post("/login", form).headers().firstValue("Location").orElse(""))
                .doesNotContain("error");
    }

    HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return postBody(path, encoded(fields));
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** How many events history holds. */
    long head() {
        return server.get("analyst", "/api/v1/history/summary")
                .json()
                .get("position")
                .asLong();
    }

    HttpResponse<String> postBody(String path, String body) throws Exception {
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

    static String found(Pattern pattern, String html) {
        var found = pattern.matcher(html);
        assertThat(found.find()).as(html).isTrue();
        return found.group(1);
    }
}
