package org.groeipuls.api.analyst;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.groeipuls.api.Server;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An export whose second page cannot be read is no whole export: whoever takes it sees that it was cut off. */
class CutExportTest {
    private static final String ROWS = "insert into history_event (event_identifier, aggregate_identifier,"
            + " sequence_number, type, payload_type, payload_revision, time_stamp, payload, meta_data)"
            + " select 'e' || n, 'pulse:p' || n, 0, 'Pulse', 'PulseOpened', '1', '2026-01-01T00:00:00.000Z',"
            + " '{\"pulse\":\"p' || n || '\"}', '{}' from system_range(1, 1500) as numbers(n)";

    @Test
    void it_is_cut_off_and_no_problem_stands_behind_it() throws Exception {
        var server = Server.alone();
        try {
            cutOff(server);
        } finally {
            server.context().close();
        }
    }

    private static void cutOff(Server server) throws Exception {
        server.bean(StreamingEventProcessor.class).shutDown();
        var jdbc = server.bean(JdbcClient.class);
        jdbc.sql(ROWS).update();
        long second = jdbc.sql("select global_index from history_event order by global_index offset 1100 rows"
                        + " fetch first 1 rows only")
                .query(Long.class)
                .single();
        jdbc.sql("alter table history_event rename to kept_event").update();
        jdbc.sql("create view history_event as select global_index, event_identifier, aggregate_identifier,"
                        + " case when global_index >= " + second + " then 'no number'"
                        + " else cast(sequence_number as varchar) end as sequence_number, type, payload_type, payload_revision,"
                        + " time_stamp, payload, meta_data from kept_event")
                .update();

        for (var format : List.of("application/x-ndjson", "text/csv")) {
            var sent = cut(server, format);
            assertThat(sent.lines().count()).as("the first page at least").isGreaterThan(100);
            assertThat(sent).doesNotContain("urn:groeipuls:problem");
        }
        var failed = server.get("analyst", "/api/v1/history/events?after=" + (second - 1));
        assertThat(failed.status())
                .as("of what has not begun a problem says why")
                .isEqualTo(500);
        assertThat(failed.text()).contains("urn:groeipuls:problem:failed");
    }

    /** What comes before the connection is closed in the middle of an answer. */
    private static String cut(Server server, String format) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.address().resolve("/api/v1/history/events?limit=10000"))
                .header("Accept", format)
                .header("Authorization", "Bearer " + server.token("analyst", "groeipuls"))
                .build();
        var sent = new ByteArrayOutputStream();
        var client = HttpClient.newHttpClient();
        try (var body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            assertThatThrownBy(() -> body.transferTo(sent)).as(format).isInstanceOf(IOException.class);
        } finally {
            client.shutdownNow();
        }
        return sent.toString(UTF_8);
    }
}
