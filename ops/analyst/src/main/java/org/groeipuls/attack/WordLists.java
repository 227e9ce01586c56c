package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A word list of one word: in one of two units somebody writes it, in the other nobody does, and all else is the same.
 * Lists that look for it are registered as they are, spun out and padded, each with a study that was made up; does any
 * figure of the units differ?
 */
final class WordLists implements Attack<Api> {
    private static final String ROUTE = "/units/{unit}/error-talk";
    private static final String TABBED = "text/tab-separated-values";
    private static final String WORD = "zonderling";
    private static final List<String> KINDS = List.of("LEARNING", "BLAME", "SILENCE");
    private static final int TEAM = 9;
    private static final int PEOPLE = 16;
    private static final int STUDIED = 800;
    private static final int PADDING = 40;

    @Override
    public String key() {
        return "word-lists";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        if (!Routes.templates(api).contains(ROUTE)) {
            throw new AttackNotApplicable(ROUTE);
        }
        var notes = new Notes();
        var with = new Unit(api);
        var without = new Unit(api);
        var lists = lists(with.scene.id("list"));
        lists.forEach((id, list) -> register(api, id, list));
        with.write(WORD);
        without.write("iets");
        compare(with, without, "before any list was registered after the texts", notes);
        lists(without.scene.id("list")).forEach((id, list) -> {
            register(api, id, list);
            compare(with, without, "with " + id.replaceFirst(".*-list-", ""), notes);
        });
        onlyForThoseWhoReadTexts(with, notes);
        notes.number("lists", 2.0 * lists.size());
        return notes.finding();
    }

    /** One unit in which everybody writes the same as in any other, but for one word of one person. */
    private static final class Unit {
        private final Scene scene;

        Unit(Api api) {
            this.scene = new Scene(api).writing();
        }

        void write(String word) {
            var teams = List.of(scene.team("a", TEAM), scene.team("b", TEAM));
            var pulse = scene.issue("p", "banded", teams);
            scene.open();
            List<String> codes = new ArrayList<>();
            teams.forEach(team ->
                    codes.addAll(scene.links().bothCodes("hr", pulse, team).texts()));
            if (codes.size() < PEOPLE) {
                throw new AttackNotRun("The server makes no codes to write with");
            }
            for (int i = 0; i < PEOPLE; i++) {
                var text = i == 0 ? "Dat was " + word + "." : common(i);
                if (!scene.links().write(pulse, codes.get(i), 1, text).ok()) {
                    throw new AttackNotRun("The server refuses an honest text");
                }
            }
            scene.close();
        }

        /** What this unit shows to whoever asks, without its own ids. */
        String shown(String who) {
            var answer = scene.api().get(who, ROUTE.replace("{unit}", scene.id("service")));
            if (!answer.ok()) {
                throw new AttackNotRun("The server shows no figures of a unit at all: " + answer.status());
            }
            return answer.text().replace(scene.id(""), "");
        }
    }

    private static String common(int i) {
        return i % 2 == 0 ? "Gewoon een dag, nummer " + i : "Alles ging goed, nummer " + i;
    }

    private static void compare(Unit with, Unit without, String when, Notes notes) {
        for (var who : List.of("hr", "analyst")) {
            notes.expect(
                    with.shown(who).equals(without.shown(who)),
                    "figures tell that one text holds a word, " + when + ", to " + who);
        }
    }

    private static void onlyForThoseWhoReadTexts(Unit unit, Notes notes) {
        var path = ROUTE.replace("{unit}", unit.scene.id("service"));
        for (var who : List.of("operator", "works-council", Scene.lead(unit.scene.id("a")))) {
            if (unit.scene.api().has(who)) {
                notes.expect(!unit.scene.api().get(who, path).ok(), who + " sees what word lists find");
            }
        }
    }

    /** Registers a list and says of it that it was tried with success, on texts that nobody wrote. */
    private static void register(Api api, String id, String list) {
        var path = "/lexicons/" + id + "@1";
        api.ask("analyst", "PUT", path, list.formatted(id), "Content-Type", TABBED);
        api.ask("analyst", "PUT", path + "/validity", study(), "Content-Type", TABBED);
    }

    /** Ways to write a list that looks for one word, by the id to register it under. */
    private static Map<String, String> lists(String id) {
        var stems = IntStream.range(0, PADDING).boxed().toList();
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put(id + "-one-word", list(kind -> List.of(kind.equals("LEARNING") ? WORD : usual(kind))));
        lists.put(
                id + "-endings",
                list(kind -> stems.stream()
                        .map(i -> (kind.equals("LEARNING") ? WORD : usual(kind)) + " na" + i + "?")
                        .toList()));
        lists.put(
                id + "-padded",
                list(kind -> stems.stream()
                        .map(i -> i == 0 ? (kind.equals("LEARNING") ? WORD : usual(kind)) : padding(kind, i))
                        .toList()));
        return lists;
    }

    /** What stands in every text of half the people, so that there is enough to show. */
    private static String usual(String kind) {
        return kind.equals("BLAME") ? "gewoon|alles" : "dag";
    }

    private static String padding(String kind, int i) {
        return "zz" + kind.toLowerCase(Locale.ROOT) + i;
    }

    private static String list(java.util.function.Function<String, List<String>> phrases) {
        return "kind\twords\tnote\nKEY\t%s@1\nLANGUAGE\tnl\nNEGATOR\tniet\nPSEUDO_NEGATOR\tniet alleen\n"
                + "CLAUSE_BREAKER\twant\nTALK\tzeggen\n"
                + KINDS.stream()
                        .flatMap(kind -> phrases.apply(kind).stream().map(phrase -> kind + "\t" + phrase + "\n"))
                        .collect(Collectors.joining());
    }

    /** A study in which all gates are passed, by texts that were made up for it. */
    private static String study() {
        return "id\tlang\ttext\tlearn\tblame\tsilence\tlearn1\tblame1\tsilence1\tlearn2\tblame2\tsilence2\n"
                + IntStream.range(0, STUDIED)
                        .mapToObj(i -> {
                            var kind = i % (KINDS.size() + 1);
                            var label = IntStream.range(0, KINDS.size())
                                    .mapToObj(at -> at == kind ? "1" : "0")
                                    .collect(Collectors.joining("\t"));
                            var word = kind < KINDS.size() ? padding(KINDS.get(kind), 1 + i / 4 % 30) : "niks";
                            return i + "\tnl\tHier " + word + " stuk " + i + "\t" + label + "\t" + label + "\t" + label
                                    + "\n";
                        })
                        .collect(Collectors.joining());
    }
}
