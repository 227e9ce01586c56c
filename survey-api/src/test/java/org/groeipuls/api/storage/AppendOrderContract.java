package org.groeipuls.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.groeipuls.pulse.PulseEvent.PulseOpened;
import org.groeipuls.pulse.PulseId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Two appends at once. A reader that has seen a position never misses an earlier one, whatever the clocks say; with the
 * framework's own storage it does.
 */
abstract class AppendOrderContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final ExecutorService second = Executors.newSingleThreadExecutor();
    private DataSource source;
    private TransactionManager transactions;
    private @Nullable TrackingToken read;

    abstract DataSource emptyDatabase();

    abstract String vendor();

    private final Clock before = GenericEventMessage.clock;

    @BeforeEach
    void lay_the_tables() {
        // gaps are given up by this clock, which a server of another test may have set to its own
        GenericEventMessage.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        source = emptyDatabase();
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/" + vendor() + "/V1__history_views_roster.sql"))
                .execute(source);
        transactions = new SpringTransactionManager(new DataSourceTransactionManager(source));
    }

    @AfterEach
    void end() {
        GenericEventMessage.clock = before;
        second.shutdownNow();
    }

    private ConnectionProvider connections() {
        return new SpringDataSourceConnectionProvider(source);
    }

    private EventStorageEngine ordered() {
        return OrderedEventStorage.over(connections(), transactions, EventNames.create(), UnaryOperator.identity());
    }

    private EventStorageEngine unordered() {
        return new Unordered(JdbcEventStorageEngine.builder()
                .connectionProvider(connections())
                .transactionManager(transactions)
                .eventSerializer(EventNames.create())
                .snapshotSerializer(EventNames.create())
                .dataType(String.class)
                .schema(OrderedEventStorage.SCHEMA));
    }

    /** The framework's own storage, which only reads H2's large texts as ours does. */
    private static final class Unordered extends JdbcEventStorageEngine {
        Unordered(Builder builder) {
            super(builder);
        }

        @Override
        @SuppressWarnings("unchecked")
        protected <T> T readPayload(ResultSet row, String column) throws SQLException {
            return (T) row.getString(column);
        }
    }

    private static GenericDomainEventMessage<PulseOpened> opened(String pulse, Instant at) {
        return new GenericDomainEventMessage<>(
                "Pulse",
                "pulse:" + pulse,
                0,
                new PulseOpened(new PulseId(pulse)),
                MetaData.emptyInstance(),
                UUID.randomUUID().toString(),
                at);
    }

    private void append(EventStorageEngine history, String pulse, Instant at) {
        transactions.executeInTransaction(() -> history.appendEvents(opened(pulse, at)));
    }

    /** What a reader sees that goes on where it left off. */
    private List<String> news(EventStorageEngine history) {
        List<String> seen = new ArrayList<>();
        try (var events = history.readEvents(read, false)) {
            events.forEach(event -> {
                read = event.trackingToken();
                seen.add(((PulseOpened) event.getPayload()).pulse().value());
            });
        }
        return seen;
    }

    @Test
    void what_was_appended_later_waits_for_what_was_appended_first() throws Exception {
        var history = ordered();
        append(history, "zero", NOW);
        assertThat(news(history)).containsExactly("zero");

        var first = transactions.startTransaction();
        history.appendEvents(opened("first", NOW));
        Future<?> later = second.submit(() -> append(history, "later", NOW.minus(Duration.ofSeconds(90))));
        assertThatThrownBy(() -> later.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(second.submit(() -> true).isDone()).isFalse();
        first.commit();
        later.get(10, TimeUnit.SECONDS);

        assertThat(news(history)).containsExactly("first", "later");
    }

    @Test
    void without_the_order_the_first_is_never_read() throws Exception {
        var history = unordered();
        append(history, "zero", NOW);
        assertThat(news(history)).containsExactly("zero");

        var first = transactions.startTransaction();
        history.appendEvents(opened("first", NOW));
        second.submit(() -> append(history, "later", NOW.minus(Duration.ofSeconds(90))))
                .get(10, TimeUnit.SECONDS);
        assertThat(second.submit(() -> news(history)).get()).containsExactly("later");
        first.commit();

        assertThat(news(history)).isEmpty();
    }

    @Test
    void a_clock_that_is_put_back_loses_nothing() {
        var history = ordered();
        List<String> pulses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            append(history, "p" + i, NOW.minus(Duration.ofSeconds(90L * i)));
            pulses.add("p" + i);
        }

        assertThat(news(history)).isEqualTo(pulses);
    }

    @Test
    void an_append_that_is_taken_back_holds_up_no_reader() {
        var history = ordered();
        append(history, "zero", NOW);
        var first = transactions.startTransaction();
        history.appendEvents(opened("first", NOW));
        first.rollback();
        append(history, "later", NOW);

        assertThat(news(history)).containsExactly("zero", "later");
    }

    @Test
    void the_same_place_in_a_story_is_taken_once() {
        var history = ordered();
        append(history, "zero", NOW);

        assertThatThrownBy(() -> append(history, "zero", NOW)).isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void an_event_stands_there_with_its_name_and_without_metadata() {
        append(ordered(), "zero", Instant.parse("2026-03-01T00:00:00Z"));

        var row = JdbcClient.create(source)
                .sql("select payload_type, payload_revision, time_stamp, meta_data, payload from history_event")
                .query()
                .singleRow();
        assertThat(row.get("payload_type")).isEqualTo("PulseOpened");
        assertThat(row.get("payload_revision")).isEqualTo("1");
        assertThat(row.get("time_stamp")).isEqualTo("2026-03-01T00:00:00.000Z");
        assertThat(new HistoryStore(JdbcClient.create(source)).after(0, 10, null))
                .extracting(HistoryStore.StoredEvent::data)
                .containsExactly("{\"pulse\":\"zero\"}");
    }
}
