package org.groeipuls.simulation;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the released history as an analyst does, page by page. */
public final class History {
    private static final int PAGE = 500;

    private History() {}

    /**
     * One event of history.
     *
     * @param position where it stands; grows
     * @param type its stable name, such as {@code BlockReleased}
     */
    public record Event(long position, String type, JsonNode data) {}

    /** All events, oldest first. */
    public static List<Event> all(SurveyClient client) {
        List<Event> events = new ArrayList<>();
        String after = "";
        while (true) {
            var page = client.lines("analyst", "/history/events?limit=" + PAGE + after)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(History::event)
                    .toList();
            if (page.isEmpty()) {
                return events;
            }
            events.addAll(page);
            after = "&after=" + page.getLast().position();
        }
    }

    /** Of these events those that a pulse brought. */
    public static List<Event> ofPulse(List<Event> events, String pulse) {
        return events.stream()
                .filter(event -> event.data().path("pulse").asString("").equals(pulse))
                .toList();
    }

    /** Reads one line of history. */
    static Event event(String line) {
        JsonNode read = SurveyClient.JSON.readTree(line);
        return new Event(read.path("position").asLong(), read.path("type").asString(), read.path("data"));
    }
}
