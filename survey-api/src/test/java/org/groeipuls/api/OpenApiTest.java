package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The published interface is the one that runs. */
class OpenApiTest {
    private static final Path COMMITTED = Path.of("../docs/openapi.yaml");

    private final Server server = Server.onH2();

    @Test
    void the_committed_file_is_what_the_server_offers() throws IOException {
        var offered = server.get(null, "/api/v1/openapi.yaml").text();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, offered);
        }

        assertThat(Files.readString(COMMITTED))
                .as("write it anew with ./mvnw verify -Dopenapi.update=true")
                .isEqualTo(offered);
    }

    @Test
    void an_operation_says_that_it_needs_a_token_exactly_when_it_does() {
        var paths = server.get(null, "/api/v1/openapi").json().path("paths");

        paths.forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
            var asked = path.replaceAll("\\{\\w+}", "x");
            var status = server.ask(null, method.toUpperCase(Locale.ROOT), asked, null)
                    .status();
            assertThat(operation.has("security")).as(method + " " + path).isEqualTo(status == 401);
        }));
    }
}
