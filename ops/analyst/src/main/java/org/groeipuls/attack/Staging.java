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
import org.groeipuls.anonymity.CouncilKey;
import org.groeipuls.anonymity.LinkTicket;
import org.groeipuls.ballot.PublishedTerms;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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

    /**
     * Stages it all.
     *
     * @param blind with blind tickets for people who are named; else with personal links for nobody in particular
     */
    public Evidence stage(boolean blind) {
        var scene = new Scene(api).writing();
        Map<String, Integer> teams = new LinkedHashMap<>();
        for (int team = 0; team < PEOPLE / GROUP; team++) {
            teams.put(scene.team("t" + team, GROUP), GROUP);
        }
        var pulse = blind ? scene.asked(teams, "banded") : scene.issue("p", "banded", List.copyOf(teams.keySet()));
        scene.open();
        var sheets = sheets(scene.items());
        var people = blind ? answerBlind(scene, pulse, teams, sheets) : answer(scene, pulse, teams, sheets);
        var frozen = scene.pulse(pulse);
        var open = copy("open");
        scene.close();
        if (scene.counted(pulse) != PEOPLE) {
            throw new AttackNotRun("Not all who answered were counted: nothing can be compared");
        }
        return evidence(pulse, people, open, copy("after"), frozen);
    }

    /** Stages a pulse of two layers, whose outer key the works council has, and copies while it is open. */
    public Evidence stageTwoLayers() {
        var scene = new Scene(api).writing();
        Map<String, Integer> teams = Map.of(scene.team("t", GROUP), GROUP);
        var pulse = scene.askedInTwoLayers(teams, CouncilKey.generate());
        scene.open();
        var sheets = sheets(scene.items()).subList(0, GROUP);
        var people = answerBlind(scene, pulse, teams, sheets);
        var open = copy("two-layers");
        return evidence(pulse, people, open, open, scene.pulse(pulse));
    }

    private static Evidence evidence(String pulse, List<Person> people, Copies open, Copies after, JsonNode frozen) {
        return new Evidence(
                pulse,
                people,
                open,
                after,
                PublishedTerms.read(frozen),
                PublishedTerms.texts(frozen).orElse(null));
    }

    /** What is answered and written, with its receipt. */
    private record Sheet(String receipt, Map<String, Integer> answers, String text) {
        Map<String, @Nullable Integer> sent() {
            return new LinkedHashMap<>(answers);
        }
    }

    private static List<Sheet> sheets(List<String> items) {
        var chance = new SplittableRandom(SEED);
        List<Sheet> sheets = new ArrayList<>();
        while (sheets.size() < PEOPLE) {
            var receipt = "%016x%016x".formatted(chance.nextLong(), chance.nextLong());
            Map<String, Integer> answers = new LinkedHashMap<>();
            for (var item : items) {
                if (sheets.size() % 10 != 7 || answers.isEmpty()) { // some answer next to nothing
                    answers.put(item, 1 + chance.nextInt(5));
                }
            }
            sheets.add(new Sheet(receipt, answers, "Opmerking %016x".formatted(chance.nextLong())));
        }
        return sheets;
    }

    private static List<Person> answer(Scene scene, String pulse, Map<String, Integer> teams, List<Sheet> sheets) {
        List<String> codes = new ArrayList<>();
        List<String> textCodes = new ArrayList<>();
        for (var team : teams.keySet()) {
            var both = scene.links().bothCodes("hr", pulse, team);
            codes.addAll(both.answers());
            textCodes.addAll(both.texts());
        }
        java.util.Collections.shuffle(codes, new Random(SEED));
        java.util.Collections.shuffle(textCodes, new Random(SEED));
        List<Person> people = new ArrayList<>();
        for (var sheet : sheets) {
            var code = codes.get(people.size());
            taken(scene.links().of(pulse, code).send(1, sheet.receipt(), sheet.sent()));
            taken(scene.links().write(pulse, textCodes.get(people.size()), 1, sheet.text()));
            byte[] nullifier = new LinkTicket(code).nullifier(pulse);
            people.add(new Person("", code, nullifier, sheet.receipt(), sheet.answers(), sheet.text()));
        }
        return people;
    }

    /** Everybody fetches a ticket and answers in one sitting, which is what an attacker would wish for. */
    private static List<Person> answerBlind(Scene scene, String pulse, Map<String, Integer> teams, List<Sheet> sheets) {
        List<Map.Entry<String, String>> named = new ArrayList<>();
        teams.forEach((team, size) -> {
            for (int i = 0; i < size; i++) {
                named.add(Map.entry(Scene.person(team, i), team));
            }
        });
        java.util.Collections.shuffle(named, new Random(SEED));
        var tickets = new BlindTickets(scene, pulse);
        List<Person> people = new ArrayList<>();
        for (var sheet : sheets) {
            var person = named.get(people.size());
            var both = tickets.both(person.getKey(), person.getValue());
            var holder = both.answers();
            taken(tickets.of(holder, person.getValue()).send(1, sheet.receipt(), sheet.sent()));
            taken(tickets.write(both, 1, sheet.text()));
            byte[] nullifier = holder.ticket().nullifier(pulse);
            people.add(new Person(person.getKey(), "", nullifier, sheet.receipt(), sheet.answers(), sheet.text()));
        }
        return people;
    }

    private static void taken(Answer answer) {
        if (!answer.ok()) {
            throw new AttackNotRun("The server refuses an honest ballot: " + answer);
        }
    }

    private Copies copy(String name) {
        try {
            return Copies.of(places, Files.createDirectories(work.resolve(name)));
        } catch (IOException failed) {
            throw new UncheckedIOException("There is no room for copies", failed);
        }
    }
}
