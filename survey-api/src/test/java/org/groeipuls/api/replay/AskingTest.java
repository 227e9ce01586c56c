package org.groeipuls.api.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.storage.Scratch;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.pulse.PulseEvent.PulseCancelled;
import org.groeipuls.pulse.PulseEvent.PulseClosed;
import org.groeipuls.pulse.PulseEvent.PulseCounted;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseEvent.PulseOpened;
import org.groeipuls.replay.Folds;
import org.groeipuls.replay.Views;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What replays look at before they begin: whether people are asked, and whose tables are lying about. */
class AskingTest {
    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

    private final DataSource source =
            JdbcConnectionPool.create("jdbc:h2:mem:asking" + hashCode() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final Store store = new Store(source, "h2");
    private final Folds folds = new Folds(store.live().projections());
    private final PulseAgenda agenda = new PulseAgenda(JdbcClient.create(source), StrictJson.mapper());
    private int events;

    private static PulseIssued issued() {
        try (var golden = AskingTest.class.getResourceAsStream("/golden/events/PulseIssued.1.json")) {
            return StrictJson.mapper()
                    .readValue(new String(Objects.requireNonNull(golden).readAllBytes(), UTF_8), PulseIssued.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void happens(Object event) {
        folds.on("pulse/" + events++, event, DAY);
    }

    @Test
    void people_are_asked_from_the_first_ticket_until_the_count() {
        var pulse = issued();
        var tickets = pulse.dates().ticketsFrom();
        assertThat(agenda.asksAt(tickets)).as("nothing is issued").isFalse();
        happens(pulse);
        assertThat(agenda.asksAt(tickets.minusMillis(1))).as("before tickets").isFalse();
        assertThat(agenda.asksAt(tickets)).as("tickets can be fetched").isTrue();
        happens(new PulseOpened(pulse.pulse()));
        assertThat(agenda.asksAt(pulse.dates().opensAt())).as("open").isTrue();
        happens(new PulseClosed(pulse.pulse()));
        assertThat(agenda.asksAt(pulse.dates().closesAt()))
                .as("closed, not counted")
                .isTrue();
        happens(new PulseCounted(pulse.pulse()));
        assertThat(agenda.asksAt(pulse.dates().closesAt())).as("counted").isFalse();
    }

    @Test
    void a_cancelled_pulse_asks_nobody() {
        var pulse = issued();
        happens(pulse);
        happens(new PulseOpened(pulse.pulse()));
        happens(new PulseCancelled(pulse.pulse(), "no longer needed"));

        assertThat(agenda.asksAt(pulse.dates().opensAt())).isFalse();
    }

    @Test
    void tables_of_an_older_version_are_removed_and_those_of_a_newer_one_are_not() {
        var older = "replay_" + (Views.LAYOUT - 1) + "_left";
        var own = "replay_" + Views.LAYOUT + "_left";
        var newer = "replay_" + (Views.LAYOUT + 1) + "_left";
        for (var name : new String[] {older, own, newer}) {
            store.jdbc().execute("create schema " + name);
        }
        assertThat(Scratch.all(source, "replay_")).contains(older, own, newer);

        store.replays().tidy();

        assertThat(Scratch.all(source, "replay_")).containsExactly(newer);
    }
}
