package org.groeipuls.analyst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads history from a server page by page, going on from the last position. */
final class HistoryReader {
    private static final int PAGE = 10_000;

    private final HistoryServer server;

    HistoryReader(HistoryServer server) {
        this.server = server;
    }

    interface Events {
        void next(ExportedEvent event) throws IOException;
    }

    /** Gives the position of the last event that was read, or {@code after} when there was none. */
    long read(long after, long through, @Nullable String type, Events events) throws IOException {
        long at = after;
        for (int read = PAGE; read == PAGE; ) {
            read = 0;
            var path = "/api/v1/history/events?limit=" + PAGE + "&after=" + at + (type == null ? "" : "&type=" + type);
            try (var page = new BufferedReader(new InputStreamReader(
                    server.stream(path, "application/x-ndjson, application/problem+json"), UTF_8))) {
                for (var line = page.readLine(); line != null; line = page.readLine()) {
                    var event = ExportedEvent.parse(line);
                    if (event.event().position() > through) {
                        return at;
                    }
                    events.next(event);
                    at = event.event().position();
                    read++;
                }
            }
        }
        return at;
    }
}
