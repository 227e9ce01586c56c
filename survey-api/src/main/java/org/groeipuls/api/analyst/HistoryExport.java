package org.groeipuls.api.analyst;

import java.util.List;
import java.util.function.Consumer;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.HistoryStore.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of history that is sent in whatever format was asked for. It is read page by page while it is sent, so that
 * neither memory nor a connection is held for long; what is added meanwhile is not in it.
 *
 * @param after the position before the first event
 * @param through the last position
 * @param most how many events at most
 * @param type of all events; null for any
 */
public record HistoryExport(
        HistoryStore history,
        long after,
        long through,
        int most,
        @Nullable String type) {
    private static final int PAGE = 1000;

    public void each(Consumer<StoredEvent> event) {
        long at = after;
        int left = most;
        while (left > 0) {
            List<StoredEvent> page = history.after(at, Math.min(PAGE, left), type);
            for (var read : page) {
                if (read.position() > through) {
                    return;
                }
                event.accept(read);
                at = read.position();
            }
            left = page.size() < Math.min(PAGE, left) ? 0 : left - page.size();
        }
    }
}
