package org.groeipuls.api.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class ViewLagTest {
    private final JdbcClient jdbc = tables();
    private long seconds;
    private final ViewLag lag = new ViewLag(
            new HistoryStore(jdbc),
            new ViewPosition(jdbc, new PromptEvents()),
            () -> Duration.ofSeconds(seconds).toNanos());

    private static JdbcClient tables() {
        var source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:lag;DB_CLOSE_DELAY=-1");
        JdbcClient.create(source).sql("drop all objects").update();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/h2/V1__history_views_roster.sql"))
                .execute(source);
        return JdbcClient.create(source);
    }

    private void happen() {
        jdbc.sql("insert into history_event (event_identifier, aggregate_identifier, sequence_number, type,"
                        + " payload_type, payload_revision, time_stamp, payload, meta_data)"
                        + " values (random_uuid(), random_uuid(), 0, 'T', 'T', '1', '', '', '')")
                .update();
    }

    private void readUpTo(long position) {
        jdbc.sql("delete from view_position").update();
        jdbc.sql("insert into view_position values ('views', :position)")
                .param("position", position)
                .update();
    }

    private long lagAt(long second) {
        seconds = second;
        return lag.read().toSeconds();
    }

    @Test
    void views_that_have_read_everything_are_not_behind() {
        assertThat(lagAt(5)).isZero();
        happen();
        readUpTo(1);
        assertThat(lagAt(6)).isZero();
    }

    @Test
    void the_oldest_unread_event_counts_however_many_follow() {
        happen();
        assertThat(lagAt(10)).isZero();
        happen();
        assertThat(lagAt(21)).isEqualTo(11);
        happen();
        assertThat(lagAt(25)).isEqualTo(15);
    }

    @Test
    void views_that_read_on_are_behind_only_by_what_is_still_unread() {
        happen();
        assertThat(lagAt(10)).isZero();
        happen();
        readUpTo(1);
        assertThat(lagAt(15)).isZero();
        assertThat(lagAt(18)).isEqualTo(3);
        readUpTo(2);
        assertThat(lagAt(30)).isZero();
    }
}
