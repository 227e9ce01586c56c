package org.groeipuls.api.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;

/**
 * History in a database, appended to by one transaction at a time: positions commit in the order in which they are
 * given, so a reader never passes one that appears later. Appends are few; ballots are not among them.
 */
public final class OrderedEventStorage extends JdbcEventStorageEngine {
    /** A gap is waited for this long, in milliseconds; with ordered appends only rolled-back positions are gaps. */
    static final int GAP_TIMEOUT = 24 * 60 * 60 * 1000;

    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("history_event")
            .snapshotTable("history_snapshot")
            .globalIndexColumn("global_index")
            .timestampColumn("time_stamp")
            .eventIdentifierColumn("event_identifier")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("type")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    private final UnaryOperator<Instant> day;

    private OrderedEventStorage(Builder builder, UnaryOperator<Instant> day) {
        super(builder);
        this.day = day;
    }

    /**
     * History over the given connections; events are written by {@code events}.
     *
     * @param day the time that stands beside an event in the place of the one by Axon's clock, which all of a JVM share
     */
    public static OrderedEventStorage over(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer events,
            UnaryOperator<Instant> day) {
        return new OrderedEventStorage(
                JdbcEventStorageEngine.builder()
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .eventSerializer(events)
                        .snapshotSerializer(events)
                        .dataType(String.class)
                        .schema(SCHEMA)
                        .gapTimeout(GAP_TIMEOUT)
                        .persistenceExceptionResolver(OrderedEventStorage::isDuplicate),
                day);
    }

    private static boolean isDuplicate(Exception e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("23")) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!events.isEmpty()) {
            waitForTurn();
            super.appendEvents(events.stream().map(this::dated).toList(), serializer);
        }
    }

    private EventMessage<?> dated(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> of
                ? new GenericDomainEventMessage<>(
                        of.getType(),
                        of.getAggregateIdentifier(),
                        of.getSequenceNumber(),
                        of.getPayload(),
                        of.getMetaData(),
                        of.getIdentifier(),
                        day.apply(of.getTimestamp()))
                : event;
    }

    @Override
    @SuppressWarnings("unchecked")
    protected <T> T readPayload(ResultSet row, String column) throws SQLException {
        return (T) row.getString(column); // H2 would hand out a large object that ends with its connection
    }

    /** Holds until this transaction ends; a later append gets its positions only then. */
    private void waitForTurn() {
        var connection = getConnection();
        try (connection;
                var lock = connection.prepareStatement("select id from history_append_order where id = 1 for update");
                var row = lock.executeQuery()) {
            if (!row.next()) {
                throw new EventStoreException("history_append_order has lost its row; restore the database");
            }
        } catch (SQLException e) {
            throw new EventStoreException("No turn to append to history could be taken", e);
        }
    }
}
