package org.groeipuls.system.browser.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.groeipuls.system.browser.Chromium;

/**
 * What walks with a browser each found together.
 *
 * @param seen how often a page was looked at
 */
record Walks(List<String> faults, int seen) {
    /** Each walk with a browser of its own, for one cannot be shared between threads; all at the same time. */
    static Walks together(World world, Pictures pictures, List<Map<List<Look>, List<Scene>>> walks) throws Exception {
        List<Callable<Walk>> going = new ArrayList<>();
        walks.forEach(turns -> going.add(() -> {
            try (var chromium = Chromium.start()) {
                var walk = new Walk(world, chromium, pictures);
                turns.forEach(walk::through);
                return walk;
            }
        }));
        List<String> faults = new ArrayList<>();
        int seen = 0;
        try (var threads = Executors.newFixedThreadPool(walks.size())) {
            for (var walk : threads.invokeAll(going)) {
                faults.addAll(walk.get().faults());
                seen += walk.get().seen();
            }
        }
        return new Walks(List.copyOf(faults), seen);
    }
}
