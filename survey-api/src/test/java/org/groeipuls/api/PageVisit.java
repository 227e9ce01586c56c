package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who goes from page to page: with sign-in, session and the token of forms. */
abstract class PageVisit {
    static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");

    final Server server;
    final Survey survey;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    PageVisit() {
        this(Server.onH2());
    }

    PageVisit(Server server) {
        this.server = server;
        this.survey = new Survey(server);
    }

    void signIn(String name) throws Exception {
        var form = Map.of("_csrf", found(TOKEN, get("/login").body()), "username", name, "password", name + "-demo");
        assertThat(post("/login", form).headers().firstValue("Location").orElse(""))
                .doesNotContain("error");
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return postBody(path, encoded(fields));
    }

    HttpResponse<String> postBody(String path, String body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.address().resolve(path.replace(" ", "%20")))
                .timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> with(Map<String, String> sheet, String field, String value) {
        var other = new TreeMap<>(sheet);
        other.put(field, value);
        return other;
    }

    static String found(Pattern pattern, String html) {
        var found = pattern.matcher(html);
        assertThat(found.find()).as(html).isTrue();
        return found.group(1);
    }
}
