package org.groeipuls.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong is told with what to do, and before work that would be lost. */
class WhatToDoTest {
    @TempDir
    Path folder = Path.of("");

    private Path token() throws IOException {
        return Files.writeString(folder.resolve("token"), "x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | {"error":"invalid_client"} | does not know this client or its secret
            302 |                            | it says 302): give its address as --token-url
            404 | {"title":"not there"}      | it says 404): give its address as --token-url
            400 | {"error":"invalid_scope","error_description":"no such scope"} | gives no token: invalid_scope no such scope
            """)
    void a_sign_in_that_gives_no_token_is_told_by_its_reason(int status, String body, String said) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "s");
        try (var server = Stub.that(exchange -> Stub.reply(exchange, status, body == null ? "" : body))) {
            var login = Tool.run("login", "--url", server.url(), "--client", "me", "--secret-file", secret);
            assertThat(login.exit()).isEqualTo(2);
            assertThat(login.err()).contains(said);
        }
    }

    @Test
    void a_doctor_who_gets_no_answer_about_history_still_says_what_was_seen() throws IOException {
        try (var server = Stub.that(exchange ->
                Stub.reply(exchange, exchange.getRequestURI().getPath().equals("/api/v1/openapi") ? 200 : 503, "{}"))) {
            var doctor = Tool.run("doctor", "--patience", 0, "--url", server.url(), "--token-file", token());
            assertThat(doctor.exit()).isEqualTo(1);
            assertThat(doctor.out())
                    .containsPattern("health +WRONG +not up")
                    .containsPattern("history +WRONG +The server says 503");
        }
    }

    @Test
    void options_that_would_be_forgotten_are_refused() throws IOException {
        try (var server = Stub.that(exchange -> Stub.reply(exchange, 200, "{}"))) {
            var list = Tool.run("replay", "--url", server.url(), "--token-file", token(), "list");
            assertThat(list.exit()).isEqualTo(2);
            assertThat(list.err()).contains("behind list");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void a_folder_that_is_not_there_is_told_before_any_work() throws IOException {
        var nowhere = folder.resolve("none").resolve("found");
        try (var server = Stub.that(exchange -> Stub.reply(exchange, 200, "{}"))) {
            var sign = Tool.run("history", "sign", "--out", nowhere, "--url", server.url(), "--token-file", token());
            var attack = Tool.run("attack", "--url", server.url(), "--report", nowhere);
            for (var tool : new Tool[] {sign, attack}) {
                assertThat(tool.exit()).isEqualTo(2);
                assertThat(tool.err()).contains("There is no folder " + folder.resolve("none"));
            }
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_more_than_a_name() throws IOException {
        var gone = folder.resolve("gone.ndjson");
        assertThat(Tool.run("audit", "--export", gone).err()).contains("There is no file " + gone);
        var damaged = Files.write(folder.resolve("damaged.ndjson"), new byte[] {(byte) 0xc3, 0x28});
        assertThat(Tool.run("audit", "--export", damaged).err()).contains("no text in UTF-8");
    }
}
