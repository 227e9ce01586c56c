package org.groeipuls.system.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.groeipuls.anonymity.CouncilKey;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.CouncilBatch;
import org.groeipuls.ballot.OuterLayer;
import org.groeipuls.ballot.PublishedTerms;
import org.groeipuls.simulation.CallRefused;
import org.groeipuls.simulation.History;
import org.groeipuls.simulation.SurveyClient;
import org.groeipuls.system.fault.Ledger.Sent;
import tools.jackson.databind.json.JsonMapper;

/** A small organisation whose pulses are answered, counted and read back over HTTP. */
final class FaultSurvey {
    private static final int PEOPLE_A_ROUND = 600;
    private static final int TEAMS = 4;
    private static final CouncilKey COUNCIL = CouncilKey.generate();
    private static final Duration OPEN = Duration.ofDays(8);

    private final SurveyClient client;
    private final URI origin;
    private final int rounds;
    private final List<String> codes;
    private final List<String> textCodes;

    FaultSurvey(URI origin, int rounds) {
        this(origin, rounds, new ArrayList<>(), new ArrayList<>());
    }

    private FaultSurvey(URI origin, int rounds, List<String> codes, List<String> textCodes) {
        this.client = new SurveyClient(origin);
        this.origin = origin;
        this.rounds = rounds;
        this.codes = codes;
        this.textCodes = textCodes;
    }

    /** The same survey on a server that was started again. */
    FaultSurvey at(URI elsewhere) {
        return new FaultSurvey(elsewhere, rounds, codes, textCodes);
    }

    void establish() {
        client.put("hr", "/units/root", Map.of("name", "Root"));
        for (int team = 0; team < TEAMS; team++) {
            client.put(
                    "hr",
                    "/teams/team-" + team,
                    Map.of("name", "Team " + team, "unit", "root", "size", PEOPLE_A_ROUND * rounds / TEAMS));
        }
    }

    private static List<String> groups() {
        List<String> groups = new ArrayList<>();
        for (int team = 0; team < TEAMS; team++) {
            groups.add("team-" + team);
        }
        return groups;
    }

    private Instant now() {
        return Instant.parse(client.get("operator", "/clock").path("instant").asString());
    }

    /** Issues and opens a pulse and keeps all codes, group by group. */
    void open(String pulse) {
        open(pulse, 1);
    }

    private void open(String pulse, int layers) {
        var opens = now().plus(Duration.ofHours(1));
        if (layers == 2) {
            client.put(
                    "works-council",
                    "/pulses/" + pulse + "/council-key",
                    Map.of("publicKey", Base64.getEncoder().encodeToString(COUNCIL.publicKey())));
        }
        client.put(
                "hr",
                "/pulses/" + pulse,
                Map.of(
                        "instrument",
                        "groeipuls@1",
                        "form",
                        "F4",
                        "groups",
                        groups(),
                        "opensAt",
                        opens.toString(),
                        "closesAt",
                        opens.plus(OPEN).toString(),
                        "tickets",
                        "link",
                        "layers",
                        layers));
        client.clock(opens);
        codes.clear();
        textCodes.clear();
        for (var group : groups()) {
            var links = client.post("hr", "/pulses/" + pulse + "/links", Map.of("group", group))
                    .json();
            links.path("codes").forEach(code -> codes.add(code.asString()));
            links.path("textCodes").forEach(code -> textCodes.add(code.asString()));
        }
    }

    /** The codes that are used in one round; each round has people of its own. */
    List<String> share(int round) {
        return codes.subList(round * PEOPLE_A_ROUND, (round + 1) * PEOPLE_A_ROUND);
    }

    /** Everybody answers and writes the same way in every pulse; gives the hashes of the receipts, sorted. */
    List<String> answerAll(String pulse) {
        return answerAll(pulse, 1);
    }

    List<String> answerAll(String pulse, int layers) {
        open(pulse, layers);
        var ledger = new Ledger();
        for (int i = 0; i < codes.size(); i += 10) {
            var ballot = new Sent(codes.get(i), UUID.randomUUID().toString().replace("-", ""));
            int answer = 1 + i / 10 % 5;
            client.ballot(Map.of(
                            "pulse", pulse,
                            "code", ballot.code(),
                            "sequence", 1,
                            "nonce", ballot.nonce(),
                            "answers", Map.of("PS1", answer, "PS2", 6 - answer, "PS3", answer, "LR1", 3)))
                    .expect(201);
            ledger.acknowledge(ballot);
            client.ballot(Map.of(
                            "pulse",
                            pulse,
                            "box",
                            "texts",
                            "code",
                            textCodes.get(i),
                            "sequence",
                            1,
                            "text",
                            i % 20 == 0 ? "text " + i / 20 : ""))
                    .expect(201);
        }
        return ledger.receiptHashes();
    }

    /** Moves the clock past the end. */
    void close(String pulse) {
        var after = end(pulse);
        client.clock(after.isAfter(now()) ? after : now());
    }

    private Instant end(String pulse) {
        var read = client.get("hr", "/pulses/" + pulse);
        return Instant.parse(read.path("closesAt").asString()).plusSeconds(60);
    }

    /** What the works council gives back of both boxes of a closed pulse with two layers, by where it goes. */
    Map<String, Map<String, Object>> share(String pulse) {
        var published = client.get("hr", "/pulses/" + pulse);
        Map<String, Map<String, Object>> shares = new LinkedHashMap<>();
        shares.put("/shares", share(pulse, "/shares", PublishedTerms.read(published)));
        shares.put(
                "/shares/texts",
                share(pulse, "/shares/texts", PublishedTerms.texts(published).orElseThrow()));
        return shares;
    }

    private Map<String, Object> share(String pulse, String part, BoxTerms terms) {
        var batch = client.get("works-council", "/pulses/" + pulse + part);
        List<byte[]> ballots = new ArrayList<>();
        batch.path("ballots").forEach(ballot -> ballots.add(Base64.getDecoder().decode(ballot.asString())));
        Map<String, String> hashes = new HashMap<>();
        batch.path("codes").forEachEntry((hash, group) -> hashes.put(hash, group.asString()));
        var share = OuterLayer.remove(
                terms,
                new CouncilBatch(terms.pulse(), ballots, hashes),
                COUNCIL,
                new SplittableRandom(pulse.hashCode()));
        Map<String, List<String>> groups = new HashMap<>();
        share.groups()
                .forEach((group, sheets) -> groups.put(
                        group,
                        sheets.stream().map(Base64.getEncoder()::encodeToString).toList()));
        return Map.of("groups", groups, "rejected", share.rejected());
    }

    /** Gives shares back, again if need be, and returns when the pulse is counted. */
    void handOver(String pulse, Map<String, Map<String, Object>> shares) {
        shares.forEach((part, share) -> {
            try {
                client.post("works-council", "/pulses/" + pulse + part, share);
            } catch (CallRefused nothingLeft) {
                // it came in before the kill, and the clockwork of the new server counts it or has done so
                client.clock(now());
            }
        });
        if (!counted(pulse)) {
            throw new AssertionError("Pulse " + pulse + " was given back and is not counted");
        }
    }

    private boolean counted(String pulse) {
        return client.get("hr", "/pulses/" + pulse).path("state").asString().equals("counted");
    }

    /** The same on a thread of its own, for a server that will not live to answer. */
    Thread handOverInBackground(String pulse, Map<String, Map<String, Object>> shares) {
        var token = client.tokenOf("works-council");
        return Thread.ofPlatform()
                .start(() -> shares.forEach((part, share) -> send(
                        token, "/pulses/" + pulse + part, JsonMapper.shared().writeValueAsString(share))));
    }

    /** Moves the clock past the end and returns when the pulse is counted. */
    void count(String pulse) {
        close(pulse);
        var state = client.get("hr", "/pulses/" + pulse).path("state").asString();
        if (!state.equals("counted")) {
            throw new AssertionError("Pulse " + pulse + " is " + state + " and not counted");
        }
    }

    /** The same on a thread of its own, for a server that will not live to answer. */
    Thread countInBackground(String pulse) {
        return sendInBackground("operator", "/clock", "{\"instant\":\"" + end(pulse) + "\"}");
    }

    private Thread sendInBackground(String who, String path, String body) {
        var token = client.tokenOf(who);
        return Thread.ofPlatform().start(() -> send(token, path, body));
    }

    private void send(String token, String path, String body) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(origin.resolve("/api/v1" + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException killed) {
            // expected: that is what the round is about
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    List<String> inclusion(String pulse) {
        List<String> hashes = new ArrayList<>();
        client.get("hr", "/pulses/" + pulse)
                .path("count")
                .path("inclusion")
                .forEach(hash -> hashes.add(hash.asString()));
        return hashes;
    }

    long timesCounted(String pulse) {
        return events(pulse).stream()
                .filter(event -> event.type().equals("CountPublished"))
                .count();
    }

    long sheetsCounted(String pulse) {
        return events(pulse).stream()
                .filter(event -> event.type().equals("BlockReleased"))
                .mapToLong(event -> event.data().path("n").asLong())
                .sum();
    }

    /** The released figures of every block, without what names the pulse. */
    List<String> figures(String pulse) {
        return events(pulse).stream()
                .filter(event -> event.type().equals("BlockReleased"))
                .map(event -> event.data().path("block") + " " + event.data().path("n") + " "
                        + event.data().path("items"))
                .toList();
    }

    /** How many people and texts of each unit were released with a pulse. */
    List<String> writing(String pulse) {
        return events(pulse).stream()
                .filter(event -> event.type().equals("TextsReleased"))
                .map(event -> event.data().path("unit").asString() + " "
                        + event.data().path("texts").asInt() + " of "
                        + event.data().path("respondents").asInt())
                .toList();
    }

    /** Everything that HR reads of all pulses. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        client.get("hr", "/units/root/texts").path("texts").forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private List<History.Event> events(String pulse) {
        return History.ofPulse(History.all(client), pulse);
    }
}
