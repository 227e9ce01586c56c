package org.groeipuls.api.years;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.groeipuls.api.Reply;
import tools.jackson.databind.JsonNode;

/** Hands ballots in on all nodes, several at a time. */
final class Ballots implements AutoCloseable {
    static final int ANSWERING = 6;
    private static final int FEW = 3;
    private static final int AT_A_TIME = 6;

    private final Nodes nodes;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    private int sent;

    Ballots(Nodes nodes) {
        this.nodes = nodes;
    }

    /**
     * Six people of each group answer.
     *
     * @param codes of each group
     * @param quiet in which group only three do; empty for none
     * @return how many answered
     */
    int answer(JsonNode pulse, Map<String, List<String>> codes, String quiet) throws Exception {
        List<Future<Reply>> replies = new ArrayList<>();
        for (var group : pulse.path("groups")) {
            var name = group.path("group").asString();
            var mine = codes.getOrDefault(name, List.of());
            assertThat(mine)
                    .as("codes of " + name)
                    .hasSize(group.path("eligible").intValue());
            for (int i = 0; i < (name.equals(quiet) ? FEW : ANSWERING); i++) {
                int number = sent++;
                var ballot = ballot(pulse, group, mine.get(i), number);
                replies.add(threads.submit(() -> nodes.any(number).ask(null, "POST", "/api/v1/ballots", ballot)));
            }
        }
        for (var reply : replies) {
            assertThat(reply.get().status()).as(reply.get().toString()).isEqualTo(201);
        }
        return replies.size();
    }

    private static String ballot(JsonNode pulse, JsonNode group, String code, int number) {
        var items = group.path("items");
        var answers = IntStream.range(0, items.size())
                .mapToObj(i -> "\"%s\":%d".formatted(items.get(i).asString(), 1 + (number + i * i) % 5))
                .collect(Collectors.joining(",", "{", "}"));
        return "{\"pulse\":\"%s\",\"code\":\"%s\",\"sequence\":1,\"nonce\":\"%032x\",\"answers\":%s}"
                .formatted(pulse.path("pulse").asString(), code, 0xA5A5_0000_0000L + number, answers);
    }

    /** How many were sent in all. */
    int sent() {
        return sent;
    }

    @Override
    public void close() {
        threads.close();
    }
}
