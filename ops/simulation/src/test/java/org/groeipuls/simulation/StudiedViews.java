package org.groeipuls.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.groeipuls.agenda.AgendaProjection;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.register.InterventionRegister;
import org.groeipuls.register.RegisterProjection;
import org.groeipuls.ruling.RuleTable;
import org.groeipuls.scoring.Calibrations;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.shelf.ShelfProjection;
import org.groeipuls.trend.OutcomeTable;
import org.groeipuls.trend.TeamTrendProjection;
import org.groeipuls.trend.TrendTable;
import org.groeipuls.trend.Trends;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The product's own projections over a database in memory; events come to them as the event processor brings them. */
final class StudiedViews implements AutoCloseable {
    private final SingleConnectionDataSource store = new SingleConnectionDataSource("jdbc:h2:mem:", true);
    private final List<AnnotationEventHandlerAdapter> projections;
    private final Trends trends;

    StudiedViews() {
        new ResourceDatabasePopulator(migrations()).execute(store);
        var jdbc = JdbcClient.create(store);
        var json = StrictJson.mapper();
        var agenda = new PulseAgenda(jdbc, json);
        var shelf = new InstrumentShelf(jdbc, json);
        var register = new InterventionRegister(jdbc, json);
        var table = new TrendTable(jdbc, json);
        projections = Stream.of(
                        new ShelfProjection(shelf),
                        new AgendaProjection(agenda),
                        new RegisterProjection(register),
                        new TeamTrendProjection(agenda, shelf, Calibrations.BUILT_IN, new RuleTable(jdbc, json), table))
                .map(AnnotationEventHandlerAdapter::new)
                .toList();
        trends = new Trends(table, register, agenda, new OutcomeTable(jdbc, json));
    }

    private static Resource[] migrations() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/h2/V*.sql");
            if (found.length == 0) {
                throw new IllegalStateException("The tables of the views are not on the class path");
            }
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(StudiedViews::version))
                    .toArray(Resource[]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int version(Resource migration) {
        var name = String.valueOf(migration.getFilename());
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    /** Lets every projection see what happened. */
    void happened(Object event) {
        for (var projection : projections) {
            try {
                projection.handle(GenericEventMessage.asEventMessage(event));
            } catch (Exception broken) {
                throw new IllegalStateException("A projection broke on " + event.getClass(), broken);
            }
        }
    }

    Trends trends() {
        return trends;
    }

    @Override
    public void close() {
        store.destroy();
    }
}
