package org.groeipuls.system.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.groeipuls.system.fault.Ledger.Sent;

/** Sixteen people at a time who send one ballot each and note what they were told. */
final class Writers implements AutoCloseable {
    private static final int AT_ONCE = 16;

    private final List<Thread> threads = new ArrayList<>();

    static Writers start(URI origin, String pulse, List<String> codes, Ledger ledger) {
        var writers = new Writers();
        Queue<String> left = new ConcurrentLinkedQueue<>(codes);
        for (int i = 0; i < AT_ONCE; i++) {
            writers.threads.add(Thread.ofPlatform().start(() -> write(origin, pulse, left, ledger)));
        }
        return writers;
    }

    private static void write(URI origin, String pulse, Queue<String> left, Ledger ledger) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String code = left.poll(); code != null; code = left.poll()) {
                var ballot = new Sent(code, UUID.randomUUID().toString().replace("-", ""));
                try {
                    expectAcknowledged(send(http, origin, pulse, ballot));
                    ledger.acknowledge(ballot);
                } catch (IOException cut) {
                    ledger.doubt(ballot);
                    return;
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** Sends again what may or may not have arrived, as a phone would: afterwards nothing is uncertain. */
    static void repeatWhatIsUncertain(URI origin, String pulse, Ledger ledger) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (var ballot = ledger.uncertain().poll();
                    ballot != null;
                    ballot = ledger.uncertain().poll()) {
                expectAcknowledged(send(http, origin, pulse, ballot));
                ledger.acknowledge(ballot);
            }
        }
    }

    private static void expectAcknowledged(int status) {
        if (status != 200 && status != 201) {
            throw new AssertionError("A ballot was answered with " + status);
        }
    }

    private static int send(HttpClient http, URI origin, String pulse, Sent ballot)
            throws IOException, InterruptedException {
        var body = """
                {"pulse":"%s","code":"%s","sequence":1,"nonce":"%s","answers":{"PS1":4,"PS2":2,"PS3":null}}""".formatted(pulse, ballot.code(), ballot.nonce());
        return http.send(
                        HttpRequest.newBuilder(origin.resolve("/api/v1/ballots"))
                                .timeout(Duration.ofSeconds(20))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
    }
}
