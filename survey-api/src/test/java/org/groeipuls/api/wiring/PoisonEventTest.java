package org.groeipuls.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.ViewLag;
import org.groeipuls.api.storage.ViewPosition;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.team.UnitCommand.EstablishUnit;
import org.groeipuls.team.UnitId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An event that cannot be read or taken in stops the views where they are; nothing is skipped to go on. */
class PoisonEventTest {
    private static ConfigurableApplicationContext house;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Ground {
        @Bean
        InstantSource clock() {
            return InstantSource.fixed(Instant.parse("2026-03-01T12:34:56.789Z"));
        }

        /** Ten seconds of lag pass in a fifth of one. */
        @Bean
        @Primary
        ViewLag hurriedLag(HistoryStore history, ViewPosition position) {
            return new ViewLag(history, position, () -> System.nanoTime() * 50);
        }
    }

    @BeforeAll
    static void build() {
        house = new SpringApplicationBuilder(Ground.class, HistoryWiring.class)
                .web(WebApplicationType.NONE)
                .run("--spring.datasource.url=jdbc:h2:mem:poison;DB_CLOSE_DELAY=-1");
    }

    @AfterAll
    static void leave() {
        house.close();
    }

    private static JdbcClient jdbc() {
        return house.getBean(JdbcClient.class);
    }

    private static void establish(String unit) {
        house.getBean("historyCommands", CommandGateway.class)
                .sendAndWait(new EstablishUnit(new UnitId(unit), unit, null, 0));
    }

    private static boolean shown(String unit) {
        return house.getBean(OrganisationTable.class)
                .read()
                .unit(new UnitId(unit))
                .isPresent();
    }

    private static Status health() {
        return Objects.requireNonNull(house.getBean("viewsHealthIndicator", HealthIndicator.class)
                        .health())
                .getStatus();
    }

    private static void soon(BooleanSupplier happened) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it has not happened").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "unknown-name, NeverHeardOf, 1, {}",
                "unknown-revision, UnitEstablished, 2, `{\"unit\":\"x\",\"name\":\"x\",\"size\":0}`",
                "no-json, UnitEstablished, 1, {",
                "field-too-many, UnitEstablished, 1, `{\"unit\":\"x\",\"name\":\"x\",\"size\":0,\"more\":1}`",
                "handler-fails, UnitEstablished, 1, `{\"unit\":\"x\",\"name\":\"TOO_LONG\",\"size\":0}`"
            })
    void the_views_stop_at_a_poison_event_say_so_and_go_on_once_it_is_mended(
            String poison, String type, String revision, String payload) {
        establish("before-" + poison);
        soon(() -> shown("before-" + poison));
        assertThat(health()).isEqualTo(Status.UP);
        long position = house.getBean(HistoryStore.class).head();

        plant(poison, type, revision, payload.replace("TOO_LONG", "x".repeat(201)));
        establish("after-" + poison);
        soon(() -> health().equals(Status.DOWN));

        assertThat(shown("after-" + poison)).isFalse();
        assertThat(house.getBean(ViewPosition.class).read()).isEqualTo(position);
        jdbc().sql("delete from history_event where aggregate_identifier = :poison")
                .param("poison", poison)
                .update();
        soon(() -> shown("after-" + poison));
        soon(() -> health().equals(Status.UP));
    }

    private void plant(String poison, String type, String revision, String payload) {
        jdbc().sql("insert into history_event (event_identifier, aggregate_identifier, sequence_number, type,"
                        + " payload_type, payload_revision, time_stamp, payload, meta_data)"
                        + " values (:id, :id, 0, 'Unit', :type, :revision, '2026-03-01T00:00:00Z', :payload, '{}')")
                .param("id", poison)
                .param("type", type)
                .param("revision", revision)
                .param("payload", payload)
                .update();
    }
}
