package org.groeipuls.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in SQL, over a history of which the answers are known. */
class TrendSqlTest {
    private static final String STEPS = "{\"item\":\"PS1\",\"n\":8,\"sum\":{\"low\":22,\"high\":26}}";
    private static final String COUNTS = "{\"item\":\"PS1\",\"n\":8,\"counts\":[0,1,2,1,4]}";
    private static final String WITHHELD = "{\"item\":\"PS1\",\"n\":8,\"withheld\":\"PARTLY_ANSWERED\"}";

    @TempDir
    private Path folder = Path.of("");

    /** So many blocks of one group that released one statement. */
    private static List<String> released(int times, String figures) {
        return Collections.nCopies(
                times,
                "{\"position\":1,\"type\":\"BlockReleased\",\"revision\":\"1\",\"aggregate\":\"release:p\",\"sequence\":1,"
                        + "\"time\":\"2027-03-01T00:00:00Z\",\"data\":{\"pulse\":\"p\",\"groups\":[\"green\"],\"items\":["
                        + figures + "]}}");
    }

    @Test
    void a_mean_over_all_pulses_takes_sums_in_steps_and_exact_counts_alike() throws Exception {
        List<String> events = new ArrayList<>(released(10, STEPS));
        events.addAll(
                released(20, STEPS.replace("PS1", "PS2").replace("22", "30").replace("26", "34")));
        events.add(
                "{\"position\":1,\"type\":\"InstrumentRegistered\",\"revision\":\"1\",\"aggregate\":\"i\",\"sequence\":1,"
                        + "\"time\":\"2027-03-01T00:00:00Z\",\"data\":{\"definition\":{\"items\":["
                        + "{\"id\":\"PS1\",\"reversed\":false},{\"id\":\"PS2\",\"reversed\":true}]}}}");
        events.addAll(released(10, COUNTS));
        events.addAll(released(5, WITHHELD));
        Files.write(folder.resolve("history.ndjson"), events);
        Files.writeString(folder.resolve("trend.csv"), "pulse,counted_on,ordinal,level,band_low,band_high,withheld\n");
        List<String> about = new ArrayList<>();
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute("set file_search_path = '" + folder + "'");
            for (var sql : Files.readString(Path.of("../../examples/trend.sql")).split(";\\s*\n")) {
                if (statement.execute(sql)) {
                    var rows = statement.getResultSet();
                    while (rows.next() && "item".equals(rows.getMetaData().getColumnName(1))) {
                        about.add(rows.getString("item") + " " + rows.getInt("times") + " " + rows.getString("about"));
                    }
                }
            }
        }

        // the middle of 22 to 26 is 24, and 1·2 + 2·3 + 1·4 + 4·5 = 32: together 56 of 16
        // PS2 is put the other way round: 6 less the middle of 30 to 34 of 8
        assertThat(about).containsExactly("PS2 20 2.0", "PS1 20 3.5");
    }
}
