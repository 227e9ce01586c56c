package org.groeipuls.api.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.groeipuls.api.storage.BulkReader;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.Scratch;
import org.groeipuls.api.storage.ScratchFold;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.replay.Views;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How far replays and rebuilds say they are is how far they are, also where positions of history are missing. */
class HeadwayTest {
    private static final Store STORE =
            new Store(JdbcConnectionPool.create("jdbc:h2:mem:headway;DB_CLOSE_DELAY=-1", "", ""), "h2");
    private static final double NEAR = .02;

    private final List<Long> past = positions();
    private final List<Double> said = new ArrayList<>();
    private final List<Double> really = new ArrayList<>();

    /** Most positions in the middle are not there, as after many appends that were broken off. */
    @BeforeAll
    static void aPastWithGaps() {
        STORE.past(new RandomPast(1, 600));
        var columns = "event_identifier, aggregate_identifier, sequence_number, type, payload_type, payload_revision,"
                + " time_stamp, payload, meta_data";
        var later = " where global_index > " + positions().size() / 2;
        for (var sql : List.of(
                "create table later as select * from history_event" + later,
                "delete from history_event" + later,
                "alter table history_event alter column global_index restart with 100000",
                "insert into history_event (" + columns + ") select " + columns
                        + " from later order by global_index")) {
            STORE.jdbc().execute(sql);
        }
    }

    private static List<Long> positions() {
        return STORE.jdbc().queryForList("select global_index from history_event order by global_index", Long.class);
    }

    private void compare(long done, long total, String schema) {
        long position = Objects.requireNonNull(
                STORE.jdbc().queryForObject("select position from " + schema + ".view_position", Long.class));
        said.add((double) done / total);
        really.add((double) past.stream().filter(at -> at <= position).count() / past.size());
    }

    private void near() {
        assertThat(said).hasSizeGreaterThan(45).isSorted();
        for (int at = 0; at < said.size(); at++) {
            assertThat(said.get(at)).isBetween(really.get(at) - NEAR, really.get(at) + NEAR);
        }
        assertThat(said.getLast()).isEqualTo(1);
    }

    @Test
    void a_replay_is_as_far_as_it_says() {
        var replay = STORE.replays().begin(Store.nothing()).id();
        var job = STORE.jobs().claim("one").orElseThrow();
        var schema = "replay_" + Views.LAYOUT + "_" + replay.value();

        STORE.work(ReplayWork.STRETCH).on(job, headway -> {
            compare(headway.done(), headway.total(), schema);
            return true;
        });

        near();
    }

    @Test
    void a_rebuild_is_as_far_as_it_says() {
        var scratch = new Scratch(STORE.source(), "rebuild_headway");
        scratch.make();
        var history = new BulkReader(STORE.source(), EventNames.create());
        var extent = history.extent(null);

        ScratchFold.fill(
                scratch,
                history,
                extent,
                StrictJson.mapper(),
                done -> compare(done, extent.total(), "rebuild_headway"));

        assertThat(extent.head()).as("the control").isGreaterThan(4 * extent.total());
        near();
    }
}
