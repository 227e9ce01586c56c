package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.H2Sync;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.OrderedEventStorage;
import org.groeipuls.api.storage.PostgresSync;
import org.groeipuls.api.storage.StoreSync;
import org.groeipuls.api.storage.ViewPosition;
import org.groeipuls.team.UnitCommand.EstablishUnit;
import org.groeipuls.team.UnitId;
import org.junit.jupiter.api.Test;

/** What the running server is made of; each of these has once been something else, unseen. */
class WiredHistoryTest {
    private final Server server = Server.onH2();

    @Test
    void the_stores_and_the_transaction_manager_are_the_ones_that_were_chosen() {
        var history = server.bean(Configuration.class);

        assertThat(server.bean(EventStorageEngine.class)).isExactlyInstanceOf(OrderedEventStorage.class);
        assertThat(history.eventStore()).isInstanceOf(EmbeddedEventStore.class);
        assertThat(server.bean(TokenStore.class)).isExactlyInstanceOf(JdbcTokenStore.class);
        assertThat(history.getComponent(TokenStore.class)).isSameAs(server.bean(TokenStore.class));
        assertThat(server.bean(TransactionManager.class)).isExactlyInstanceOf(SpringTransactionManager.class);
        assertThat(history.getComponent(TransactionManager.class)).isSameAs(server.bean(TransactionManager.class));
        assertThat(server.context().getBeansOfType(EventStore.class)).isEmpty();
        assertThat(server.bean(StoreSync.class)).isExactlyInstanceOf(H2Sync.class);
        assertThat(Server.onPostgres().bean(StoreSync.class)).isExactlyInstanceOf(PostgresSync.class);
    }

    @Test
    void one_processor_writes_the_views_another_the_outbox_and_both_pass_errors_on() {
        var processing = server.bean(Configuration.class).eventProcessingConfiguration();

        assertThat(processing.eventProcessors()).containsOnlyKeys("views", "webhooks");
        assertThat(processing.eventProcessors().keySet()).allSatisfy(name -> {
            assertThat(processing.eventProcessor(name).orElseThrow()).isInstanceOf(PooledStreamingEventProcessor.class);
            assertThat(processing.errorHandler(name)).isInstanceOf(PropagatingErrorHandler.class);
            assertThat(processing.listenerInvocationErrorHandler(name)).isInstanceOf(PropagatingErrorHandler.class);
        });
    }

    @Test
    void neither_the_makers_server_nor_an_agent_is_on_the_class_path() {
        for (var name : List.of(
                "org.axonframework.axonserver.connector.AxonServerConfiguration",
                "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
                "org.mockito.Mockito",
                "net.bytebuddy.agent.ByteBuddyAgent")) {
            assertThatThrownBy(() -> Class.forName(name)).as(name).isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void whoever_sends_commands_to_history_waits_for_the_disk() {
        assertThat(server.context().getBeanFactory().getDependentBeans("historyCommands"))
                .containsExactly("commands");
        var history = server.bean(HistoryStore.class);
        List<Long> heads = new ArrayList<>();
        var commands = new Commands(
                server.context().getBean("historyCommands", CommandGateway.class),
                history,
                () -> heads.add(history.head()),
                server.bean(ViewPosition.class));
        long before = history.head();

        boolean grown = commands.send(new EstablishUnit(new UnitId("acknowledged"), "Acknowledged", null, 0));

        assertThat(grown).isTrue();
        assertThat(heads).as("the sync begins after the commit").containsExactly(before + 1);
    }

    @Test
    void what_may_not_be_on_disk_is_not_acknowledged() {
        var commands = new Commands(
                server.context().getBean("historyCommands", CommandGateway.class),
                server.bean(HistoryStore.class),
                () -> {
                    throw new DiskGone();
                },
                server.bean(ViewPosition.class));

        assertThatThrownBy(() -> commands.send(new EstablishUnit(new UnitId("not-safe"), "Not safe", null, 0)))
                .isInstanceOf(DiskGone.class);
    }

    private static final class DiskGone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void nothing_counts_requests() {
        assertThatThrownBy(() -> Class.forName("io.micrometer.core.instrument.MeterRegistry"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(server.context().getBeansOfType(ObservationRegistry.class)).isEmpty();
        for (var path : List.of("/actuator/metrics", "/actuator/prometheus", "/actuator/env", "/actuator")) {
            assertThat(server.get(null, path).status()).as(path).isIn(302, 401, 403, 404);
        }
    }
}
