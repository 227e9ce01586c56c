package org.groeipuls.api.analyst;

import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** History as a workbook, as far as one holds it. Nothing is left out unsaid: what has no room is refused, with what to do. */
public final class Workbooks {
    /** Somewhat less than the 1,048,576 rows of a sheet. */
    static final int ROOM = 1_000_000;

    private final HistoryStore history;
    private final int room;

    /** @param room how many events fit, at least 1 */
    public Workbooks(HistoryStore history, int room) {
        this.history = history;
        this.room = room;
    }

    int room() {
        return room;
    }

    /** Whether all events of a type do, or of any when it is null. */
    public boolean hold(@Nullable String type) {
        return last(0, type) == HistoryStore.NO_MORE;
    }

    /**
     * All events after a position.
     *
     * @throws WorkbookTooSmall when it does not hold them
     */
    public HistoryExport all(long after, @Nullable String type) {
        long last = last(after, type);
        if (last != HistoryStore.NO_MORE) {
            throw new WorkbookTooSmall(room, after, last);
        }
        return new HistoryExport(history, after, history.head(), room, type);
    }

    private long last(long after, @Nullable String type) {
        return history.head() - after <= room ? HistoryStore.NO_MORE : history.endOfPart(after, room, type);
    }

    /** There are more events than a workbook holds. */
    static final class WorkbookTooSmall extends Refusal {
        private static final long serialVersionUID = 1;

        WorkbookTooSmall(int room, long after, long last) {
            super(
                    Kind.UNACCEPTABLE,
                    "workbook-too-small",
                    "More events follow than the " + room + " that a workbook holds. Take all of them as NDJSON or CSV"
                            + " (GET /history/events), or ask for workbooks in parts: after=" + after + "&limit=" + room
                            + ", then after=" + last + " and so on; type= asks for events of one type");
        }
    }
}
