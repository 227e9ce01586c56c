package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.groeipuls.api.wiring.GroeipulsServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.NestedExceptionUtils;

/** What stops the start, with words that say what to do. */
class StartTest {
    private static final String DEMONSTRATION = "--groeipuls.demonstration=true";
    private static final String ISSUER = "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:9/";

    @TempDir
    private Path folder = Path.of("");

    /** Why it does not start. */
    private String starting(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--groeipuls.data=" + folder.resolve("data"),
                "--groeipuls.vault=" + folder.resolve("vault"),
                "--server.port=0"));
        arguments.addAll(List.of(more));
        var failure = catchThrowable(
                () -> GroeipulsServer.start(arguments.toArray(String[]::new)).close());
        assertThat(failure).as("it started").isNotNull();
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    }

    @Test
    void a_setting_that_nobody_knows_stops_it() {
        assertThat(starting(DEMONSTRATION, "--groeipuls.minimum-group=3")).contains("groeipuls.minimum-group");
    }

    @Test
    void nobody_to_ask_who_somebody_is_stops_it() {
        assertThat(starting()).contains("spring.security.oauth2.resourceserver.jwt.issuer-uri");
    }

    @Test
    void a_demonstration_that_others_could_reach_stops_it() {
        assertThat(starting(DEMONSTRATION, "--server.address=0.0.0.0")).contains("server.address=127.0.0.1");
    }

    @Test
    void a_demonstration_store_is_not_run_for_real_and_a_real_one_is_no_demonstration() {
        started(DEMONSTRATION);
        assertThat(starting(ISSUER)).contains("groeipuls.data");
    }

    private void started(String kind) {
        GroeipulsServer.start(
                        kind,
                        "--groeipuls.data=" + folder.resolve("data"),
                        "--groeipuls.vault=" + folder.resolve("vault"),
                        "--server.port=0")
                .close();
        assertThat(folder.resolve("data")).isDirectory();
    }

    @Test
    void a_postgresql_that_may_lose_what_it_committed_stops_it() {
        var history = Postgres.database("careless");
        Postgres.run("alter database careless set synchronous_commit = off");

        assertThat(starting(DEMONSTRATION, "--spring.datasource.url=" + history))
                .contains("synchronous_commit = off");
    }

    @Test
    void a_postgresql_for_boxes_that_may_lose_what_it_committed_stops_it() {
        var boxes = Postgres.database("careless_boxes");
        Postgres.run("alter database careless_boxes set synchronous_commit = off");

        assertThat(starting(DEMONSTRATION, "--groeipuls.box.url=" + boxes, "--groeipuls.box.user=postgres"))
                .contains("synchronous_commit = off");
    }
}
