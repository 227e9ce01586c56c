package org.groeipuls.system.browser.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.groeipuls.system.browser.Chromium;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page in every window, scheme and language, after two years; leaves a picture of each. */
@Tag("full")
@ExtendWith(Worlds.class)
class WholeMatrixTest {
    private static final int BROWSERS = 2;

    @Test
    void no_page_has_a_fault_in_any_window_scheme_or_language(World world) throws Exception {
        var pictures = new Pictures(Files.createDirectories(Path.of("target", "screenshots")));
        try (var threads = Executors.newFixedThreadPool(BROWSERS)) {
            List<Callable<Walk>> walks = new ArrayList<>();
            for (int browser = 0; browser < BROWSERS; browser++) {
                int turn = browser;
                walks.add(() -> walk(world, pictures, turn));
            }
            List<String> faults = new ArrayList<>();
            int seen = 0;
            for (var walk : threads.invokeAll(walks)) {
                faults.addAll(walk.get().faults());
                seen += walk.get().seen();
            }
            assertThat(faults).isEmpty();
            assertThat(seen).isEqualTo(Scenes.all().size() * Look.ALL.size());
        }
    }

    /** A browser of its own for every thread, for one cannot be shared. */
    private static Walk walk(World world, Pictures pictures, int turn) throws IOException {
        try (var chromium = Chromium.start()) {
            var walk = new Walk(world, chromium, pictures);
            IntStream.range(0, Look.ALL.size())
                    .filter(at -> at % BROWSERS == turn)
                    .forEach(at -> walk.through(Look.ALL.get(at), Scenes.all()));
            return walk;
        }
    }
}
