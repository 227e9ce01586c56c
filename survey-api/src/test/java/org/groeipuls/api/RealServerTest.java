package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.groeipuls.api.wiring.GroeipulsServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** A server that is no demonstration: somebody else's sign-in, the wall clock, and the works council's consent. */
class RealServerTest {
    private static HttpServer issuer;
    private static RSAKey key;
    private static RSAKey other;
    private static ConfigurableApplicationContext server;
    private static Path data;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        other = new RSAKeyGenerator(2048).keyID("one").generate();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(
                "/.well-known/openid-configuration",
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(me(), me()));
        answer("/keys", new JWKSet(key.toPublicJWK()).toString());
        issuer.start();
        data = folder.resolve("data");
        server = GroeipulsServer.start(arguments("--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + me()));
    }

    private static String[] arguments(String more) {
        return new String[] {
            "--groeipuls.data=" + data, "--groeipuls.vault=" + data.resolveSibling("vault"), "--server.port=0", more
        };
    }

    private static String me() {
        return "http://127.0.0.1:" + issuer.getAddress().getPort();
    }

    private static void answer(String path, String json) {
        issuer.createContext(path, exchange -> {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterAll
    static void stop() {
        server.close();
        issuer.stop(0);
    }

    private static String token(RSAKey signer, String issuedBy, String audience, String role, Instant until)
            throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                new JWTClaimsSet.Builder()
                        .subject("somebody")
                        .issuer(issuedBy)
                        .audience(audience)
                        .claim("roles", List.of(role))
                        .expirationTime(Date.from(until))
                        .build());
        token.sign(new RSASSASigner(signer));
        return token.serialize();
    }

    private static HttpResponse<String> ask(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Server.port(server) + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void only_a_token_of_the_issuer_for_this_audience_and_not_yet_expired_is_taken() throws Exception {
        var later = Instant.now().plusSeconds(600);
        var path = "/api/v1/organisation";

        assertThat(ask(token(key, me(), "groeipuls", "hr", later), "GET", path, "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask(token(key, me(), "payroll", "hr", later), "GET", path, "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(ask(token(key, "http://elsewhere", "groeipuls", "hr", later), "GET", path, "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(ask(token(other, me(), "groeipuls", "hr", later), "GET", path, "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(ask(token(key, me(), "groeipuls", "hr", Instant.now().minusSeconds(600)), "GET", path, "")
                        .statusCode())
                .isEqualTo(401);
        assertThat(ask(token(key, me(), "groeipuls", "ROLE_HR", later), "GET", path, "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_clock_cannot_be_set_and_a_pulse_needs_consent() throws Exception {
        var later = Instant.now().plusSeconds(600);
        var clock = ask(
                token(key, me(), "groeipuls", "operator", later),
                "POST",
                "/api/v1/clock",
                "{\"instant\":\"2030-01-01T00:00:00Z\"}");
        assertThat(clock.statusCode()).isEqualTo(409);
        assertThat(clock.body()).contains("clock-not-driven");

        var hr = token(key, me(), "groeipuls", "hr", later);
        ask(hr, "PUT", "/api/v1/units/u", "{\"name\":\"u\"}");
        ask(hr, "PUT", "/api/v1/teams/t", "{\"name\":\"t\",\"unit\":\"u\",\"size\":9}");
        var pulse = "{\"instrument\":\"groeipuls@1\",\"form\":\"F1\",\"groups\":[\"t\"],\"tickets\":\"link\","
                + "\"opensAt\":\"2098-01-01T00:00:00Z\",\"closesAt\":\"2098-01-09T00:00:00Z\"%s}";
        var refused = ask(hr, "PUT", "/api/v1/pulses/p", pulse.formatted(""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("agreement-missing");
        var half = ask(hr, "PUT", "/api/v1/pulses/p", pulse.formatted(",\"agreement\":{\"reference\":\"OR 12\"}"));
        assertThat(half.statusCode()).isEqualTo(422);
        assertThat(half.body()).contains("agreement-missing");
        var programme =
                "{\"name\":\"x\",\"instrument\":\"groeipuls@1\",\"cadence\":{\"rule\":\"FREQ=WEEKLY;INTERVAL=4\","
                        + "\"startsOn\":\"2090-01-02\",\"zone\":\"UTC\",\"opensAt\":\"09:00\"}%s}";
        var series = ask(hr, "PUT", "/api/v1/programmes/s", programme.formatted(""));
        assertThat(series.statusCode()).isEqualTo(422);
        assertThat(series.body()).contains("agreement-missing");
        var agreed = ask(
                hr,
                "PUT",
                "/api/v1/programmes/s",
                programme.formatted(",\"agreement\":{\"reference\":\"OR 12\",\"date\":\"2026-11-01\"}"));
        assertThat(agreed.statusCode()).as(agreed.body()).isEqualTo(201);
        var granted = ask(
                hr,
                "PUT",
                "/api/v1/pulses/p",
                pulse.formatted(",\"agreement\":{\"reference\":\"OR 12\",\"date\":\"2097-11-01\"}"));
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(201);
        var soon = ask(
                hr,
                "PUT",
                "/api/v1/pulses/q",
                pulse.formatted(",\"agreement\":{\"reference\":\"OR 12\",\"date\":\"2097-11-01\"}")
                        .replace("2098-01-0", "2098-01-1"));
        assertThat(soon.body()).contains("openings-too-close");
    }

    /** Else whoever splits a team could ask the same people twice within the fourteen days and compare. */
    @Test
    void people_are_not_asked_twice_within_fourteen_days_because_their_team_has_another_name() throws Exception {
        var hr = token(key, me(), "groeipuls", "hr", Instant.now().plusSeconds(600));
        ask(hr, "PUT", "/api/v1/units/v", "{\"name\":\"v\"}");
        ask(hr, "PUT", "/api/v1/teams/whole", "{\"name\":\"w\",\"unit\":\"v\",\"size\":14}");
        var pulse = "{\"instrument\":\"groeipuls@1\",\"form\":\"F1\",\"groups\":[\"%s\"],\"tickets\":\"link\","
                + "\"opensAt\":\"%sT00:00:00Z\",\"closesAt\":\"2099-12-01T00:00:00Z\","
                + "\"agreement\":{\"reference\":\"OR 12\",\"date\":\"2097-11-01\"}}";
        var first = ask(hr, "PUT", "/api/v1/pulses/before", pulse.formatted("whole", "2099-02-01"));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        var split = "{\"kind\":\"split\",\"effectiveOn\":\"%s\",\"team\":\"whole\",\"into\":["
                + "{\"team\":\"half\",\"name\":\"h\",\"size\":7},{\"team\":\"rest\",\"name\":\"r\",\"size\":7}]}";
        var changed = ask(hr, "POST", "/api/v1/organisation/changes", split.formatted(LocalDate.now(ZoneOffset.UTC)));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(201);

        var soon = ask(hr, "PUT", "/api/v1/pulses/soon", pulse.formatted("half", "2099-02-14"));
        var later = ask(hr, "PUT", "/api/v1/pulses/later", pulse.formatted("half", "2099-02-15"));

        assertThat(soon.body()).contains("openings-too-close");
        assertThat(later.statusCode()).as(later.body()).isEqualTo(201);
    }

    @Test
    void an_employee_is_whoever_the_token_says_so_of() throws Exception {
        var later = Instant.now().plusSeconds(600);

        var employee = ask(token(key, me(), "groeipuls", "employee", later), "GET", "/api/v1/inbox", "");
        var lead = ask(token(key, me(), "groeipuls", "lead", later), "GET", "/api/v1/inbox", "");

        assertThat(employee.body()).isEqualTo("{\"pulses\":[]}");
        assertThat(lead.statusCode()).isEqualTo(403);
    }

    @Test
    void the_demonstrations_sign_in_is_not_here() throws Exception {
        assertThat(ask("none", "POST", "/oauth2/token", "grant_type=client_credentials")
                        .statusCode())
                .isIn(401, 403, 404);
        assertThat(server.containsBean("demonstrationPeople")).isFalse();
    }

    @Test
    void its_store_cannot_be_taken_for_a_demonstration() throws Exception {
        ask(
                token(key, me(), "groeipuls", "hr", Instant.now().plusSeconds(60)),
                "PUT",
                "/api/v1/units/real",
                "{\"name\":\"u\"}");
        server.close();
        var failure = catchThrowable(() -> GroeipulsServer.start(arguments("--groeipuls.demonstration=true")));
        assertThat(NestedExceptionUtils.getMostSpecificCause(failure))
                .hasMessageContaining("a demonstration needs an empty folder");
        server = GroeipulsServer.start(arguments("--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + me()));
    }
}
