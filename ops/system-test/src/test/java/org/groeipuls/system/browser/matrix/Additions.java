package org.groeipuls.system.browser.matrix;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groeipuls.simulation.SurveyClient;

/** What the demonstration lacks: a first report, a team without anything, pulses in every state, and what people wrote. */
final class Additions {
    private static final String CALLS = "klantcontact";
    private static final Duration AT_ONCE = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration LATER = Duration.ofDays(5);

    private final SurveyClient client;
    private final Instant now;
    private final Map<String, Deque<String>> codes = new HashMap<>();

    Additions(SurveyClient client, Instant now) {
        this.client = client;
        this.now = now;
    }

    /** Codes that nobody used yet, by the page that takes them. */
    Map<String, Deque<String>> make() {
        teams();
        issue("beginfoto", World.FIRST, "F1", "link", 1, SOON);
        issue("geschreven", CALLS, "F4", "link", 1, SOON);
        closedForTheCouncil();
        issue("ingetrokken", World.TEAM, "F1", "link", 1, LATER);
        client.post("hr", "/pulses/ingetrokken/cancel", Map.of("reason", "De lijst van het team klopte niet."));
        issue("verlengd", CALLS, "F1", "link", 1, LATER);
        client.post(
                "hr",
                "/pulses/verlengd/extend",
                Map.of("closesAt", now.plus(LATER).plus(LATER).toString()));
        programme();
        issue("met-link", CALLS, "F1", "link", 1, LATER);
        issue("schrijven", CALLS, "F4", "link", 1, LATER);
        issue("kaarten", List.of("balie", CALLS), "F1", "link", 1, LATER);
        client.clock(now.plus(AT_ONCE));
        answered();
        client.clock(now.plus(SOON).plus(SOON));
        whatLeadsDid();
        reference();
        keep("met-link");
        keep("schrijven");
        return codes;
    }

    private void teams() {
        Map.of(World.FIRST, "Parken", World.EMPTY, "Begraafplaatsen")
                .forEach((team, name) -> client.put(
                        "hr",
                        "/teams/" + team,
                        Map.of("name", name, "unit", "openbare-ruimte", "size", 12, "leads", List.of("lead-" + team))));
    }

    /** Begins after all that is looked at. */
    private void programme() {
        client.put(
                "hr",
                "/programmes/maandelijks",
                Map.of(
                        "name",
                        "Elke vier weken",
                        "instrument",
                        "groeipuls@1",
                        "cadence",
                        Map.of(
                                "rule",
                                "FREQ=WEEKLY;INTERVAL=4;BYDAY=MO",
                                "startsOn",
                                "2027-01-11",
                                "zone",
                                "Europe/Amsterdam",
                                "opensAt",
                                "09:00")));
    }

    private void issue(String pulse, String group, String form, String tickets, int layers, Duration open) {
        issue(pulse, List.of(group), form, tickets, layers, open);
    }

    private void issue(String pulse, List<String> groups, String form, String tickets, int layers, Duration open) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "instrument", "groeipuls@1", "form", form, "groups", groups, "tickets", tickets, "layers", layers));
        body.put("ticketsFrom", now.toString());
        body.put("opensAt", now.plus(AT_ONCE).toString());
        body.put("closesAt", now.plus(open).toString());
        client.put("hr", "/pulses/" + pulse, body);
    }

    /** The council keeps its key, so the box stays shut. */
    private void closedForTheCouncil() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var key = generator.generateKeyPair().getPublic().getEncoded();
            client.put(
                    "works-council",
                    "/pulses/gesloten/council-key",
                    Map.of("publicKey", Base64.getEncoder().encodeToString(key)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        issue("gesloten", World.TEAM, "F1", "link", 2, SOON);
    }

    private void answered() {
        var first = codes("beginfoto", World.FIRST);
        for (int at = 0; at < 9; at++) {
            int shift = at;
            Map<String, Object> answers = new HashMap<>();
            client.get("hr", "/pulses/beginfoto")
                    .path("groups")
                    .get(0)
                    .path("items")
                    .forEach(item -> {
                        var id = item.isString()
                                ? item.asString()
                                : item.path("item").asString();
                        answers.put(id, 1 + (shift + id.hashCode() % 7 + 7) % 5);
                    });
            send("beginfoto", first.get(at), answers);
        }
        var texts = codes("geschreven", CALLS);
        for (int at = 0; at < 20; at++) {
            var two = texts.get(at).split("\\.");
            send("geschreven", two[0], Map.of("PS1", 1 + at % 5, "PS2", 3));
            client.ballot(Map.of(
                            "pulse", "geschreven", "box", "texts", "code", two[1], "sequence", 1, "text", remark(at)))
                    .expect(201);
        }
    }

    private static String remark(int at) {
        return at % 2 == 0
                ? "We keken deze maand samen naar een klacht en spraken af wie de klant terugbelt."
                : "Ik vroeg eerder om hulp. Dat scheelde twee dagen zoeken, en de anderen leerden het meteen mee.";
    }

    private void send(String pulse, String code, Map<String, ?> answers) {
        client.ballot(Map.of("pulse", pulse, "code", code, "sequence", 1, "answers", answers))
                .expect(201);
    }

    private List<String> codes(String pulse, String group) {
        var links = client.post("hr", "/pulses/" + pulse + "/links", Map.of("group", group))
                .json();
        List<String> all = new ArrayList<>();
        links.path("codes")
                .forEach(code -> all.add(
                        links.path("textCodes").isArray()
                                ? code.asString() + "."
                                        + links.path("textCodes")
                                                .get(all.size())
                                                .asString()
                                : code.asString()));
        return all;
    }

    private void keep(String pulse) {
        codes.put("/answer/" + pulse + "/" + CALLS, new ArrayDeque<>(codes(pulse, CALLS)));
    }

    private void whatLeadsDid() {
        retrospective(World.TEAM, "2026-09-10");
        retrospective("handhaving", "2026-08-24");
        Map<String, Integer> answers = new HashMap<>();
        client.get(World.FIRST_LEAD, "/teams/" + World.FIRST + "/mirror/beginfoto")
                .path("statements")
                .forEach(statement -> answers.put(statement.path("item").asString(), 4));
        client.put(World.FIRST_LEAD, "/teams/" + World.FIRST + "/mirror/beginfoto", Map.of("answers", answers));
    }

    private void retrospective(String team, String startedOn) {
        client.put(
                "lead-" + team,
                "/teams/" + team + "/interventions/terugblik-" + team,
                Map.of(
                        "form",
                        "retrospective",
                        "leaderRole",
                        "bringsOwnCase",
                        "startedOn",
                        startedOn,
                        "teams",
                        List.of(team)));
    }

    private void reference() {
        client.put(
                "hr",
                "/references/onderzoek",
                Map.of(
                        "source",
                        "Medewerkersonderzoek van het eigen bureau, in het jaarverslag",
                        "statement",
                        Map.of("nl", "Hier durf ik een fout te noemen", "en", "Here I dare to name an error"),
                        "construct",
                        "error-talk",
                        "series",
                        List.of(
                                Map.of("year", 2021, "percentPositive", 39.5, "n", 120),
                                Map.of("year", 2023, "percentPositive", 44, "n", 131),
                                Map.of("year", 2025, "percentPositive", 51.2))));
    }
}
