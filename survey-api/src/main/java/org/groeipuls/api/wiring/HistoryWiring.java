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
import org.groeipuls.agenda.AgendaProjection;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.OrderedEventStorage;
import org.groeipuls.api.storage.PromptEvents;
import org.groeipuls.api.storage.Rebuild;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.api.storage.ViewLag;
import org.groeipuls.api.storage.ViewPosition;
import org.groeipuls.api.webhook.WebhookOutbox;
import org.groeipuls.calendar.ProgrammeProjection;
import org.groeipuls.calendar.Programmes;
import org.groeipuls.calibration.AdoptedCalibration;
import org.groeipuls.constants.CalibrationProjection;
import org.groeipuls.constants.CalibrationRegister;
import org.groeipuls.development.Bundle;
import org.groeipuls.development.DevelopmentPoint;
import org.groeipuls.development.OrganisationGoal;
import org.groeipuls.earlier.ReferenceProjection;
import org.groeipuls.earlier.ReferenceTable;
import org.groeipuls.followup.ActionProjection;
import org.groeipuls.followup.ActionTable;
import org.groeipuls.followup.DevelopmentProjection;
import org.groeipuls.followup.DevelopmentTable;
import org.groeipuls.instrument.RegisteredInstrument;
import org.groeipuls.intervention.Intervention;
import org.groeipuls.lexicon.RegisteredLexicon;
import org.groeipuls.mirror.Mirror;
import org.groeipuls.organisation.OrganisationFacts;
import org.groeipuls.organisation.OrganisationProjection;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.organisation.Reorganisations;
import org.groeipuls.outcome.StatedOutcome;
import org.groeipuls.programme.Programme;
import org.groeipuls.pulse.Pulse;
import org.groeipuls.reference.Reference;
import org.groeipuls.reflection.ReflectionProjection;
import org.groeipuls.reflection.ReflectionTable;
import org.groeipuls.register.InterventionRegister;
import org.groeipuls.register.RegisterProjection;
import org.groeipuls.release.Release;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.shelf.ShelfProjection;
import org.groeipuls.signal.SignalProjection;
import org.groeipuls.signal.SignalTable;
import org.groeipuls.signal.Signals;
import org.groeipuls.talk.LexiconProjection;
import org.groeipuls.talk.LexiconTable;
import org.groeipuls.talk.StatementProjection;
import org.groeipuls.talk.StatementTable;
import org.groeipuls.talk.Statements;
import org.groeipuls.team.Group;
import org.groeipuls.team.Reorganisation;
import org.groeipuls.team.Team;
import org.groeipuls.team.Unit;
import org.groeipuls.theme.TextProjection;
import org.groeipuls.theme.TextTable;
import org.groeipuls.trend.OutcomeProjection;
import org.groeipuls.trend.OutcomeTable;
import org.groeipuls.trend.TeamTrendProjection;
import org.groeipuls.trend.TrendTable;
import org.groeipuls.trend.Trends;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * History and its views: commands, aggregates, the event store and the processor. Spelled out instead of left to
 * auto-configuration, which picks stores and transaction managers unseen.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
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
    OrganisationTable organisationTable(JdbcClient jdbc) {
        return new OrganisationTable(jdbc);
    }

    @Bean
    OrganisationFacts organisationFacts(JdbcClient jdbc) {
        return new OrganisationFacts(jdbc, StrictJson.mapper());
    }

    @Bean
    Reorganisations reorganisations(JdbcClient jdbc) {
        return new Reorganisations(jdbc, StrictJson.mapper());
    }

    @Bean
    PulseAgenda pulseAgenda(JdbcClient jdbc) {
        return new PulseAgenda(jdbc, StrictJson.mapper());
    }

    @Bean
    InstrumentShelf instrumentShelf(JdbcClient jdbc) {
        return new InstrumentShelf(jdbc, StrictJson.mapper());
    }

    @Bean
    CalibrationRegister calibrationRegister(JdbcClient jdbc) {
        return new CalibrationRegister(jdbc, StrictJson.mapper());
    }

    @Bean
    TrendTable trendTable(JdbcClient jdbc) {
        return new TrendTable(jdbc, StrictJson.mapper());
    }

    @Bean
    TextTable textTable(JdbcClient jdbc) {
        return new TextTable(jdbc, StrictJson.mapper());
    }

    @Bean
    InterventionRegister interventionRegister(JdbcClient jdbc) {
        return new InterventionRegister(jdbc, StrictJson.mapper());
    }

    @Bean
    OutcomeTable outcomeTable(JdbcClient jdbc) {
        return new OutcomeTable(jdbc, StrictJson.mapper());
    }

    @Bean
    LexiconTable lexiconTable(JdbcClient jdbc) {
        return new LexiconTable(jdbc, StrictJson.mapper());
    }

    @Bean
    StatementTable statementTable(JdbcClient jdbc) {
        return new StatementTable(jdbc);
    }

    @Bean
    Statements statements(StatementTable table, PulseAgenda agenda) {
        return new Statements(table, agenda);
    }

    @Bean
    ReferenceTable referenceTable(JdbcClient jdbc) {
        return new ReferenceTable(jdbc, StrictJson.mapper());
    }

    @Bean
    ReflectionTable reflectionTable(JdbcClient jdbc) {
        return new ReflectionTable(jdbc, StrictJson.mapper());
    }

    @Bean
    ActionTable actionTable(JdbcClient jdbc) {
        return new ActionTable(jdbc, StrictJson.mapper());
    }

    @Bean
    DevelopmentTable developmentTable(JdbcClient jdbc) {
        return new DevelopmentTable(jdbc, StrictJson.mapper());
    }

    @Bean
    Programmes programmes(JdbcClient jdbc) {
        return new Programmes(jdbc, StrictJson.mapper());
    }

    @Bean
    Trends trends(TrendTable table, InterventionRegister register, PulseAgenda agenda, OutcomeTable outcomes) {
        return new Trends(table, register, agenda, outcomes);
    }

    @Bean
    SignalTable signalTable(JdbcClient jdbc) {
        return new SignalTable(jdbc, StrictJson.mapper());
    }

    @Bean
    Signals signals(SignalTable table, Trends trends, InterventionRegister register) {
        return new Signals(table, trends, register);
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
            PulseAgenda agenda,
            InstrumentShelf shelf,
            OrganisationTable organisation,
            OrganisationFacts facts,
            Reorganisations reorganisations,
            CalibrationRegister calibrations,
            TrendTable trends,
            TextTable texts,
            OutcomeTable outcomes,
            SignalTable signals,
            InterventionRegister register,
            LexiconTable lexicons,
            StatementTable statements,
            ReferenceTable references,
            ReflectionTable reflections,
            ActionTable actions,
            DevelopmentTable development,
            Programmes programmes,
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
                .registerEventHandler(c -> new OrganisationProjection(organisation, facts, reorganisations))
                .registerEventHandler(c -> new ShelfProjection(shelf))
                .registerEventHandler(c -> new AgendaProjection(agenda))
                .registerEventHandler(c -> new CalibrationProjection(calibrations))
                .registerEventHandler(c -> new TeamTrendProjection(agenda, shelf, calibrations, trends))
                .registerEventHandler(c -> new TextProjection(texts))
                .registerEventHandler(c -> new OutcomeProjection(outcomes))
                .registerEventHandler(c -> new SignalProjection(agenda, shelf, calibrations, signals))
                .registerEventHandler(c -> new RegisterProjection(register))
                .registerEventHandler(c -> new LexiconProjection(lexicons))
                .registerEventHandler(c -> new StatementProjection(statements))
                .registerEventHandler(c -> new ReferenceProjection(references))
                .registerEventHandler(c -> new ReflectionProjection(reflections))
                .registerEventHandler(c -> outbox)
                .registerEventHandler(c -> new ActionProjection(actions))
                .registerEventHandler(c -> new DevelopmentProjection(development))
                .registerEventHandler(c -> new ProgrammeProjection(programmes))
                .registerEventHandler(c -> position));
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
    Rebuild rebuild(StreamingEventProcessor viewsProcessor) {
        return new Rebuild(viewsProcessor);
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
