package org.groeipuls.api.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.groeipuls.action.Action;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.job.Pace;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.OrderedEventStorage;
import org.groeipuls.api.storage.PromptEvents;
import org.groeipuls.api.storage.Rebuild;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.api.storage.ViewLag;
import org.groeipuls.api.storage.ViewPosition;
import org.groeipuls.api.webhook.WebhookOutbox;
import org.groeipuls.calibration.AdoptedCalibration;
import org.groeipuls.development.Bundle;
import org.groeipuls.development.DevelopmentPoint;
import org.groeipuls.development.OrganisationGoal;
import org.groeipuls.instrument.RegisteredInstrument;
import org.groeipuls.intervention.Intervention;
import org.groeipuls.lexicon.RegisteredLexicon;
import org.groeipuls.mirror.Mirror;
import org.groeipuls.outcome.StatedOutcome;
import org.groeipuls.programme.Programme;
import org.groeipuls.pulse.Pulse;
import org.groeipuls.reference.Reference;
import org.groeipuls.release.Release;
import org.groeipuls.replay.Views;
import org.groeipuls.rule.AdoptedRule;
import org.groeipuls.team.Group;
import org.groeipuls.team.Reorganisation;
import org.groeipuls.team.Team;
import org.groeipuls.team.Unit;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * History and its views: commands, aggregates, the event store and the processor. Spelled out instead of left to
 * auto-configuration, which picks stores and transaction managers unseen.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@Import(ViewsWiring.class)
class HistoryWiring {
    private static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable("history_token")
            .setProcessorNameColumn("processor_name")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("time_stamp")
            .setOwnerColumn("owner")
            .build();

    /** How long what another node wrote may go unseen. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private static final Duration MOST_LAG = Duration.ofSeconds(10);

    @Bean
    EventNames eventNames() {
        return EventNames.create();
    }

    @Bean
    TransactionManager historyTransactions(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider historyConnections(DataSource source) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(source));
    }

    @Bean
    OrderedEventStorage eventStorage(
            ConnectionProvider connections, TransactionManager transactions, EventNames events, InstantSource clock) {
        var day = new DayClock(clock);
        return OrderedEventStorage.over(connections, transactions, events, at -> day.instant());
    }

    /** The standard name of a node is its process and host, which two containers of one host can share. */
    @Bean
    JdbcTokenStore tokenStore(ConnectionProvider connections) {
        return JdbcTokenStore.builder()
                .nodeId(UUID.randomUUID().toString())
                .connectionProvider(connections)
                .serializer(tokenSerializer())
                .contentType(String.class)
                .schema(TOKENS)
                .build();
    }

    /** Reads replay tokens too, which hold another token whose class is named in the JSON; no other class may be. */
    private static Serializer tokenSerializer() {
        var ours = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("org.groeipuls.")
                .allowIfSubType("java.util.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(ours))
                .build();
    }

    @Bean
    HistoryStore historyStore(JdbcClient jdbc) {
        return new HistoryStore(jdbc);
    }

    @Bean
    PromptEvents promptEvents() {
        return new PromptEvents();
    }

    @Bean
    ViewPosition viewPosition(JdbcClient jdbc, PromptEvents events) {
        return new ViewPosition(jdbc, events);
    }

    @Bean
    WebhookOutbox webhookOutbox(JdbcClient jdbc) {
        return new WebhookOutbox(jdbc, StrictJson.mapper());
    }

    @Bean(destroyMethod = "shutdown")
    Configuration history(
            EventStorageEngine storage,
            TokenStore tokens,
            TransactionManager transactions,
            EventNames events,
            InstantSource clock,
            Views views,
            ViewPosition position,
            WebhookOutbox outbox,
            PromptEvents prompt) {
        GenericEventMessage.clock = new DayClock(clock);
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(c -> EmbeddedEventStore.builder()
                        .storageEngine(storage)
                        .optimizeEventConsumption(false) // one reader needs no copy in memory, which outlives a repair
                        .build())
                .configureSerializer(c -> tokenSerializer())
                .configureEventSerializer(c -> events)
                .configureMessageSerializer(c -> tokenSerializer())
                .configureTransactionManager(c -> transactions)
                .configureCorrelationDataProviders(c -> List.of())
                .configureCommandBus(c -> SimpleCommandBus.builder()
                        .transactionManager(transactions)
                        .build())
                .registerComponent(TokenStore.class, c -> tokens)
                .configureAggregate(Unit.class)
                .configureAggregate(Team.class)
                .configureAggregate(Group.class)
                .configureAggregate(Reorganisation.class)
                .configureAggregate(RegisteredInstrument.class)
                .configureAggregate(Pulse.class)
                .configureAggregate(Release.class)
                .configureAggregate(StatedOutcome.class)
                .configureAggregate(AdoptedCalibration.class)
                .configureAggregate(AdoptedRule.class)
                .configureAggregate(Intervention.class)
                .configureAggregate(RegisteredLexicon.class)
                .configureAggregate(Reference.class)
                .configureAggregate(Action.class)
                .configureAggregate(DevelopmentPoint.class)
                .configureAggregate(Bundle.class)
                .configureAggregate(OrganisationGoal.class)
                .configureAggregate(Programme.class)
                .configureAggregate(Mirror.class);
        configurer.eventProcessing(processing -> processing
                .configureDefaultStreamableMessageSource(c -> prompt.over(c.eventStore()))
                .usingPooledStreamingEventProcessors((c, builder) -> builder.initialSegmentCount(1)
                        .batchSize(100)
                        .clock(Clock.systemUTC()) // the default stands still all day, and so would a retry
                        .tokenClaimInterval(LOOK_AGAIN.toMillis())
                        .initialToken(source -> source.createTailToken()))
                .registerTokenStore(c -> tokens)
                .registerDefaultTransactionManager(c -> transactions)
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerEventHandler(c -> outbox)
                .registerEventHandler(c -> position));
        views.projections()
                .forEach(projection ->
                        configurer.eventProcessing(processing -> processing.registerEventHandler(c -> projection)));
        var history = configurer.buildConfiguration();
        history.start();
        return history;
    }

    @Bean
    CommandGateway historyCommands(Configuration history) {
        return history.commandGateway();
    }

    @Bean
    StreamingEventProcessor viewsProcessor(Configuration history) {
        return history.eventProcessingConfiguration()
                .eventProcessor("views", StreamingEventProcessor.class)
                .orElseThrow();
    }

    @Bean
    Rebuild rebuild(StreamingEventProcessor viewsProcessor, DataSource source, EventNames events) {
        return new Rebuild(viewsProcessor, source, events, tokenSerializer(), StrictJson.mapper());
    }

    /** Views that an older version made are made anew beside the others, while those go on to be read. */
    @Bean
    ApplicationRunner newerViews(Rebuild rebuild, PulseAgenda agenda, InstantSource surveyClock) {
        var pace = new Pace(() -> {
            try {
                return agenda.asksAt(surveyClock.instant());
            } catch (DataAccessException otherLayout) {
                return true;
            }
        });
        return arguments -> rebuild.beginIfOlder((done, total) -> pace.at(done));
    }

    @Bean
    ViewLag viewLag(HistoryStore history, ViewPosition position) {
        return new ViewLag(history, position, System::nanoTime);
    }

    /** Views that stand still would show an old state as the present one; nothing is skipped to go on. */
    @Bean
    HealthIndicator viewsHealthIndicator(StreamingEventProcessor viewsProcessor, ViewLag lag) {
        return () -> {
            boolean reading = viewsProcessor.isRunning()
                    && !viewsProcessor.isError()
                    && viewsProcessor.processingStatus().values().stream().noneMatch(EventTrackerStatus::isErrorState);
            return (reading && lag.read().compareTo(MOST_LAG) <= 0 ? Health.up() : Health.down()).build();
        };
    }

    /** Beside an event stands the day it was recorded and nothing finer. */
    private static final class DayClock extends Clock {
        private final InstantSource source;

        DayClock(InstantSource source) {
            this.source = source;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return source.instant().truncatedTo(ChronoUnit.DAYS);
        }
    }
}
