package org.groeipuls.analyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.groeipuls.attack.CountedPulses;
import org.groeipuls.tree.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an analyst does with history, against a server over one of its stores. */
@TestInstance(PER_CLASS)
abstract class HistoryCommandsContract {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder = Path.of("");

    private @Nullable CountedPulses started;
    private Path login = Path.of("");
    private Path export = Path.of("");
    private Path head = Path.of("");
    private Path key = Path.of("");

    abstract CountedPulses server(Path files);

    /** How often an exported file is changed by chance. */
    abstract int rounds();

    private CountedPulses server() {
        return Objects.requireNonNull(started);
    }

    @BeforeAll
    void signIn() throws IOException {
        started = server(folder.resolve("server"));
        login = folder.resolve("settings/login.json");
        export = folder.resolve("history.ndjson");
        head = folder.resolve("head.json");
        key = folder.resolve("key.json");
        var secret = Files.writeString(folder.resolve("secret"), "analyst-demo\n");
        ok("login", "--url", server().address(), "--client", "analyst", "--secret-file", secret);
        ok("history", "sign", "--out", head, "--key-out", key);
        ok("history", "export", "--out", export);
    }

    @AfterAll
    void stop() {
        server().close();
    }

    private Tool tool(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.add("--login");
        all.add(login);
        return Tool.run(all.toArray());
    }

    private Tool ok(Object... arguments) {
        var done = tool(arguments);
        assertThat(done.exit()).as(done.toString()).isZero();
        return done;
    }

    private List<RecordedEvent> exported() throws IOException {
        return Files.readAllLines(export).stream()
                .map(line -> ExportedEvent.parse(line).event())
                .toList();
    }

    @Test
    void a_login_is_kept_for_its_owner_alone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(login)))
                .isEqualTo("rw-------");
        var wrong = Files.writeString(folder.resolve("wrong"), "no secret");
        var other = folder.resolve("other.json");

        var refused = Tool.run(
                "login", "--url", server().address(), "--client", "analyst", "--secret-file", wrong, "--login", other);

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("does not know this client").doesNotContain("no secret");
        assertThat(other).doesNotExist();
    }

    @Test
    void an_export_says_that_it_is_what_the_server_has() {
        var told = ok("history", "export", "--out", folder.resolve("again.ndjson"));
        assertThat(told.out()).contains("as the server says");
        assertThat(told.err()).contains("history: ");

        var json = JSON.readTree(ok("history", "export", "--out", folder.resolve("json.ndjson"), "--json")
                .out());
        assertThat(json.get("same").asBoolean()).isTrue();
        assertThat(json.get("types").get("BlockReleased/1").asLong()).isEqualTo(2);
    }

    @Test
    void an_export_of_a_part_says_how_much_that_is() throws IOException {
        var all = exported();
        long after = all.get(all.size() - 4).position();

        var released = ok("history", "export", "--type", "BlockReleased", "--out", folder.resolve("released.ndjson"));
        var last = ok("history", "export", "--after", after, "--out", folder.resolve("last.ndjson"));

        assertThat(released.err()).contains("history: 2 of 2,");
        assertThat(last.err()).contains("history: 3 of 3,");
    }

    @Test
    void an_export_is_held_against_a_head_without_a_server() {
        var verified = Tool.run("verify", "--export", export, "--head", head, "--key", key);

        assertThat(verified.exit()).as(verified.toString()).isZero();
        assertThat(verified.out()).contains("History is what was signed");
    }

    @Test
    void every_change_of_an_exported_file_is_found() throws IOException {
        long seed = Long.getLong("seed", 6962);
        System.out.println("changes of an exported file, seed " + seed);
        var chance = new Random(seed);
        var lines = Files.readAllLines(export);
        var changed = folder.resolve("changed.ndjson");

        for (int round = 0; round < rounds(); round++) {
            Files.write(changed, changed(lines, chance));
            var verified = Tool.run("verify", "--export", changed, "--head", head, "--key", key);
            assertThat(verified.exit()).as("round %d of seed %d", round, seed).isEqualTo(1);
            assertThat(verified.out()).contains("DIFFERENT");
        }
    }

    private static List<String> changed(List<String> lines, Random chance) {
        List<String> changed = new ArrayList<>(lines);
        int at = chance.nextInt(lines.size());
        switch (chance.nextInt(5)) {
            case 0 -> changed.remove(at);
            case 1 -> Collections.swap(changed, at, (at + 1 + chance.nextInt(lines.size() - 1)) % lines.size());
            case 2 -> changed.subList(at, changed.size()).clear();
            case 3 -> changed.add(at, changed.get(at));
            default -> {
                var line = new StringBuilder(changed.get(at));
                int character = chance.nextInt(line.length());
                line.setCharAt(character, (char) (line.charAt(character) ^ 1 << chance.nextInt(5)));
                changed.set(at, line.toString());
            }
        }
        return changed;
    }

    @Test
    void a_head_of_another_key_or_with_another_root_is_not_believed() throws IOException {
        var text = Files.readString(head);
        var forged = Files.writeString(folder.resolve("forged.json"), text.replaceFirst("\"size\":\\d+", "\"size\":1"));

        var verified = Tool.run("verify", "--export", export, "--head", forged, "--key", key);

        assertThat(verified.exit()).isEqualTo(1);
        assertThat(verified.out()).contains("is not signed by the key");
        assertThat(Tool.run("verify", "--export", export, "--head", head, "--key", "nonsense")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void the_server_proves_that_its_history_begins_with_an_older_head() {
        assertThat(ok("verify", "--head", head, "--key", key).out()).contains("History is what was signed");
    }

    @Test
    void an_event_that_was_changed_in_the_database_is_found_whenever_it_was_checked_last() throws IOException {
        long at = exported().get(3).position();
        var today = LocalDate.now(ZoneOffset.UTC);
        for (var checkedOn : List.of(today.minusDays(1), today, today.plusDays(1))) {
            database("update tree_state set checked_on = '" + checkedOn + "'");
            database("update history_event set payload = payload || ' ' where global_index = " + at);

            var verified = tool("verify", "--head", head, "--key", key);
            var json = tool("verify", "--head", head, "--key", key, "--json");

            database("update history_event set payload = substring(payload from 1 for character_length(payload) - 1)"
                    + " where global_index = " + at);
            assertThat(verified.exit()).as(verified.toString()).isEqualTo(1);
            assertThat(verified.out()).contains("DIFFERENT: ", "at position " + at);
            assertThat(json.exit()).isEqualTo(1);
            assertThat(JSON.readTree(json.out()).get("same").asBoolean()).isFalse();
            assertThat(JSON.readTree(json.out()).at("/faults/0").asString()).contains("at position " + at);
            ok("verify", "--head", head, "--key", key);
        }
    }

    private void database(String sql) {
        assertThat(server().database().sql(sql).update()).isEqualTo(1);
    }

    /** Numbers as DuckDB itself takes them from a file, not as what they are cast to. */
    private static List<String> sums(String table) throws SQLException {
        List<String> sums = new ArrayList<>();
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement();
                var row = statement.executeQuery("select type, count(*), sum(position), sum(sequence) from " + table
                        + " group by type order by type")) {
            while (row.next()) {
                sums.add(row.getString(1) + " " + row.getLong(2) + " " + row.getLong(3) + " " + row.getLong(4));
            }
        }
        return sums;
    }

    @Test
    void duckdb_takes_the_same_numbers_from_csv_ndjson_and_parquet() throws Exception {
        var csv = folder.resolve("history.csv");
        var parquet = folder.resolve("numbers.parquet");
        ok("history", "export", "--format", "csv", "--out", csv);
        ok("history", "export", "--format", "parquet", "--out", parquet);
        Map<String, long[]> expected = new TreeMap<>();
        for (var event : exported()) {
            var sum = expected.computeIfAbsent(event.type(), type -> new long[3]);
            sum[0]++;
            sum[1] += event.position();
            sum[2] += event.sequence();
        }
        var sums = expected.entrySet().stream()
                .map(of -> of.getKey() + " " + of.getValue()[0] + " " + of.getValue()[1] + " " + of.getValue()[2])
                .toList();

        assertThat(rows("read_csv('" + csv + "', all_varchar=true)")).isEqualTo(exported());
        for (var table : List.of("read_csv('" + csv + "')", "read_json('" + export + "')", "'" + parquet + "'")) {
            assertThat(sums(table)).as(table).isEqualTo(sums).isNotEmpty();
        }
    }

    @Test
    void parquet_holds_the_same_with_numbers_and_dates() throws Exception {
        var parquet = folder.resolve("history.parquet");
        ok("history", "export", "--format", "parquet", "--out", parquet);

        assertThat(rows("read_parquet('" + parquet + "')")).isEqualTo(exported());
        List<String> types = new ArrayList<>();
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement();
                var columns = statement.executeQuery("describe select * from read_parquet('" + parquet + "')")) {
            while (columns.next()) {
                types.add(columns.getString(1) + " " + columns.getString(2));
            }
        }
        assertThat(types)
                .containsExactly(
                        "position BIGINT",
                        "type VARCHAR",
                        "revision VARCHAR",
                        "aggregate VARCHAR",
                        "sequence BIGINT",
                        "time VARCHAR",
                        "day DATE",
                        "data VARCHAR",
                        "salt VARCHAR");
    }

    @Test
    void the_example_in_sql_reads_what_was_exported() throws Exception {
        Files.writeString(folder.resolve("trend.csv"), server().read("/teams/" + server().team() + "/trends.csv"));
        List<String> last = new ArrayList<>();
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute("set file_search_path = '" + folder + "'");
            for (var sql : Files.readString(examples().resolve("trend.sql")).split(";\\s*\n")) {
                last.clear();
                if (statement.execute(sql)) {
                    var rows = statement.getResultSet();
                    boolean trend = "pulse".equals(rows.getMetaData().getColumnName(1));
                    while (rows.next() && trend) {
                        last.add(rows.getString("pulse") + " " + rows.getString("level"));
                    }
                }
            }
            var released = statement.executeQuery("select count(*) filter (where low is null), count(distinct pulse)"
                    + " filter (where low = high), count(distinct pulse) filter (where low < high)"
                    + " from released where n >= 5");
            released.next();
            assertThat(List.of(released.getInt(1), released.getInt(2), released.getInt(3)))
                    .as("statements without a sum, and pulses that were released exactly and in steps")
                    .containsExactly(0, 1, 1);
        }
        var points = JSON.readTree(server().read("/teams/" + server().team() + "/trends"))
                .at("/trend/points");
        List<String> expected = new ArrayList<>();
        points.forEach(point -> expected.add(point.get("pulse").asString() + " "
                + Math.round(point.at("/shown/level").doubleValue() * 100) / 100.0));
        assertThat(last).isEqualTo(expected).isNotEmpty();
    }

    private static Path examples() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("examples/trend.sql"))) {
                return at.resolve("examples");
            }
        }
        throw new IllegalStateException("The folder examples is not above this one");
    }

    private static List<RecordedEvent> rows(String table) throws SQLException {
        List<RecordedEvent> rows = new ArrayList<>();
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement();
                var row = statement.executeQuery("select cast(position as bigint), type, revision, aggregate,"
                        + " cast(sequence as bigint), time, data from " + table + " order by 1")) {
            while (row.next()) {
                rows.add(new RecordedEvent(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7)));
            }
        }
        return rows;
    }

    @Test
    void a_workbook_holds_the_same() throws IOException {
        var xlsx = folder.resolve("history.xlsx");
        ok("history", "export", "--format", "xlsx", "--out", xlsx);

        try (var book = new ReadableWorkbook(xlsx.toFile());
                var rows = book.getFirstSheet().openStream()) {
            var all = rows.toList();
            var expected = exported();
            assertThat(all).hasSize(expected.size() + 1);
            for (int i = 0; i < expected.size(); i++) {
                var row = all.get(i + 1);
                assertThat(row.getCellAsNumber(0).orElseThrow().longValueExact())
                        .isEqualTo(expected.get(i).position());
                var data = new StringBuilder();
                for (int cell = 7; cell < row.getCellCount(); cell++) {
                    data.append(row.getCellText(cell));
                }
                assertThat(data).hasToString(expected.get(i).data());
            }
        }
    }

    @Test
    void the_tail_is_the_last_events() throws IOException {
        var last = exported().getLast();

        assertThat(ok("history", "tail").out().lines().toList().getLast())
                .contains(Long.toString(last.position()), last.type());
        assertThat(ok("history", "tail", "--type", "BlockReleased", "--after", "0", "--json")
                        .out()
                        .lines()
                        .map(line -> JSON.readTree(line).get("type").asString()))
                .containsExactly("BlockReleased", "BlockReleased");
    }

    @Test
    void a_trend_is_printed_point_by_point() {
        var printed = ok("trends", "--team", server().team());

        assertThat(printed.out()).contains("psychological-safety of group " + server().team());
        assertThat(printed.out().lines().filter(line -> line.matches("\\d{4}-.*\\d\\.\\d\\d to \\d\\.\\d\\d.*")))
                .hasSize(2);
        JsonNode json =
                JSON.readTree(ok("trends", "--team", server().team(), "--json").out());
        assertThat(json.at("/trend/points")).hasSize(2);
        assertThat(tool("trends", "--team", "no-such").exit()).isEqualTo(2);
    }

    @Test
    void a_trend_is_printed_as_it_was_known_on_a_day_that_is_over() {
        var now = JSON.readTree(
                        ok("trends", "--team", server().team(), "--json").out())
                .at("/trend/points");
        var day = now.get(0).get("countedOn").asString();
        assertThat(now.get(1).get("countedOn").asString()).isGreaterThan(day);

        var then = ok("trends", "--team", server().team(), "--as-of", day, "--json");

        assertThat(JSON.readTree(then.out()).at("/trend/points")).containsExactly(now.get(0));
        var printed = ok("trends", "--team", server().team(), "--as-of", day);
        assertThat(printed.out().lines().filter(line -> line.startsWith(day))).hasSize(1);
        for (var none : List.of("tomorrow", "2999-01-01")) {
            assertThat(tool("trends", "--team", server().team(), "--as-of", none)
                            .exit())
                    .as(none)
                    .isEqualTo(2);
        }
    }

    @Test
    void a_replay_of_the_same_says_nothing_else_and_one_of_another_rule_does() throws IOException {
        var same = JSON.readTree(ok("replay", "--json").out()).get("replay").asString();
        assertThat(ok("compare", same).out()).contains("0 of ", "differ", "0 outcomes flip");

        var rule = Files.writeString(folder.resolve("rule.json"), "{\"name\":\"mine@1\",\"weights\":{\"PS1\":3}}");
        var other = JSON.readTree(ok("replay", "--rule", rule, "--json").out())
                .get("replay")
                .asString();
        var compared = tool("compare", other);
        assertThat(compared.exit()).as(compared.toString()).isEqualTo(1);
        assertThat(compared.out()).contains("changed  ", "group=" + server().team());
        assertThat(tool("compare", "no-such").exit()).isEqualTo(2);
    }

    @Test
    void a_replay_is_listed_joined_again_and_over() throws IOException {
        var constants = Files.writeString(folder.resolve("constants.json"), "{\"kappa\":0.5}");
        var replay = JSON.readTree(ok("replay", "--calibration", "stated@1", "--constants", constants, "--json")
                        .out())
                .get("replay")
                .asString();

        assertThat(ok("replay", "list").out().lines().filter(line -> line.startsWith(replay)))
                .singleElement()
                .asString()
                .contains("done", "calibration=stated@1");
        assertThat(ok("replay", "--follow", replay).out()).contains("Replay " + replay + ": done");
        var over = tool("replay", "cancel", replay);
        assertThat(over.exit()).isEqualTo(2);
        assertThat(over.err()).contains("is over: done");
        assertThat(tool("replay", "--constants", constants).err()).contains("422", "Name the calibration");
    }

    @Test
    void a_trend_is_printed_under_a_rule_that_was_replayed() throws IOException {
        var team = server().team();
        var early = tool("trends", "--team", team, "--rule", "ruled@1");
        assertThat(early.exit()).isEqualTo(2);
        assertThat(early.err()).contains("409", "ruled@1");
        var rule = Files.writeString(folder.resolve("ruled.json"), "{\"name\":\"ruled@1\",\"weights\":{\"PS1\":3}}");
        ok("replay", "--rule", rule);

        var ruled = ok("trends", "--team", team, "--rule", "ruled@1");

        assertThat(ruled.out()).contains("psychological-safety of group " + team + ", by rule ruled@1");
        var json = JSON.readTree(
                ok("trends", "--team", team, "--rule", "ruled@1", "--json").out());
        assertThat(json.at("/trend/rule").asString()).isEqualTo("ruled@1");
        assertThat(json.at("/trend/points"))
                .isNotEqualTo(
                        JSON.readTree(ok("trends", "--team", team, "--json").out())
                                .at("/trend/points"));
    }

    @Test
    void a_doctor_finds_a_healthy_server_well() {
        var found = tool("doctor");

        assertThat(found.out()).contains("health     ok", "history    ok", "version    ok", "heads      ");
        assertThat(found.out()).doesNotContain("was changed");
    }

    @Test
    void an_audit_says_what_is_left_under_each_rule() {
        var audit = Tool.run("audit", "--export", export, "--json");
        var blocks = JSON.readTree(audit.out()).get("blocks");

        assertThat(blocks).hasSize(2);
        blocks.forEach(block -> {
            if (block.get("disclosure").asString().equals("banded")) {
                assertThat(block.get("outsider").asInt()).isEqualTo(5);
                assertThat(block.get("insider").asInt()).isGreaterThanOrEqualTo(3);
            }
        });
        assertThat(JSON.readTree(audit.out()).get("exposed")).isEmpty();
        assertThat(Tool.run("audit", "--export", export, "--allow-exact").exit())
                .as(Tool.run("audit", "--export", export, "--allow-exact").toString())
                .isZero();
    }
}
