package org.groeipuls.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.groeipuls.ballot.PublishedTerms;
import org.jspecify.annotations.Nullable;

/**
 * Has many people answer one pulse of a demonstration, one after the other in an order that the attacker knows, and
 * copies everything at rest while the box is open and after the count.
 */
public final class Staging {
    private static final int PEOPLE = 200;
    private static final int GROUP = 20;
    private static final long SEED = 200;

    private final Api api;
    private final Places places;
    private final Path work;

    /** @param work a folder for the copies; what is put there is to be deleted afterwards */
    public Staging(Api api, Places places, Path work) {
        this.api = api;
        this.places = places;
        this.work = work;
    }

    /** Stages it all. */
    public Evidence stage() {
        var scene = new Scene(api);
        List<String> teams = new ArrayList<>();
        for (int team = 0; team < PEOPLE / GROUP; team++) {
            teams.add(scene.team("t" + team, GROUP));
        }
        var pulse = scene.issue("p", "banded", teams);
        scene.open();
        var terms = PublishedTerms.read(scene.pulse(pulse));
        List<String> codes = new ArrayList<>();
        teams.forEach(team -> codes.addAll(scene.codes(pulse, team)));
        java.util.Collections.shuffle(codes, new Random(SEED));
        var people = answer(scene, pulse, codes);
        var open = copy("open");
        scene.close();
        if (scene.counted(pulse) != PEOPLE) {
            throw new AttackNotRun("Not all who answered were counted: nothing can be compared");
        }
        return new Evidence(pulse, people, open, copy("after"), terms);
    }

    private List<Person> answer(Scene scene, String pulse, List<String> codes) {
        var chance = new SplittableRandom(SEED);
        List<Person> people = new ArrayList<>();
        for (var code : codes) {
            var receipt = "%016x%016x".formatted(chance.nextLong(), chance.nextLong());
            Map<String, Integer> answers = new LinkedHashMap<>();
            for (var item : scene.items()) {
                if (people.size() % 10 != 7 || answers.isEmpty()) { // some answer next to nothing
                    answers.put(item, 1 + chance.nextInt(5));
                }
            }
            Map<String, @Nullable Integer> sent = new LinkedHashMap<>(answers);
            if (!scene.links().of(pulse, code).send(1, receipt, sent).ok()) {
                throw new AttackNotRun("The server refuses an honest ballot");
            }
            people.add(new Person("", code, receipt, answers));
        }
        return people;
    }

    private Copies copy(String name) {
        try {
            return Copies.of(places, Files.createDirectories(work.resolve(name)));
        } catch (IOException failed) {
            throw new UncheckedIOException("There is no room for copies", failed);
        }
    }
}
