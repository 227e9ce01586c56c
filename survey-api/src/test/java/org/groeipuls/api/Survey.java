package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.groeipuls.anonymity.BlindTicketHolder;
import org.groeipuls.anonymity.TicketRequest;
import org.groeipuls.ballot.BallotWriter;
import org.groeipuls.ballot.BallotWriter.SealedBallot;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.PublishedTerms;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An organisation of a test's own in a server that others use too, and hands to survey it. */
final class Survey {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Server server;
    private final Map<String, Integer> fetched = new HashMap<>();
    private final String mark;
    private Instant opensAt = Instant.EPOCH;
    private Instant closesAt = Instant.EPOCH;

    Survey(Server server) {
        this(server, "t" + COUNT.incrementAndGet());
    }

    /** @param mark what ids begin with; chosen where two servers are to say the same */
    Survey(Server server, String mark) {
        this.server = server;
        this.mark = mark;
        put("/units/" + id("root"), "{'name':'Gemeente'}", 201);
        put("/units/" + id("service"), "{'name':'Dienst','parent':'" + id("root") + "'}", 201);
    }

    /** An id that no other test has. */
    String id(String name) {
        return mark + "-" + name;
    }

    /** A team with people, whose lead signs in as {@code lead-} and the team's id. */
    String team(String name, int size) {
        var team = id(name);
        put(
                "/teams/" + team,
                "{'name':'Team %s','unit':'%s','size':%d,'leads':['lead-%s']}"
                        .formatted(name, id("service"), size, team),
                201);
        return team;
    }

    /** Replaces the list of people by so many in each of these teams; their subjects are the team's id and a number. */
    void people(int each, String... teams) {
        var csv = new StringBuilder("person,address,language,team,role\n");
        for (var team : teams) {
            for (int i = 0; i < each; i++) {
                csv.append("%1$s-%2$d,%1$s-%2$d@city.example,nl,%1$s,employee\n".formatted(team, i));
            }
        }
        var reply = server.ask(
                "hr", "POST", "/api/v1/people/imports?dryRun=false", csv.toString(), "Content-Type", "text/csv");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    Reply put(String path, String json, int status) {
        var reply = server.ask("hr", "PUT", "/api/v1" + path, json.contains("\"") ? json : json.replace('\'', '"'));
        assertThat(reply.status()).as("%s: %s", path, reply).isEqualTo(status);
        return reply;
    }

    Reply post(String who, String path, String json) {
        return server.ask(who, "POST", "/api/v1" + path, json.replace('\'', '"'));
    }

    /** What HR sends to issue a pulse that opens in two days and is open for a week. */
    String asked(String disclosure, String... groups) {
        // open() and close() come an hour after, and the clock of the day is to stay what it is: else tests would reach
        // midnight
        opensAt = server.now().plus(Duration.ofDays(2)).minus(Duration.ofHours(1));
        closesAt = opensAt.plus(Duration.ofDays(7));
        return """
                {"instrument":"groeipuls@1","form":"F1","groups":[%s],"opensAt":"%s","closesAt":"%s",\
                "disclosure":"%s","spreadMinimum":5,"tickets":"link"}""".formatted(
                        List.of(groups).stream().map(group -> '"' + group + '"').collect(Collectors.joining(",")),
                        opensAt,
                        closesAt,
                        disclosure);
    }

    /** Issues a pulse; with {@link #open()} and {@link #close()} it goes on. */
    String issue(String name, String disclosure, String... groups) {
        put("/pulses/" + id(name), asked(disclosure, groups), 201);
        return id(name);
    }

    /** An issued and opened banded pulse. */
    String opened(String name, String... groups) {
        var pulse = issue(name, "banded", groups);
        open();
        return pulse;
    }

    void open() {
        server.clockTo(opensAt.plus(Duration.ofHours(1)));
    }

    void close() {
        server.clockTo(closesAt.plus(Duration.ofHours(1)));
    }

    Instant closesAt() {
        return closesAt;
    }

    JsonNode pulse(String pulse) {
        return server.get(null, "/api/v1/pulses/" + pulse).json();
    }

    /** The one-time codes of a group. */
    List<String> codes(String pulse, String group) {
        var reply = post("hr", "/pulses/" + pulse + "/links", "{'group':'" + group + "'}");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        List<String> codes = new ArrayList<>();
        reply.json().get("codes").forEach(code -> codes.add(code.asString()));
        return codes;
    }

    /** A ballot of form F1, for which the number decides receipt and answers. */
    static String ballot(String pulse, String code, long sequence, int number) {
        return ballot(pulse, code, sequence, nonce(number), answers(number));
    }

    static String ballot(String pulse, String code, long sequence, @Nullable String nonce, String answers) {
        return "{\"pulse\":\"%s\",\"code\":\"%s\",\"sequence\":%d,%s\"answers\":%s}"
                .formatted(pulse, code, sequence, nonce == null ? "" : "\"nonce\":\"" + nonce + "\",", answers);
    }

    static String nonce(int number) {
        return "%032x".formatted(0xA5A5_0000_0000L + number);
    }

    /** All of F1 answered: the number's own mix of 1 to 5. */
    static String answers(int number) {
        var items = List.of("PS1", "PS2", "PS3", "LR1", "LR2", "LR3", "ETL1", "ETB1", "SV1", "SV2");
        return IntStream.range(0, items.size())
                .mapToObj(i -> "\"%s\":%d".formatted(items.get(i), 1 + (number + i * i) % 5))
                .collect(Collectors.joining(",", "{", "}"));
    }

    Reply send(String ballot) {
        return server.ask(null, "POST", "/api/v1/ballots", ballot);
    }

    /** One ballot for each of the first codes. */
    void answer(String pulse, List<String> codes, int people) {
        for (int i = 0; i < people; i++) {
            var reply = send(ballot(pulse, codes.get(i), 1, i));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        }
    }

    /** What HR sends for a pulse with blind tickets. */
    String askedBlind(int layers, String... groups) {
        return asked("banded", groups).replace("\"tickets\":\"link\"", "\"tickets\":\"blind\",\"layers\":" + layers);
    }

    BoxTerms terms(String pulse) {
        return PublishedTerms.read(pulse(pulse));
    }

    /** The ticket of the next of a group's people, fetched by them from the server's ticket office. */
    BlindTicketHolder ticket(String pulse, String group) {
        var key = Objects.requireNonNull(
                Objects.requireNonNull(terms(pulse).groups().get(group)).ticketKey());
        var request = TicketRequest.fresh(key, CHANCE);
        var person = group + "-" + (fetched.merge(pulse, 1, Integer::sum) - 1);
        var reply = post(
                person,
                "/pulses/" + pulse + "/tickets",
                "{'blindedMessages':{'group':'" + Base64.getEncoder().encodeToString(request.blindedMessage()) + "'}}");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return request.finish(Base64.getDecoder()
                .decode(reply.json().at("/blindSignatures/group").asString()));
    }

    /** A sealed ballot with a blind ticket, as the page sends it. */
    String sealed(String pulse, String group, BlindTicketHolder holder, long sequence, int number) {
        Map<String, Integer> answers = new HashMap<>();
        JsonMapper.shared()
                .readTree(answers(number))
                .forEachEntry((item, answer) -> answers.put(item, answer.intValue()));
        var ballot = new BallotWriter(terms(pulse)).answers(holder, group, sequence, nonce(number), answers);
        return sealed(pulse, group, holder, sequence, ballot);
    }

    static String sealed(String pulse, String group, BlindTicketHolder holder, long sequence, SealedBallot ballot) {
        var base64 = Base64.getEncoder();
        return "{\"pulse\":\"%s\",\"group\":\"%s\",\"ticket\":\"%s\",\"signature\":\"%s\",\"sequence\":%d,\"sealed\":\"%s\"}"
                .formatted(
                        pulse,
                        group,
                        base64.encodeToString(holder.ticket().encoded()),
                        base64.encodeToString(ballot.signature()),
                        sequence,
                        base64.encodeToString(ballot.ballot()));
    }
}
