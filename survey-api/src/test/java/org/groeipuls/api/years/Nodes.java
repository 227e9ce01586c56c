package org.groeipuls.api.years;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.groeipuls.api.Reply;
import org.groeipuls.api.Server;
import org.groeipuls.api.operator.SurveyClock;
import tools.jackson.databind.JsonNode;

/** The servers that share one store, and the clock that is driven on all of them. */
record Nodes(List<Server> servers) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(40);

    Server first() {
        return servers.getFirst();
    }

    /** Any of them, in turns. */
    Server any(int number) {
        return servers.get(number % servers.size());
    }

    /**
     * Goes to a moment and does not wait: what is due is done by the scheduler alone, whichever node it runs on, or in
     * every other pulse by all nodes at the same moment with the scheduler running between them.
     */
    void to(Instant instant, boolean allAtOnce) throws Exception {
        if (!allAtOnce) {
            servers.forEach(server -> server.bean(SurveyClock.class).set(instant));
            return;
        }
        var go = new CountDownLatch(1);
        List<Callable<Server>> tasks = new ArrayList<>();
        for (var server : servers) {
            tasks.add(() -> {
                go.await();
                server.clockTo(instant);
                return server;
            });
        }
        List<Future<Server>> done = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(servers.size())) {
            tasks.forEach(task -> done.add(threads.submit(task)));
            go.countDown();
            for (var one : done) {
                one.get();
            }
        }
    }

    /** Waits until something is so. */
    static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .until(condition);
    }

    /** Waits until all nodes know a pulse in a state. */
    void awaitState(String pulse, String state) {
        await(
                pulse + " is " + state,
                () -> servers.stream()
                        .allMatch(server -> server.get(null, "/api/v1/pulses/" + pulse)
                                .json()
                                .path("state")
                                .asString("")
                                .equals(state)));
    }

    JsonNode read(String who, String path) {
        var reply = first().get(who, "/api/v1" + path);
        assertThat(reply.status()).as("%s: %s", path, reply).isEqualTo(200);
        return reply.json();
    }

    /** Says something as HR; quotes may be single. */
    Reply hr(String method, String path, String json, int status) {
        var reply = first().ask("hr", method, "/api/v1" + path, json.replace('\'', '"'));
        assertThat(reply.status()).as("%s: %s", path, reply).isEqualTo(status);
        return reply;
    }
}
