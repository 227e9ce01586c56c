package org.groeipuls.api.analyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.groeipuls.api.Reply;
import org.groeipuls.api.Server;
import org.groeipuls.api.analyst.Workbooks.WorkbookTooSmall;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.HistoryStore.StoredEvent;
import org.groeipuls.tree.Checksum;
import org.groeipuls.tree.HeadKey;
import org.groeipuls.tree.HistoryCheck;
import org.groeipuls.tree.RecordedEvent;
import org.groeipuls.tree.SignedHead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An export is history, in every format and whichever store stands behind it. */
abstract class HistoryExportContract {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Server server = server();
    private final List<StoredEvent> stored = new ArrayList<>();

    abstract Server server();

    @BeforeEach
    void readWhatIsStored() {
        var history = server.bean(HistoryStore.class);
        stored.addAll(history.after(0, 1_000_000, null));
    }

    private long end() {
        return stored.getLast().position();
    }

    private Reply get(String path, String... headers) {
        var reply = server.get("analyst", "/api/v1/history" + path, headers);
        assertThat(reply.status())
                .as(reply.text().substring(0, Math.min(300, reply.text().length())))
                .isEqualTo(200);
        return reply;
    }

    /** Goes on from the last line's position until there is nothing left. */
    private List<String> lines(int page) {
        List<String> lines = new ArrayList<>();
        long after = 0;
        while (true) {
            var more = get("/events?limit=" + page + "&after=" + after)
                    .text()
                    .lines()
                    .toList();
            if (more.isEmpty()) {
                return lines;
            }
            for (var line : more) {
                after = JSON.readTree(line).get("position").asLong();
                if (after <= end()) {
                    lines.add(line);
                }
            }
        }
    }

    private static RecordedEvent recorded(StoredEvent event) {
        return new RecordedEvent(
                event.position(),
                event.type(),
                event.revision(),
                event.aggregate(),
                event.sequence(),
                event.time(),
                event.data());
    }

    private static RecordedEvent recorded(String line) {
        var json = JSON.readTree(line);
        int at = line.indexOf(",\"data\":") + 8;
        return new RecordedEvent(
                json.get("position").asLong(),
                json.get("type").asString(),
                json.get("revision").asString(),
                json.get("aggregate").asString(),
                json.get("sequence").asLong(),
                json.get("time").asString(),
                line.substring(at, line.length() - 1));
    }

    @Test
    void lines_are_history_to_the_letter_whatever_the_page() {
        var expected = stored.stream().map(HistoryExportContract::recorded).toList();

        assertThat(lines(7)).map(HistoryExportContract::recorded).isEqualTo(expected);
        assertThat(lines(10_000)).map(HistoryExportContract::recorded).isEqualTo(expected);
    }

    @Test
    void a_line_is_a_cloud_event() {
        assertThat(lines(10_000)).allSatisfy(line -> {
            var event = JSON.readTree(line);
            assertThat(event.get("specversion").asString()).isEqualTo("1.0");
            assertThat(event.get("id").asString())
                    .isEqualTo(event.get("position").asString());
            assertThat(event.get("source").asString()).isEqualTo("urn:groeipuls:history");
            assertThat(event.get("dataschema").asString())
                    .isEqualTo("urn:groeipuls:event:" + event.get("type").asString() + ":"
                            + event.get("revision").asString());
            assertThat(event.get("datacontenttype").asString()).isEqualTo("application/json");
            assertThat(event.get("data").isObject()).isTrue();
            assertThat(event.propertyNames()).allMatch(name -> name.matches("[a-z0-9]+"));
        });
    }

    @Test
    void the_summary_counts_what_is_exported_and_its_checksum_is_that_of_the_lines() {
        var summary = get("/summary?through=" + end()).json();
        Map<String, Long> counts = new TreeMap<>();
        var checksum = new Checksum();
        for (var line : lines(1000)) {
            var event = recorded(line);
            counts.merge(event.type() + "/" + event.revision(), 1L, Long::sum);
            checksum.add(event);
        }

        assertThat(summary.get("events").asLong()).isEqualTo(stored.size());
        assertThat(summary.get("position").asLong()).isEqualTo(end());
        assertThat(summary.get("checksum").asString()).isEqualTo(checksum.value());
        Map<String, Long> said = new TreeMap<>();
        summary.get("types")
                .forEach(type -> said.put(
                        type.get("type").asString() + "/" + type.get("revision").asString(),
                        type.get("events").asLong()));
        assertThat(said).isEqualTo(counts);
        assertThat(get("/summary?through=0").json().get("events").asLong()).isZero();
        assertThat(server.get("analyst", "/api/v1/history/summary?through=" + Long.MAX_VALUE)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_export_is_held_against_a_signed_head_without_the_server() {
        var json = server.ask("analyst", "POST", "/api/v1/history/heads", null).json();
        var head = JSON.treeToValue(json, SignedHead.class);
        var key = HeadKey.parse(get("/heads/key").json().get("publicKey").asString());
        readWhatIsStored();
        var lines = lines(10_000);

        assertThat(check(lines, head, key)).isEmpty();
        var forged = new ArrayList<>(lines);
        forged.set(0, forged.getFirst().replaceFirst("\"data\":\\{\"", "\"data\":{ \""));
        assertThat(check(forged, head, key)).isNotEmpty();
    }

    private static List<HistoryCheck.Fault> check(List<String> lines, SignedHead head, HeadKey key) {
        var check = new HistoryCheck(List.of(head), key);
        for (var line : lines) {
            var salt = JSON.readTree(line).get("salt").asString();
            check.next(recorded(line), HexFormat.of().parseHex(salt));
        }
        return check.end();
    }

    @Test
    void csv_has_the_same_rows_and_every_field_of_them() throws IOException {
        var text = get("/events?limit=10000", "Accept", "text/csv").text();
        assertThat(text).startsWith("\uFEFFposition,type,revision,aggregate,sequence,time,data,salt");
        List<RecordedEvent> rows = new ArrayList<>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text.substring(1))) {
            csv.forEach(row -> rows.add(new RecordedEvent(
                    Long.parseLong(row.getField("position")),
                    row.getField("type"),
                    row.getField("revision"),
                    row.getField("aggregate"),
                    Long.parseLong(row.getField("sequence")),
                    row.getField("time"),
                    row.getField("data"))));
        }

        assertThat(rows)
                .startsWith(stored.stream()
                        .limit(10_000)
                        .map(HistoryExportContract::recorded)
                        .toArray(RecordedEvent[]::new));
    }

    @Test
    void a_workbook_has_the_same_rows_and_numbers_are_numbers() throws IOException {
        var bytes = get("/events.xlsx").bytes();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                var rows = book.getFirstSheet().openStream()) {
            var all = rows.toList();
            assertThat(all.getFirst().getCellText(7)).isEqualTo("data");
            for (int i = 0; i < stored.size(); i++) {
                var row = all.get(i + 1);
                var event = stored.get(i);
                var data = new StringBuilder();
                for (int cell = 7; cell < row.getCellCount(); cell++) {
                    data.append(row.getCellText(cell));
                }
                assertThat(new RecordedEvent(
                                row.getCellAsNumber(0).orElseThrow().longValueExact(),
                                row.getCellText(1),
                                row.getCellText(2),
                                row.getCellText(3),
                                row.getCellAsNumber(4).orElseThrow().longValueExact(),
                                row.getCellText(5),
                                data.toString()))
                        .isEqualTo(recorded(event));
            }
        }
    }

    private static List<Long> positions(HistoryExport export) {
        List<Long> positions = new ArrayList<>();
        export.each(event -> positions.add(event.position()));
        return positions;
    }

    @Test
    void what_a_workbook_does_not_hold_is_refused_with_where_its_parts_begin() {
        var history = server.bean(HistoryStore.class);
        var all = stored.stream().map(StoredEvent::position).toList();
        var most =
                stored.stream()
                        .collect(Collectors.groupingBy(StoredEvent::type, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow();
        var type = most.getKey();
        int of = most.getValue().intValue();
        assertThat(of).isGreaterThan(1);
        var just = new Workbooks(history, stored.size());
        var small = new Workbooks(history, stored.size() - 1);

        assertThat(just.hold(null)).isTrue();
        assertThat(positions(just.all(0, null))).isEqualTo(all);
        assertThat(small.hold(null)).isFalse();
        assertThatThrownBy(() -> small.all(0, null))
                .isInstanceOfSatisfying(
                        WorkbookTooSmall.class,
                        refused -> assertThat(refused.code()).isEqualTo("workbook-too-small"))
                .hasMessageContaining("NDJSON or CSV")
                .hasMessageContaining("after=0&limit=" + (stored.size() - 1))
                .hasMessageContaining("then after=" + all.get(stored.size() - 2) + " ");
        assertThat(positions(small.all(all.getFirst(), null))).isEqualTo(all.subList(1, all.size()));
        assertThat(new Workbooks(history, of).hold(type)).isTrue();
        assertThat(new Workbooks(history, of - 1).hold(type)).isFalse();
    }

    @Test
    void a_workbook_is_asked_for_in_parts() throws IOException {
        List<Long> read = new ArrayList<>();
        for (long after = 0; after < end(); after = read.getLast()) {
            var bytes = get("/events.xlsx?limit=40&after=" + after).bytes();
            try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                    var rows = book.getFirstSheet().openStream()) {
                rows.skip(1)
                        .forEach(row ->
                                read.add(row.getCellAsNumber(0).orElseThrow().longValueExact()));
            }
        }

        assertThat(read).isEqualTo(stored.stream().map(StoredEvent::position).toList());
        assertThat(server.get("analyst", "/api/v1/history/events.xlsx?limit=1000001")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void every_event_that_is_listed_has_a_schema() {
        List<JsonNode> listed = get("/schemas").json().valueStream().toList();

        assertThat(listed).hasSizeGreaterThan(40);
        for (var event : listed) {
            var schema =
                    get(event.get("schema").asString().replace("/history", "")).json();
            assertThat(schema.get("$id")).isEqualTo(event.get("dataschema"));
            assertThat(schema.get("properties").isEmpty()).isFalse();
        }
        assertThat(server.get("analyst", "/api/v1/history/schemas/PulseOpened/9")
                        .status())
                .isEqualTo(404);
    }
}
