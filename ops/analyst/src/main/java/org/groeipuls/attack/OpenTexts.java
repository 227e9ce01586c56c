package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What people write: does anything of it show before the end, below ten people or five texts, to whoever has no business
 * with it, beside a group or a day, or in the order in which it came; and can anybody write twice?
 */
final class OpenTexts implements Attack<Api> {
    private static final String ROUTE = "/units/{unit}/texts";
    private static final int TEAM = 9;
    private static final int PEOPLE = 16;
    private static final int TOO_FEW_PEOPLE = 9;
    private static final int TOO_FEW_TEXTS = 4;
    private static final double CERTAIN = 0.001;
    private static final Pattern DAY = Pattern.compile("20\\d\\d-\\d\\d");

    @Override
    public String key() {
        return "open-texts";
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
        var scene = new Scene(api).writing();
        var teams = List.of(scene.team("a", TEAM), scene.team("b", TEAM));
        var pulse = scene.issue("p", "banded", teams);
        scene.open();
        var links = codes(scene, pulse, teams);
        var before = texts(scene);
        for (int i = 0; i < PEOPLE; i++) {
            person(scene, pulse, links, i, "nummer " + i + ".");
        }
        notes.expect(texts(scene).equals(before), "texts show while the pulse is open");
        int twice = again(scene, pulse, links, notes);
        notes.expect(twice == 0, "texts were taken a second time: " + twice);
        scene.close();
        var shown = texts(scene);
        notes.expect(shown.size() == PEOPLE, shown.size() + " texts are shown of " + PEOPLE + " people");
        inNoOrder(shown, notes);
        aboutNobody(scene, pulse, teams, notes);
        withheld(scene, teams, "few-people", TOO_FEW_PEOPLE, TOO_FEW_PEOPLE, shown.size(), notes);
        withheld(scene, teams, "few-texts", TOO_FEW_TEXTS, PEOPLE, shown.size(), notes);
        notes.number("people", PEOPLE);
        notes.number("texts", shown.size());
        return notes.finding();
    }

    private static LinkTickets.Codes codes(Scene scene, String pulse, List<String> teams) {
        List<String> answers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (var team : teams) {
            var both = scene.links().bothCodes("hr", pulse, team);
            answers.addAll(both.answers());
            texts.addAll(both.texts());
        }
        if (texts.size() < PEOPLE) {
            throw new AttackNotRun("The server makes no codes to write with");
        }
        return new LinkTickets.Codes(answers, texts);
    }

    private static void person(Scene scene, String pulse, LinkTickets.Codes links, int i, String text) {
        scene.answer(scene.links().of(pulse, links.answers().get(i)), scene.answers(i));
        var taken = scene.links().write(pulse, links.texts().get(i), 1, text);
        if (!taken.ok()) {
            throw new AttackNotRun("The server refuses an honest text: " + taken);
        }
    }

    /** How many texts were taken as new that nobody has the right to send. */
    private static int again(Scene scene, String pulse, LinkTickets.Codes links, Notes notes) {
        int taken = 0;
        for (var code : List.of(
                links.texts().getFirst().toUpperCase(java.util.Locale.ROOT),
                " " + links.texts().getFirst(),
                links.answers().getFirst(),
                links.answers().getLast(),
                "a".repeat(26))) {
            notes.tried();
            taken += scene.links().write(pulse, code, 1, "nog een keer").status() == 201 ? 1 : 0;
        }
        notes.tried();
        var crossed = scene.links().of(pulse, links.texts().getLast()).send(1, scene.nonce(), scene.all(1));
        return taken + (crossed.ok() ? 1 : 0);
    }

    private static List<String> texts(Scene scene) {
        var answer = scene.api().get("hr", path(scene));
        List<String> texts = new ArrayList<>();
        answer.json().path("texts").forEach(text -> texts.add(text.isString() ? text.asString() : text.toString()));
        return texts;
    }

    private static String path(Scene scene) {
        return ROUTE.replace("{unit}", scene.id("service"));
    }

    private static void inNoOrder(List<String> shown, Notes notes) {
        List<Long> places = IntStream.range(0, PEOPLE)
                .mapToObj(i -> (long) place(shown, "nummer " + i + "."))
                .filter(place -> place >= 0)
                .toList();
        double correlation = Order.correlation(places);
        notes.number("order-of-texts", ArrivalOrder.rounded(correlation));
        notes.expect(
                Order.chance(correlation, places.size()) >= CERTAIN, "texts are shown in the order in which they came");
    }

    private static int place(List<String> shown, String text) {
        return IntStream.range(0, shown.size())
                .filter(at -> shown.get(at).contains(text))
                .findFirst()
                .orElse(-1);
    }

    private static void aboutNobody(Scene scene, String pulse, List<String> teams, Notes notes) {
        var whole = scene.api().get("hr", path(scene)).json().toString();
        notes.expect(!whole.contains(pulse) && !DAY.matcher(whole).find(), "a day or a pulse stands beside texts");
        notes.expect(teams.stream().noneMatch(whole::contains), "a group stands beside texts");
        List<String> others = new ArrayList<>(List.of("operator", "works-council"));
        teams.forEach(team -> others.add(Scene.lead(team)));
        for (var who : others) {
            notes.expect(
                    !scene.api().has(who) || !scene.api().get(who, path(scene)).ok(), who + " can read texts");
        }
        notes.expect(!scene.api().get(null, path(scene)).ok(), "anybody can read texts");
    }

    /** A pulse of too few people or too few texts adds nothing. */
    private static void withheld(
            Scene scene, List<String> teams, String name, int texts, int people, int shown, Notes notes) {
        var pulse = scene.issue(name, "banded", teams);
        scene.open();
        var links = codes(scene, pulse, teams);
        for (int i = 0; i < people; i++) {
            person(scene, pulse, links, i, i < texts ? name + " " + i : "");
        }
        scene.close();
        notes.expect(texts(scene).size() == shown, "texts show of " + people + " people, " + texts + " of whom wrote");
    }
}
