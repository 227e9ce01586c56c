package org.groeipuls.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.BlindSigner;
import org.groeipuls.anonymity.PulseKeys;
import org.groeipuls.api.employee.TicketOffice;
import org.groeipuls.api.employee.TicketRefusal;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.ViewPosition;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.roster.Invitations;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.GroupId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is asked, and blind tickets over HTTP, whichever store stands behind it. */
abstract class TicketContract {
    private static final int PEOPLE = 8;

    private final Server server = server();
    private final Survey survey = new Survey(server);
    private final Random chance = new Random(11);
    private final String roads = survey.team("roads", 20);
    private final String parks = survey.team("parks", 20);

    abstract Server server();

    @BeforeEach
    void say_who_is_who() {
        say(PEOPLE);
    }

    /** Two teams of so many people, a lead of both and one who leads the second with them. */
    private void say(int people) {
        say(people, "dee", "eve");
    }

    private void say(int people, String... leads) {
        var csv = new StringBuilder("person,address,language,team,role\n");
        for (int i = 0; i < people; i++) {
            csv.append(row("road" + i, roads, "employee")).append(row("park" + i, parks, "employee"));
        }
        csv.append(row("dee", roads, "lead"));
        for (var lead : leads) {
            csv.append(row(lead, parks, "lead"));
        }
        var reply = server.ask(
                "hr", "POST", "/api/v1/people/imports?dryRun=false", csv.toString(), "Content-Type", "text/csv");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    private String row(String person, String team, String role) {
        return "%s,%s@city.example,nl,%s,%s\n".formatted(survey.id(person), person, team, role);
    }

    private String person(String name) {
        return survey.id(name);
    }

    private String leads() {
        return "leads." + survey.id("root");
    }

    private String asked(String... groups) {
        return survey.asked("banded", groups).replace("\"tickets\":\"link\"", "\"tickets\":\"blind\"");
    }

    /** Issued, and at the time when tickets can be fetched and ballots cannot be handed in. */
    private String issued() {
        var pulse = survey.id("p");
        survey.put("/pulses/" + pulse, asked(roads, parks), 201);
        server.clockTo(server.now().plus(Duration.ofHours(30)));
        return pulse;
    }

    private byte[] message() {
        var message = new byte[256];
        chance.nextBytes(message);
        message[0] = 1;
        return message;
    }

    private Reply fetch(String who, String pulse, byte[] message) {
        return survey.post(
                who,
                "/pulses/" + pulse + "/tickets",
                "{'blindedMessages':{'group':'" + Base64.getEncoder().encodeToString(message) + "'}}");
    }

    private static byte[] signature(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return Base64.getDecoder()
                .decode(reply.json().at("/blindSignatures/group").asString());
    }

    /** Whether a blind signature is one of a message with the ticket key of a group. */
    private boolean signed(String pulse, String group, byte[] message, byte[] signature) {
        try {
            var spki = Base64.getDecoder()
                    .decode(keys(pulse).path(group).path("key").asString());
            var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(spki));
            return new BigInteger(1, signature)
                    .modPow(key.getPublicExponent(), key.getModulus())
                    .equals(new BigInteger(1, message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode keys(String pulse) {
        return survey.pulse(pulse).path("keys").path("tickets");
    }

    private Invitations invitations() {
        return server.bean(Invitations.class);
    }

    @Test
    void who_is_asked_is_frozen_and_the_works_council_can_recompute_the_commitment() throws Exception {
        var pulse = issued();
        say(PEOPLE - 1);

        var invited = server.get("works-council", "/api/v1/pulses/" + pulse + "/invited");

        assertThat(invited.header("Cache-Control")).isEqualTo("no-store");
        assertThat(texts(invited.json().at("/groups/1/people")))
                .contains(person("park7"))
                .hasSize(PEOPLE);
        assertThat(texts(invited.json().at("/groups/0/people"))).containsExactly(person("dee"), person("eve"));
        assertThat(invited.json().at("/groups/0/group").asString()).isEqualTo(leads());
        assertThat(survey.pulse(pulse).path("roster").asString())
                .isEqualTo(commitment(invited.json()))
                .isEqualTo(invited.json().path("roster").asString());
        assertThat(survey.pulse(pulse).path("groups"))
                .extracting(group -> group.path("eligible").asInt())
                .containsExactlyInAnyOrder(PEOPLE, PEOPLE, 2);
        survey.put("/pulses/" + pulse, again(pulse), 200);
    }

    /** The same request as before, whose dates do not go by today's clock. */
    private String again(String pulse) {
        var issued = survey.pulse(pulse);
        return asked(roads, parks)
                .replaceAll(
                        "\"opensAt\":\"[^\"]+\"",
                        "\"opensAt\":\"" + issued.at("/dates/opensAt").asString() + "\"")
                .replaceAll(
                        "\"closesAt\":\"[^\"]+\"",
                        "\"closesAt\":\"" + issued.at("/dates/closesAt").asString() + "\"");
    }

    private static String commitment(JsonNode invited) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write("groeipuls/1/roster\0".getBytes(UTF_8));
        out.write(Base64.getDecoder().decode(invited.path("salt").asString()));
        out.writeInt(invited.path("groups").size());
        for (var group : invited.path("groups")) {
            text(out, group.path("group").asString());
            out.writeInt(group.path("people").size());
            for (var person : group.path("people")) {
                text(out, person.asString());
            }
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeShort(text.getBytes(UTF_8).length);
        out.write(text.getBytes(UTF_8));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void a_refused_pulse_leaves_nobody_invited_and_no_keys() {
        var pulse = survey.id("refused");
        var nobody = survey.team("nobody", 12);

        assertThat(survey.put("/pulses/" + pulse, asked(roads, nobody), 422).code())
                .isEqualTo("people-missing");
        var past = asked(roads).replaceAll("\"opensAt\":\"[^\"]+\"", "\"opensAt\":\"2020-01-01T00:00:00Z\"");
        assertThat(survey.put("/pulses/" + pulse, past, 422).code()).isEqualTo("dates-not-allowed");
        var more = asked(roads).replaceFirst("\\{", "{\"minimumGroup\":" + (PEOPLE + 1) + ",");
        assertThat(survey.put("/pulses/" + pulse, more, 422).code()).isEqualTo("group-below-minimum");
        say(3);
        assertThat(survey.put("/pulses/" + pulse, asked(roads), 422).code()).isEqualTo("group-too-small");

        assertThat(invitations().pulses()).doesNotContain(new PulseId(pulse));
        assertThat(server.bean(PulseKeys.class).pulses()).doesNotContain(pulse);
    }

    @Test
    void nobody_is_asked_as_long_as_people_stand_in_a_team_that_is_there_no_more() {
        var split = survey.post(
                "hr",
                "/organisation/changes",
                ("{'kind':'split','effectiveOn':'%s','team':'%s','into':[{'team':'%s','name':'A','size':10},"
                                + "{'team':'%s','name':'B','size':10}]}")
                        .formatted(
                                server.now().atZone(ZoneOffset.UTC).toLocalDate(),
                                roads,
                                survey.id("a"),
                                survey.id("b")));
        assertThat(split.status()).as(split.toString()).isEqualTo(201);

        var refused = server.ask(
                "hr", "PUT", "/api/v1/pulses/" + survey.id("p"), asked(parks).replace('\'', '"'));

        assertThat(refused.code()).as(refused.toString()).isEqualTo("people-in-closed-team");
    }

    @Test
    void who_is_asked_sees_who_else_is_in_the_group_as_it_was_frozen_and_of_no_other_group() {
        var pulse = issued();
        say(PEOPLE - 1);

        var people = server.get(person("road0"), "/api/v1/inbox").json().at("/pulses/0/people");

        var list = PEOPLE - 1;
        assertThat(texts(people))
                .as("who left the list since then is not named")
                .hasSize(list)
                .contains("road0@city.example", "road" + (list - 1) + "@city.example")
                .noneMatch(name -> name.contains("park") || name.contains("dee"));
        assertThat(pulse).isNotEmpty();
    }

    @Test
    void a_ticket_is_signed_with_the_key_of_the_persons_own_group_once() {
        var pulse = issued();
        var message = message();

        var signature = signature(fetch(person("road0"), pulse, message));

        assertThat(signed(pulse, roads, message, signature)).isTrue();
        assertThat(signed(pulse, parks, message, signature)).isFalse();
        assertThat(signature(fetch(person("road0"), pulse, message))).isEqualTo(signature);
        assertThat(fetch(person("road0"), pulse, message()).code()).isEqualTo("ticket-already-issued");
        var lead = message();
        assertThat(signed(pulse, leads(), lead, signature(fetch(person("dee"), pulse, lead))))
                .isTrue();
    }

    @Test
    void nobody_chooses_a_group() {
        var pulse = issued();
        var message = Base64.getEncoder().encodeToString(message());
        for (var body : List.of(
                "{'blindedMessages':{'group':'%s','text':'%s'}}",
                "{'blindedMessages':{'%2$s':'%1$s'}}", "{'group':'%2$s','blindedMessages':{'group':'%1$s'}}")) {
            var reply = survey.post(person("road1"), "/pulses/" + pulse + "/tickets", body.formatted(message, parks));
            assertThat(reply.status()).as(reply.toString()).isIn(400, 422);
        }
        assertThat(signature(fetch(person("road1"), pulse, message()))).hasSize(256);
    }

    @Test
    void sixteen_fetches_of_one_person_at_once_give_one_signature() throws Exception {
        var pulse = issued();
        List<byte[]> messages = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            messages.add(message());
        }
        fetch(person("park1"), pulse, message());

        List<Future<Reply>> replies = new ArrayList<>();
        var go = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var message : messages) {
                replies.add(threads.submit(() -> {
                    go.await();
                    return fetch(person("park0"), pulse, message);
                }));
            }
            go.countDown();
        }

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            var reply = replies.get(i).get();
            statuses.add(reply.status());
            if (reply.status() == 200) {
                assertThat(signed(pulse, parks, messages.get(i), signature(reply)))
                        .isTrue();
            } else {
                assertThat(reply.code()).isEqualTo("ticket-already-issued");
            }
        }
        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(15);
    }

    @Test
    void who_is_not_asked_reads_the_same_as_about_a_pulse_that_is_not_there() {
        var pulse = issued();
        var outsider = Server.EMPLOYEE;

        var notAsked = fetch(outsider, pulse, message());
        var unknown = fetch(outsider, "no-such-pulse", message());

        assertThat(notAsked.status()).isEqualTo(404);
        assertThat(notAsked.bytes()).isEqualTo(unknown.bytes());
        assertThat(namesOfHeaders(notAsked)).isEqualTo(namesOfHeaders(unknown));
    }

    /** Without the one by which the server ends a connection after so many requests, whatever was asked. */
    private static Set<String> namesOfHeaders(Reply reply) {
        var names = new TreeSet<>(reply.headers().map().keySet());
        names.remove("connection");
        return names;
    }

    @Test
    void tickets_have_their_time() {
        var pulse = survey.id("p");
        survey.put("/pulses/" + pulse, asked(roads), 201);
        assertThat(fetch(person("road0"), pulse, message()).code()).isEqualTo("tickets-too-early");

        survey.open();
        var message = message();
        assertThat(signature(fetch(person("road0"), pulse, message))).hasSize(256);

        survey.close();
        assertThat(fetch(person("road0"), pulse, message).code()).isEqualTo("pulse-closed");
        assertThat(fetch(person("road1"), pulse, message()).code()).isEqualTo("pulse-closed");
        assertThat(fetch(Server.EMPLOYEE, pulse, message()).code()).isEqualTo("pulse-closed");
    }

    @Test
    void from_the_close_on_nobody_knows_who_was_invited_or_fetched_a_ticket() {
        var pulse = issued();
        fetch(person("road0"), pulse, message());
        assertThat(invitations().of(new PersonId(person("road0")))).containsKey(new PulseId(pulse));

        survey.close();

        assertThat(invitations().pulses()).doesNotContain(new PulseId(pulse));
        assertThat(invitations().of(new PersonId(person("road0")))).isEmpty();
        assertThat(server.get("works-council", "/api/v1/pulses/" + pulse + "/invited")
                        .status())
                .isEqualTo(404);
        assertThat(server.get(person("road0"), "/api/v1/inbox").text()).isEqualTo("{\"pulses\":[]}");
    }

    @Test
    void a_cancelled_pulse_forgets_whom_it_asked() {
        var pulse = issued();

        survey.post("hr", "/pulses/" + pulse + "/cancel", "{'reason':'Fout in de vragen'}");

        assertThat(invitations().pulses()).doesNotContain(new PulseId(pulse));
        assertThat(fetch(person("road0"), pulse, message()).code()).isEqualTo("pulse-closed");
    }

    @Test
    void a_pulse_by_link_has_no_tickets_and_asks_nobody_by_name() {
        var pulse = survey.issue("linked", "banded", roads);

        assertThat(fetch(person("road0"), pulse, message()).code()).isEqualTo("pulse-by-link");
        assertThat(invitations().pulses()).doesNotContain(new PulseId(pulse));
        assertThat(server.get("works-council", "/api/v1/pulses/" + pulse + "/invited")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_is_no_message_uses_no_ticket_up() {
        var pulse = issued();
        var tooLarge = new byte[256];
        java.util.Arrays.fill(tooLarge, (byte) 0xFF);

        assertThat(fetch(person("road0"), pulse, new byte[255]).code()).isEqualTo("blinded-message-not-allowed");
        assertThat(fetch(person("road0"), pulse, new byte[257]).code()).isEqualTo("blinded-message-not-allowed");
        assertThat(fetch(person("road0"), pulse, tooLarge).code()).isEqualTo("blinded-message-not-allowed");

        assertThat(signature(fetch(person("road0"), pulse, message()))).hasSize(256);
    }

    @Test
    void the_inbox_shows_what_waits_and_does_not_change_when_a_ticket_is_fetched() {
        var pulse = issued();
        long head = server.bean(HistoryStore.class).head();

        var before = server.get(person("road0"), "/api/v1/inbox");
        var waiting = before.json().at("/pulses/0");
        fetch(person("road0"), pulse, message());
        var after = server.get(person("road0"), "/api/v1/inbox");

        assertThat(waiting.path("pulse").asString()).isEqualTo(pulse);
        assertThat(waiting.path("group").asString()).isEqualTo(roads);
        assertThat(texts(waiting.path("teams"))).containsExactly("Team roads");
        assertThat(waiting.path("tickets").asString()).isEqualTo("blind");
        assertThat(waiting.path("state").asString()).isEqualTo("issued");
        assertThat(waiting.path("ticketKey")).isEqualTo(keys(pulse).path(roads).path("key"));
        assertThat(waiting.path("ticketKeyFingerprint"))
                .isEqualTo(keys(pulse).path(roads).path("fingerprint"));
        assertThat(after.bytes()).isEqualTo(before.bytes());
        assertThat(before.header("Cache-Control")).isEqualTo("no-store");
        assertThat(before.header("ETag")).isEmpty();
        assertThat(server.bean(HistoryStore.class).head()).isEqualTo(head);
    }

    @Test
    void a_signature_leaves_after_the_disk_has_the_digest_and_not_before() {
        var pulse = new PulseId(issued());
        List<String> signed = new ArrayList<>();
        BlindSigner recording = (id, group, message) -> {
            signed.add(group);
            return server.bean(BlindSigner.class).sign(id, group, message);
        };
        var lame = office(recording, () -> {
            throw new DiskGone();
        });
        var who = new PersonId(person("road2"));
        var message = new TicketOffice.PerBox(message(), null);

        assertThatThrownBy(() -> lame.issue(pulse, who, message)).isInstanceOf(DiskGone.class);
        assertThatThrownBy(() -> lame.issue(pulse, who, message)).as("again").isInstanceOf(DiskGone.class);
        assertThat(signed).isEmpty();

        var sound = office(recording, () -> {});
        assertThat(sound.issue(pulse, who, message).group())
                .as("whoever lost the reply")
                .hasSize(256);
        assertThatThrownBy(() -> sound.issue(pulse, who, new TicketOffice.PerBox(message(), null)))
                .isInstanceOf(TicketRefusal.class);
        assertThat(signed).containsExactly(roads);
    }

    private static final class DiskGone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private TicketOffice office(BlindSigner signer, Runnable sync) {
        var commands = new Commands(
                server.context().getBean("historyCommands", CommandGateway.class),
                server.bean(HistoryStore.class),
                sync::run,
                server.bean(ViewPosition.class));
        return new TicketOffice(
                invitations(),
                server.bean(PulseAgenda.class),
                server.bean(OrganisationTable.class),
                signer,
                commands,
                server.context().getBean("surveyClock", InstantSource.class));
    }

    @Test
    void no_role_sees_who_fetched_a_ticket() {
        var pulse = issued();
        var paths = List.of(
                "/api/v1/pulses/" + pulse,
                "/api/v1/pulses/" + pulse + "/invited",
                "/api/v1/pulses/" + pulse + "/keys",
                "/api/v1/pulses",
                "/api/v1/organisation",
                "/api/v1/history/events");
        var before = seen(paths);

        for (int i = 0; i < PEOPLE; i++) {
            fetch(person("road" + i), pulse, message());
        }

        assertThat(seen(paths)).isEqualTo(before);
        assertThat(before).anyMatch(reply -> reply.contains(person("road0")));
    }

    private List<String> seen(List<String> paths) {
        return List.of("hr", "works-council", "analyst", "operator", person("dee")).stream()
                .flatMap(who -> paths.stream().map(path -> server.get(who, path)))
                .map(reply -> reply.status() + reply.header("ETag") + reply.text())
                .toList();
    }

    @Test
    void a_lead_who_would_answer_alone_is_not_asked() {
        say(PEOPLE, "dee");

        var pulse = issued();

        assertThat(invitations().of(new PersonId(person("dee")))).doesNotContainKey(new PulseId(pulse));
        assertThat(survey.pulse(pulse).path("groups"))
                .extracting(group -> group.path("group").asString())
                .containsExactlyInAnyOrder(roads, parks);
    }

    @Test
    void a_lead_answers_in_the_unit_above_and_never_in_a_team_they_lead() {
        var pulse = issued();

        var groups = invitations().of(new PersonId(person("dee")));

        assertThat(groups).containsEntry(new PulseId(pulse), new GroupId(leads()));
    }
}
