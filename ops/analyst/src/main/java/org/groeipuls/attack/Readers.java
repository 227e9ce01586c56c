package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everybody who can read something, reading everything there is. */
final class Readers {
    /** Stands for whoever does not sign in. */
    private static final String NOBODY = "nobody";

    private final Api api;
    private final List<String> paths;
    private final List<String> who = new ArrayList<>(List.of(NOBODY));

    Readers(Api api, List<String> paths, List<String> roles) {
        this.api = api;
        this.paths = paths;
        roles.stream().filter(api::has).forEach(who::add);
    }

    static Readers of(Scene scene, String pulse, List<String> teams) {
        var ids = Map.of(
                "pulse",
                List.of(pulse),
                "team",
                teams,
                "key",
                List.of("groeipuls@1"),
                "unit",
                List.of(scene.id("service")),
                "group",
                teams);
        var paths = Routes.readable(scene.api(), ids).stream()
                .filter(path -> !path.startsWith("/clock"))
                .toList();
        List<String> roles = new ArrayList<>(List.of("analyst", "hr", "operator", "works-council", "direction"));
        teams.forEach(team -> roles.add(Scene.lead(team)));
        return new Readers(scene.api(), paths, roles);
    }

    /** Everything that anybody gets to see, by reader and address. */
    Map<String, Answer> everything() {
        Map<String, Answer> seen = new LinkedHashMap<>();
        for (var reader : who) {
            for (var path : paths) {
                seen.put(reader + " " + path, api.get(name(reader), path));
            }
        }
        return seen;
    }

    /** The addresses of which the answers differ, with where. */
    static List<String> changed(Map<String, Answer> before, Map<String, Answer> after) {
        List<String> changed = new ArrayList<>();
        before.forEach((what, answer) -> {
            var now = after.get(what);
            if (now == null || !answer.same(now)) {
                changed.add(what + ": " + (now == null ? "gone" : answer.difference(now)));
            }
        });
        return changed;
    }

    private static @Nullable String name(String reader) {
        return reader.equals(NOBODY) ? null : reader;
    }
}
