package org.groeipuls.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.groeipuls.audit.Figures;
import tools.jackson.databind.JsonNode;

/**
 * Adds people to the list after a pulse was issued, has them ask for tickets, and computes the commitment to the list
 * of those asked anew.
 */
final class InvitedMembers implements Attack<Api> {
    private static final int REAL = 6;
    private static final int ADDED = 20;

    @Override
    public String key() {
        return "fake-members-blind";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var scene = new Scene(api);
        var team = scene.team("a", REAL);
        var pulse = scene.asked(Map.of(team, REAL), "exact");
        var frozen = frozen(api, pulse);
        scene.people(Map.of(team, REAL + ADDED));
        scene.distribute();
        notes.expect(
                scene.pulse(pulse).at("/groups/0/eligible").asInt(-1) == REAL,
                "the frozen number of people moved with the list");
        var tickets = new BlindTickets(scene, pulse);
        int fetched = 0;
        for (int i = 0; i < REAL + ADDED; i++) {
            var request = tickets.request(team);
            notes.tried();
            fetched += BlindTickets.finished(request, tickets.fetch(Scene.person(team, i), request.blindedMessage()))
                            .isPresent()
                    ? 1
                    : 0;
        }
        notes.expect(fetched == REAL, fetched + " tickets for " + REAL + " people");
        var invited = api.get("works-council", "/pulses/" + pulse + "/invited");
        notes.expect(
                commitment(invited.json()).equals(frozen), "the list of those asked is not what history committed to");
        notes.expect(
                invited.json().at("/groups/0/people").size() == REAL, "the list of those asked grew after issuing");
        for (var nosy : List.of("hr", "analyst", "operator", Scene.lead(team), Scene.person(team, 0))) {
            notes.expect(
                    !api.get(nosy, "/pulses/" + pulse + "/invited").ok(),
                    "others than the works council see who was asked");
        }
        notes.number("people", REAL);
        notes.number("people-added", ADDED);
        notes.number("tickets", fetched);
        return notes.finding();
    }

    private static String frozen(Api api, String pulse) {
        return History.of(api).events("PulseIssued").stream()
                .filter(event -> event.path("pulse").asString("").equals(pulse))
                .map(event -> event.path("roster").asString(""))
                .findFirst()
                .orElse("");
    }

    /** As docs/protocol.md says it is computed. */
    private static String commitment(JsonNode invited) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("groeipuls/1/roster\0".getBytes(UTF_8));
        bytes.writeBytes(Base64.getDecoder().decode(invited.path("salt").asString("")));
        bytes.writeBytes(number(invited.path("groups").size()));
        invited.path("groups").forEach(group -> {
            text(bytes, group.path("group").asString());
            bytes.writeBytes(number(group.path("people").size()));
            Figures.texts(group.path("people")).stream()
                    .sorted(Comparator.comparing(name -> name.getBytes(UTF_8), Arrays::compareUnsigned))
                    .forEach(name -> text(bytes, name));
        });
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static void text(ByteArrayOutputStream bytes, String text) {
        byte[] encoded = text.getBytes(UTF_8);
        bytes.write(encoded.length >> 8);
        bytes.write(encoded.length);
        bytes.writeBytes(encoded);
    }
}
