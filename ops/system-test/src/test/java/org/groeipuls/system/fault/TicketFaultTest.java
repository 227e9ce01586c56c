package org.groeipuls.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.groeipuls.simulation.SurveyClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server dies while sixteen people at a time fetch tickets. Whoever had a signature cannot get one for another
 * message afterwards, and whoever lost the reply gets theirs by asking again.
 */
class TicketFaultTest {
    private static final long SEED = 20261126;
    private static final int PEOPLE = 3_000;
    private static final int TEAM = 150; // whoever fetches a ticket has all rows of the group written anew
    private static final int LOOKED_AT_AGAIN = 40;
    private static final int AT_ONCE = 16;
    private static final String PULSE = "tickets";

    @TempDir
    Path folder;

    private final Map<String, String> signatures = new ConcurrentHashMap<>();
    private final Queue<String> uncertain = new ConcurrentLinkedQueue<>();
    private final Set<String> checked = new HashSet<>();

    @Test
    @Tag("ci")
    void nobody_gets_a_second_ticket_by_way_of_a_kill() throws Exception {
        killed(1);
    }

    @Test
    @Tag("fault")
    void nobody_gets_a_second_ticket_by_way_of_twenty_kills() throws Exception {
        killed(20);
    }

    private void killed(int rounds) throws Exception {
        var chance = new Random(SEED);
        var server = ServerProcess.start(folder);
        try {
            issue(new SurveyClient(server.origin()));
            Queue<String> left = new ConcurrentLinkedQueue<>(people());
            for (int round = 0; round < rounds; round++) {
                var fetchers = start(server.origin(), left);
                awaitTickets(signatures.size() + 1 + chance.nextInt(100));
                server.kill();
                for (var fetcher : fetchers) {
                    fetcher.join();
                }
                server = ServerProcess.start(folder);
                nobodyGetsAnother(server.origin(), chance, round == rounds - 1);
            }
            System.out.println("kills " + rounds + ", tickets " + signatures.size());
            assertThat(signatures).hasSizeGreaterThan(rounds);
        } finally {
            server.close();
        }
    }

    /** Returns as soon as so many have theirs: the last of them is as young as can be when the server dies. */
    private void awaitTickets(int tickets) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (signatures.size() < tickets) {
            assertThat(System.nanoTime()).as("the server answers").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static List<String> people() {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add("person" + i);
        }
        return people;
    }

    private static List<String> teams() {
        return IntStream.range(0, PEOPLE / TEAM).mapToObj(i -> "team" + i).toList();
    }

    private static void issue(SurveyClient client) throws Exception {
        client.put("hr", "/units/root", Map.of("name", "Root"));
        for (var team : teams()) {
            client.put("hr", "/teams/" + team, Map.of("name", team, "unit", "root", "size", TEAM));
        }
        var csv = new StringBuilder("person,address,language,team,role\n");
        var people = people();
        for (int i = 0; i < PEOPLE; i++) {
            csv.append("%s,p%d@city.example,nl,%s,employee\n".formatted(people.get(i), i, teams().get(i / TEAM)));
        }
        client.text("hr", "/people/imports?dryRun=false", "text/csv", csv.toString())
                .expect(200);
        var opens = Instant.parse(
                        client.get("operator", "/clock").path("instant").asString())
                .plus(Duration.ofDays(2));
        client.put(
                "hr",
                "/pulses/" + PULSE,
                Map.of(
                        "instrument",
                        "groeipuls@1",
                        "form",
                        "F1",
                        "groups",
                        teams(),
                        "opensAt",
                        opens.toString(),
                        "closesAt",
                        opens.plus(Duration.ofDays(8)).toString(),
                        "tickets",
                        "blind"));
        client.clock(opens.minus(Duration.ofHours(20)));
    }

    private List<Thread> start(URI origin, Queue<String> left) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            threads.add(Thread.ofPlatform().start(() -> fetch(origin, left)));
        }
        return threads;
    }

    private void fetch(URI origin, Queue<String> left) {
        try (var client = new SurveyClient(origin);
                var http = HttpClient.newHttpClient()) {
            for (var person = left.poll(); person != null; person = left.poll()) {
                uncertain.add(person);
                var reply = ask(http, client, origin, person, "first");
                if (reply.statusCode() == 200) {
                    signatures.put(person, reply.body());
                    uncertain.remove(person);
                }
            }
        } catch (IOException | java.io.UncheckedIOException | IllegalStateException killed) {
            // expected: that is what the round is about
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks again for the tickets of this round, and for some of earlier ones; in the end for all. */
    private void nobodyGetsAnother(URI origin, Random chance, boolean all) throws Exception {
        try (var client = new SurveyClient(origin);
                var http = HttpClient.newHttpClient()) {
            for (var person = uncertain.poll(); person != null; person = uncertain.poll()) {
                var reply = ask(http, client, origin, person, "first");
                assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
                signatures.put(person, reply.body());
            }
            List<String> earlier = new ArrayList<>(checked);
            Collections.shuffle(earlier, chance);
            Set<String> asked = new HashSet<>(earlier.subList(0, Math.min(LOOKED_AT_AGAIN, earlier.size())));
            for (var ticket : signatures.entrySet()) {
                if (all || asked.contains(ticket.getKey()) || checked.add(ticket.getKey())) {
                    var other = ask(http, client, origin, ticket.getKey(), "second");
                    assertThat(other.body()).contains("ticket-already-issued");
                    assertThat(ask(http, client, origin, ticket.getKey(), "first")
                                    .body())
                            .isEqualTo(ticket.getValue());
                }
            }
        }
    }

    private static HttpResponse<String> ask(
            HttpClient http, SurveyClient client, URI origin, String person, String version)
            throws IOException, InterruptedException {
        var message = new byte[256];
        new Random(SEED + (person + version).hashCode()).nextBytes(message);
        message[0] = 1;
        var body = "{\"blindedMessages\":{\"group\":\"" + Base64.getEncoder().encodeToString(message) + "\"}}";
        return http.send(
                HttpRequest.newBuilder(origin.resolve("/api/v1/pulses/" + PULSE + "/tickets"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + client.tokenOf(person))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
