package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groeipuls.audit.Figures;
import org.groeipuls.audit.Solver;
import org.jspecify.annotations.Nullable;

/**
 * Groups large and small answer, some people in part; then everything that was released anywhere is added and
 * subtracted in every proportion. Can any combination be about fewer people than the minimum?
 */
final class Differencing implements Attack<Api> {
    private static final int K = 5;

    private final String key;
    private final List<Map<String, Integer>> plans;
    private final boolean partly;

    private Differencing(String key, List<Map<String, Integer>> plans, boolean partly) {
        this.key = key;
        this.plans = plans;
        this.partly = partly;
    }

    /** Groups and people who leave statements out, in every view. */
    static Differencing everyView() {
        return new Differencing(
                "subset-differencing", List.of(Map.of("a", 8, "b", 9, "c", 3, "d", 6, "e", 1, "f", 12)), true);
    }

    /** A unit minus its groups, where one group of 1 to 4 is hidden. */
    static Differencing hiddenGroup(int... hidden) {
        return new Differencing(
                "hidden-group",
                Arrays.stream(hidden)
                        .mapToObj(n -> Map.of("a", 8, "b", 9, "c", n))
                        .toList(),
                false);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        int figures = 0;
        for (var plan : plans) {
            for (var disclosure : List.of("exact", "banded")) {
                figures += attack(new Scene(api), plan, disclosure, notes);
            }
        }
        notes.number("figures", figures);
        return notes.finding();
    }

    private int attack(Scene scene, Map<String, Integer> plan, String disclosure, Notes notes) {
        Map<String, Integer> people = new LinkedHashMap<>();
        plan.forEach((name, n) -> people.put(scene.team(name, Math.max(8, n)), n));
        var pulse = scene.issue("p", disclosure, List.copyOf(people.keySet()));
        scene.open();
        Map<String, Map<Set<String>, Integer>> kinds = new LinkedHashMap<>();
        people.forEach((team, n) -> {
            var tickets = scene.tickets(pulse, team);
            for (int person = 0; person < n; person++) {
                var answers = scene.answers(person);
                leaveOut(answers, scene.items(), person);
                scene.answer(tickets.get(person), answers);
                kinds.computeIfAbsent(team, fresh -> new LinkedHashMap<>())
                        .merge(new LinkedHashSet<>(answers.keySet()), 1, Integer::sum);
            }
        });
        scene.close();
        List<Figures.Kind> known = new ArrayList<>();
        kinds.forEach((team, all) -> all.forEach((items, n) -> known.add(new Figures.Kind(team, items, n))));
        var figures = read(scene, pulse, people.keySet(), new Figures(known, scene.instrument()));
        var solver = new Solver(K, kind -> known.get(kind).people());
        var exposed = solver.exposed(figures.rows());
        notes.tried(solver.looked());
        for (var few : exposed) {
            notes.succeeded("under " + disclosure + ": a figure for "
                    + few.stream().mapToInt(kind -> known.get(kind).people()).sum() + " people");
        }
        return figures.rows().size();
    }

    private void leaveOut(Map<String, @Nullable Integer> answers, List<String> items, int person) {
        if (partly && person % 5 == 3) {
            answers.remove(items.getFirst());
        } else if (partly && person % 7 == 5) {
            answers.remove(items.get(1));
            answers.remove(items.get(3));
        }
    }

    private static Figures read(Scene scene, String pulse, Set<String> teams, Figures figures) {
        for (var block : History.of(scene.api()).events("BlockReleased")) {
            if (block.path("pulse").asString("").equals(pulse)) {
                figures.block(block);
            }
        }
        for (var team : teams) {
            for (var trend : scene.api()
                    .get("analyst", "/teams/" + team + "/dashboard")
                    .json()
                    .path("trends")) {
                trend.path("points").forEach(point -> {
                    if (point.path("pulse").asString("").equals(pulse)) {
                        figures.point(
                                point, List.of(team), trend.path("construct").asString(""));
                    }
                });
            }
        }
        return figures;
    }
}
