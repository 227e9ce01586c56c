package org.groeipuls.attack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Who is given a key of their own to seal with can be told from the others by it: does everybody get the same? */
final class KeyTagging implements Attack<Api> {
    private static final int TIMES = 10;
    private static final List<String> DISGUISES = List.of(
            "Accept-Language",
            "nl",
            "Accept-Language",
            "fr",
            "User-Agent",
            "somebody",
            "Cookie",
            "id=1",
            "X-Forwarded-For",
            "10.0.0.7",
            "Referer",
            "http://localhost/answer");

    @Override
    public String key() {
        return "key-tagging";
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
        inspect(scene, scene.issue("links", "banded", List.of(team)), team, notes);
        if (scene.knowsPeople()) {
            scene.people(Map.of(team, 8));
            inspect(scene, scene.issueBlind("blind", "banded", List.of(team)), team, notes);
        }
        notes.number("readings", notes.finding().tries());
        return notes.finding();
    }

    private static void inspect(Scene scene, String pulse, String team, Notes notes) {
        var api = scene.api();
        var path = "/pulses/" + pulse + "/keys";
        var keys = api.get(null, path).json().path("keys");
        for (var other : seen(api, path, team)) {
            notes.expect(keys.equals(other), "a reader is given other keys than the next");
        }
        notes.expect(keys.equals(scene.pulse(pulse).path("keys")), "the pulse names other keys than the list of keys");
        var frozen = History.of(api).events("PulseIssued").stream()
                .filter(event -> event.path("pulse").asString("").equals(pulse))
                .toList();
        notes.expect(
                frozen.size() == 1 && keys.equals(frozen.getFirst().path("keys")),
                "history froze other keys than are given out");
        for (var name : List.of("operator", "council")) {
            notes.expect(
                    fingerprint(keys.path(name).asString(""))
                            .equals(keys.path(name + "Fingerprint").asString("")),
                    "the fingerprint of the " + name + "'s key is not its own");
        }
        keys.path("tickets")
                .forEach(key -> notes.expect(
                        fingerprint(key.path("key").asString(""))
                                .equals(key.path("fingerprint").asString("")),
                        "the fingerprint of a ticket key is not its own"));
    }

    private static List<JsonNode> seen(Api api, String path, String team) {
        List<JsonNode> seen = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            for (var who : List.of("analyst", "hr", "operator", "works-council", Scene.lead(team))) {
                seen.add(api.get(who, path).json().path("keys"));
            }
            for (int at = 0; at < DISGUISES.size(); at += 2) {
                seen.add(api.get(null, path, DISGUISES.get(at), DISGUISES.get(at + 1))
                        .json()
                        .path("keys"));
            }
        }
        return seen;
    }

    private static String fingerprint(String base64) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(Base64.getDecoder().decode(base64)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
