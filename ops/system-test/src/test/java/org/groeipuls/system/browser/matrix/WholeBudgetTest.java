package org.groeipuls.system.browser.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.groeipuls.system.browser.Chromium;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes two years to show: the longest dashboards, and how soon somebody can answer over a slow line. */
@Tag("ci")
@ExtendWith(Worlds.class)
class WholeBudgetTest {
    private static final int TIMES = 7;
    private static final int BITS_PER_SECOND = 1_600_000;
    private static final int LATENCY = 150;

    @Test
    void the_longest_dashboard_stays_within_60_kilobytes(World world) {
        try (var chromium = Chromium.start()) {
            BudgetTest.fits(world, chromium);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer-link", "answer-blind"})
    void the_answering_page_is_usable_within_a_second_over_a_slow_line(String scene, World world, TestReporter report) {
        try (var chromium = Chromium.start()) {
            List<Double> took = new ArrayList<>();
            for (int time = 0; time < TIMES; time++) {
                took.add(usableAfter(chromium, world, Scenes.named(scene)));
            }
            took.sort(null);
            report.publishEntry(scene + " usable after, in ms", took.toString());
            assertThat(took.get(TIMES / 2)).as(scene + " " + took).isBetween(2.0 * LATENCY, 1000.0);
        }
    }

    private static double usableAfter(Chromium chromium, World world, Scene scene) {
        var look = new Look(360, 740, false, "nl");
        try (var browser = world.browser(chromium, scene.who(), look.kind())) {
            var page = browser.newPage();
            page.addInitScript(Acts.WATCH);
            var line = browser.newCDPSession(page);
            line.send("Network.enable");
            var slow = new JsonObject();
            slow.addProperty("offline", false);
            slow.addProperty("latency", LATENCY);
            slow.addProperty("downloadThroughput", BITS_PER_SECOND / 8);
            slow.addProperty("uploadThroughput", BITS_PER_SECOND / 8);
            line.send("Network.emulateNetworkConditions", slow);
            page.navigate(world.address(scene.path(), look.language()));
            return Acts.usableAfter(page);
        }
    }
}
