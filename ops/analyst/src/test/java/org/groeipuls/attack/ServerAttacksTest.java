package org.groeipuls.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every attack on a server fails against the product, on both stores. */
class ServerAttacksTest {
    @TempDir
    Path folder;

    @Test
    void no_attack_succeeds_on_h2() {
        try (var server = Servers.onH2(folder)) {
            attacked(server);
        }
    }

    @Test
    void no_attack_succeeds_on_postgresql() {
        try (var server = Servers.onPostgres(folder)) {
            attacked(server);
        }
    }

    private static void attacked(Servers server) {
        try (var api = server.api()) {
            var results = Suite.onServer(false).run(api, api.demonstration(), ServerAttacksTest::told);
            assertThat(results)
                    .allSatisfy(result -> assertThat(result.finding().outcome())
                            .as(result.toString())
                            .isIn(Outcome.FAILED, Outcome.NOT_APPLICABLE));
        }
    }

    private static void told(Result result) {
        System.out.println(result);
    }
}
