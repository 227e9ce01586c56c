package org.groeipuls.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every attack fails against the product, over REST and on copies of everything at rest, on both stores. */
@Tag("ci")
class ProductTest {
    private static final List<String> NOT_HERE = List.copyOf(Report.WITHOUT_TARGET);

    @TempDir
    Path folder;

    @TempDir
    Path copies;

    @Test
    void no_attack_succeeds_on_h2() {
        try (var server = Servers.onH2(folder)) {
            attacked(server, false);
        }
    }

    @Test
    void no_attack_succeeds_on_postgresql() {
        try (var server = Servers.onPostgres(folder)) {
            attacked(server, true);
        }
    }

    private void attacked(Servers server, boolean blind) {
        try (var api = server.api()) {
            var results = new ArrayList<>(server(server, api, false));
            results.addAll(stores(server, api, blind, copies));
            results.addAll(twoLayers(server, api, copies));
            var report = new Report(LocalDate.EPOCH, List.of(new Report.Run("", "", true, results)), Map.of());
            assertThat(report.notRun()).as("this server writes no letters").isEqualTo(NOT_HERE);
            assertThat(results)
                    .filteredOn(result -> !NOT_HERE.contains(result.key()))
                    .allSatisfy(result -> assertThat(result.finding().outcome())
                            .as(result.toString())
                            .isEqualTo(Outcome.FAILED));
            assertThat(report.verdict()).isEqualTo(Report.Verdict.HELD);
        }
    }

    /** All attacks over REST. */
    static List<Result> server(Servers server, Api api, boolean full) {
        var results = new ArrayList<>(Suite.onServer(full).run(api, api.demonstration(), ProductTest::told));
        var rebuilt = new Suite<>(List.<Attack<Api>>of(new Rebuilt(server::rebuild)));
        results.addAll(rebuilt.run(api, true, ProductTest::told));
        return results;
    }

    /** All attacks on copies of everything at rest. */
    static List<Result> stores(Servers server, Api api, boolean blind, Path copies) {
        var evidence = new Staging(api, server.places(), copies).stage(blind);
        return Suite.onStores().run(evidence, true, ProductTest::told);
    }

    /** The attack on copies of a pulse with two layers while it is open. */
    static List<Result> twoLayers(Servers server, Api api, Path copies) {
        var evidence = new Staging(api, server.places(), copies).stageTwoLayers();
        return Suite.onTwoLayers().run(evidence, true, ProductTest::told);
    }

    private static void told(Result result) {
        System.out.println(result.seconds() + " s " + result.key() + " " + result.finding());
    }
}
