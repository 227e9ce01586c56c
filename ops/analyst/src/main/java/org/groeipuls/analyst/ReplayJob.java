package org.groeipuls.analyst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A replay as a job of the server, which goes on whoever looks. */
record ReplayJob(HistoryServer server, String id) {
    private static final Set<String> GOING_ON = Set.of("waiting", "running");
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Where it stands once it is over: done, failed or cancelled. Shows how far it is until then. */
    String followed(Output output) throws InterruptedException {
        var job = look();
        try (var progress = output.progress("replay", done(job), total(job))) {
            while (GOING_ON.contains(state(job))) {
                progress.at(done(job), total(job));
                Thread.sleep(PAUSE);
                job = look();
            }
            progress.at(done(job), total(job));
        }
        var state = state(job);
        output.say("Replay %s: %s", id, state);
        output.result(ExportedEvent.JSON
                .createObjectNode()
                .put("replay", id)
                .put("state", state)
                .put("events", done(job)));
        return state;
    }

    /** Breaks it off and says where it stands then; one that is over stays as it is. */
    String cancelled() {
        server.delete(path());
        return state(look());
    }

    private JsonNode look() {
        return server.get(path());
    }

    private String path() {
        return "/api/v1/jobs/" + URLEncoder.encode(id, UTF_8);
    }

    static String state(JsonNode job) {
        return job.path("state").asString("");
    }

    static long done(JsonNode job) {
        return job.path("done").asLong();
    }

    static long total(JsonNode job) {
        return job.path("total").asLong();
    }
}
