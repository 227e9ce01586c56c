package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.Rebuild;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.replay.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Views that stand still are what a rebuild is asked for, whichever store stands behind it. */
abstract class RebuildContract {
    private final Server server = server();
    private final Survey survey = new Survey(server);
    private final JdbcClient jdbc = server.bean(JdbcClient.class);
    private final Rebuild rebuild = server.bean(Rebuild.class);
    private final StreamingEventProcessor processor = server.bean(StreamingEventProcessor.class);

    abstract Server server();

    @AfterEach
    void others_need_the_views() {
        if (!processor.isRunning()) {
            processor.start();
        }
    }

    @Test
    void what_happened_while_the_views_stood_still_is_in_them_once() {
        var team = survey.team("whole", 14);
        var parts = List.of(survey.id("north"), survey.id("south"));
        processor.shutDown();
        assertThat(split(team, parts).status())
                .as("stored, and not in the views")
                .isEqualTo(503);

        assertThat(rebuild.begin()).containsKeys("organisation_fact", "organisation_descent");

        server.bean(Commands.class).awaitViews();
        survey.put(
                "/teams/" + parts.getFirst(),
                "{'name':'Noord','unit':'%s','size':8}".formatted(survey.id("service")),
                200);
        assertThat(jdbc.sql("select successor from organisation_descent where origin = :team order by place")
                        .param("team", team)
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(parts);
        assertThat(facts(parts.getFirst())).as("as it began, and with one more").isEqualTo(2);
        assertThat(facts(parts.getLast())).isEqualTo(1);
        assertThat(rebuild.begin()).as("nothing was taken in twice").isEmpty();
    }

    private Reply split(String team, List<String> parts) {
        return survey.post(
                "hr",
                "/organisation/changes",
                ("{'kind':'split','effectiveOn':'%s','team':'%s','into':["
                                + "{'team':'%s','name':'Noord','size':7},{'team':'%s','name':'Zuid','size':7}]}")
                        .formatted(
                                server.now().atZone(ZoneOffset.UTC).toLocalDate(), team, parts.get(0), parts.get(1)));
    }

    private long facts(String team) {
        return jdbc.sql("select count(*) from organisation_fact where id = :id")
                .param("id", "team:" + team)
                .query(Long.class)
                .single();
    }

    /** The first look at their layout succeeds, the second meets no database. */
    @Test
    void views_of_an_older_layout_are_made_anew_although_the_database_was_away_for_a_while() throws Exception {
        jdbc.sql("update view_position set position = 1 where name = 'layout'").update();
        var asked = new AtomicInteger();
        var away = new DelegatingDataSource(server.bean(DataSource.class)) {
            @Override
            public Connection getConnection() throws SQLException {
                if (asked.incrementAndGet() == 2) {
                    throw new SQLException("away");
                }
                return super.getConnection();
            }
        };
        var tokens = server.bean(Configuration.class).serializer();
        try (var anew = new Rebuild(processor, away, server.bean(EventNames.class), tokens, StrictJson.mapper())) {
            anew.beginIfOlder((done, total) -> {});
            for (int second = 0; second < 60 && layout() != Views.LAYOUT; second++) {
                Thread.sleep(1000);
            }
        }
        assertThat(layout()).isEqualTo(Views.LAYOUT);
    }

    private int layout() {
        return jdbc.sql("select position from view_position where name = 'layout'")
                .query(Integer.class)
                .single();
    }

    @Test
    void an_event_that_no_view_can_take_fails_the_rebuild_and_leaves_the_views_as_they_are() {
        var team = survey.team("kept", 8);
        long last = jdbc.sql("select max(global_index) from history_event")
                .query(Long.class)
                .single();
        var payload = jdbc.sql("select payload from history_event where global_index = " + last)
                .query(String.class)
                .single();
        write(last, "broken");

        assertThatThrownBy(rebuild::begin).isInstanceOf(RuntimeException.class);

        write(last, payload);
        assertThat(processor.isRunning()).isTrue();
        assertThat(facts(team)).isEqualTo(1);
        assertThat(rebuild.begin()).isEmpty();
    }

    private void write(long position, String payload) {
        jdbc.sql("update history_event set payload = :payload where global_index = :position")
                .param("payload", payload)
                .param("position", position)
                .update();
    }
}
