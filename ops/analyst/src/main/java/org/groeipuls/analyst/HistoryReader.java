package org.groeipuls.analyst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Reads history from a server page by page, each from the position of the last event that was read; so an answer that is cut
 * off is gone on with where it was, and no event is lost or read twice.
 */
final class HistoryReader {
    private static final int PAGE = 10_000;
    private static final String LINES = "application/x-ndjson, application/problem+json";

    private final HistoryServer server;
    private final @Nullable String type;
    private long position;

    /**
     * @param after the position before the first event
     * @param type of all events; null for any
     */
    HistoryReader(HistoryServer server, long after, @Nullable String type) {
        this.server = server;
        this.position = after;
        this.type = type;
    }

    interface Events {
        void next(ExportedEvent event) throws IOException;
    }

    /** Hands over what there is now, up to a position. */
    void read(long through, Events events) throws IOException {
        boolean more = true;
        while (more) {
            var path = "/api/v1/history/events?limit=" + PAGE + "&after=" + position
                    + (type == null ? "" : "&type=" + URLEncoder.encode(type, UTF_8));
            more = server.<Boolean, IOException>read(path, LINES, body -> page(body, through, events));
        }
    }

    /** Whether there may be more behind it. */
    private boolean page(InputStream body, long through, Events events) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(body, UTF_8));
        for (int read = 0; ; read++) {
            String line;
            try {
                line = lines.readLine();
            } catch (IOException cut) {
                if (read > 0) {
                    return true;
                }
                throw HistoryServer.cutOff();
            }
            if (line == null) {
                return read == PAGE;
            }
            var event = ExportedEvent.parse(line);
            if (event.event().position() > through) {
                return false;
            }
            events.next(event);
            position = event.event().position();
        }
    }
}
