package org.groeipuls.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every attack fails against the product, over REST and on copies of everything at rest, on both stores. */
class ProductTest {
    @TempDir
    Path folder;

    @TempDir
    Path copies;

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

    private void attacked(Servers server) {
        assertThat(results(server, false, copies))
                .allSatisfy(result -> assertThat(result.finding().outcome())
                        .as(result.toString())
                        .isIn(Outcome.FAILED, Outcome.NOT_APPLICABLE));
    }

    /** All attacks on this server, in the order of the report. */
    static List<Result> results(Servers server, boolean full, Path copies) {
        try (var api = server.api()) {
            List<Result> results =
                    new ArrayList<>(Suite.onServer(full).run(api, api.demonstration(), ProductTest::told));
            var evidence = new Staging(api, server.places(), copies).stage();
            results.addAll(Suite.onStores().run(evidence, true, ProductTest::told));
            return results;
        }
    }

    private static void told(Result result) {
        System.out.println(result.seconds() + " s " + result.key() + " " + result.finding());
    }
}
