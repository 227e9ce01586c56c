package org.groeipuls.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One link, spelled in many ways: does any of them count a second time? */
final class DoubleVote implements Attack<Api> {
    private static final int PEOPLE = 5;

    @Override
    public String key() {
        return "double-vote";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var scene = new Scene(api);
        var team = scene.team("a", 8);
        var pulse = scene.issue("p", "exact", List.of(team));
        scene.open();
        var codes = scene.codes(pulse, team);
        scene.answer(scene.links().of(pulse, codes), PEOPLE);
        int taken = 0;
        for (var spelling : spellings(codes.getFirst())) {
            var ballot =
                    new LinkedHashMap<>(LinkTickets.ballot(pulse, spelling, 1, scene.nonce(), scene.answers(taken)));
            notes.tried();
            taken += api.ask(null, "POST", "/ballots", ballot).status() == 201 ? 1 : 0;
        }
        for (var body : bodies(pulse, codes.getFirst(), scene)) {
            notes.tried();
            taken += api.ask(null, "POST", "/ballots", body).status() == 201 ? 1 : 0;
        }
        scene.close();
        int counted = scene.counted(pulse);
        notes.number("people", PEOPLE);
        notes.number("ballots-counted", counted);
        notes.expect(taken == 0, "taken as new a second time: " + taken + " times");
        notes.expect(counted == PEOPLE, counted + " ballots were counted of " + PEOPLE + " people");
        return notes.finding();
    }

    /** The same code as somebody might write it. */
    private static List<String> spellings(String code) {
        List<String> spellings = new ArrayList<>(List.of(
                code,
                code.toUpperCase(Locale.ROOT),
                code.substring(0, 13).toUpperCase(Locale.ROOT) + code.substring(13),
                " " + code,
                code + " ",
                code + '\n',
                code + "\t",
                code + "\0",
                code + "\u00a0",
                "\ufeff" + code,
                code.substring(0, 5) + "\u200b" + code.substring(5),
                code.substring(0, 13) + " " + code.substring(13),
                code.substring(0, 13) + "-" + code.substring(13),
                "%" + Integer.toHexString(code.charAt(0)) + code.substring(1),
                "%25" + Integer.toHexString(code.charAt(0)) + code.substring(1),
                "&#" + (int) code.charAt(0) + ";" + code.substring(1),
                "\\u%04x".formatted((int) code.charAt(0)) + code.substring(1),
                wide(code),
                code + code,
                code + "=",
                code + "/",
                "#" + code,
                "?code=" + code,
                code + ",",
                code.substring(0, 25),
                code + "a"));
        return spellings;
    }

    private static String wide(String code) {
        var wide = new StringBuilder();
        code.chars().forEach(c -> wide.append((char) (c - '!' + '\uff01')));
        return wide.toString();
    }

    /** The same ballot as JSON that says more than one thing. */
    private static List<String> bodies(String pulse, String code, Scene scene) {
        var ballot = Answer.JSON.writeValueAsString(
                LinkTickets.ballot(pulse, code, 1, scene.nonce(), Map.copyOf(scene.all(3))));
        var escaped = new StringBuilder();
        code.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        return List.of(
                ballot.replace("\"" + code + "\"", "\"" + escaped + "\""),
                ballot.replace("\"" + code + "\"", "[\"" + code + "\"]"),
                ballot.replace("\"code\"", "\"code\":\"" + "a".repeat(26) + "\",\"code\""),
                ballot.replace("\"pulse\":\"" + pulse, "\"pulse\":\"" + pulse.toUpperCase(Locale.ROOT)),
                ballot.replace("\"pulse\":\"" + pulse, "\"pulse\":\" " + pulse),
                "[" + ballot + "," + ballot + "]",
                ballot + ballot);
    }
}
