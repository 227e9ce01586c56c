package org.groeipuls.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.groeipuls.api.storage.Rebuild.RebuiltElsewhere;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ViewTurnTest {
    private static final Duration SILENCE = Duration.ofMillis(600);

    private final DriverManagerDataSource source =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final ViewSwitch one =
            new ViewSwitch(source, Jackson3Serializer.builder().build());
    private final ViewSwitch other =
            new ViewSwitch(source, Jackson3Serializer.builder().build());

    ViewTurnTest() {
        jdbc.sql("create table view_position (name varchar(64) primary key, position bigint not null)")
                .update();
        jdbc.sql("insert into view_position values ('rebuild', 0)").update();
    }

    private long until() {
        return jdbc.sql("select position from view_position where name = 'rebuild'")
                .query(Long.class)
                .single();
    }

    @Test
    void a_step_that_takes_longer_than_others_wait_keeps_its_turn_and_then_lets_it_go() {
        try (var turn = ViewTurn.take(one, SILENCE)) {
            long first = until();
            // the step goes on beyond the time for which the turn was taken
            Awaitility.await().until(() -> System.currentTimeMillis() > first && until() > first);
            assertThat(other.turn(System.currentTimeMillis(), 0, first + 1_000_000))
                    .isFalse();
            turn.check();
            assertThatThrownBy(() -> ViewTurn.take(other, SILENCE)).isInstanceOf(RebuiltElsewhere.class);
        }
        try (var turn = ViewTurn.take(other, SILENCE)) {
            turn.check();
        }
    }

    @Test
    void whoever_lost_the_turn_finds_out_and_leaves_it_to_the_other() {
        try (var turn = ViewTurn.take(one, SILENCE)) {
            jdbc.sql("update view_position set position = 9000000000000 where name = 'rebuild'")
                    .update();
            Awaitility.await()
                    .untilAsserted(() -> assertThatThrownBy(turn::check).isInstanceOf(RebuiltElsewhere.class));
        }
        assertThat(until()).isEqualTo(9_000_000_000_000L);
    }
}
