package org.groeipuls.api;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;

@Tag("ci")
class DamagedBoxOnPostgresTest extends DamagedBoxContract {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name = "damaged_" + COUNT.incrementAndGet();
    private final String history = Postgres.database(name + "_history");
    private final String boxes = Postgres.database(name + "_box");

    @Override
    List<String> store() {
        return List.of(
                "--spring.datasource.url=" + history,
                "--groeipuls.box.url=" + boxes,
                "--groeipuls.box.user=postgres",
                "--groeipuls.data=" + folder.resolve("data"));
    }

    @Override
    String onlyBox() {
        return remains().stream()
                .filter(table -> table.matches("gate_[0-9a-f]+"))
                .findFirst()
                .orElseThrow();
    }

    /** As a restored database looks of which a part is missing. */
    @Override
    void damage(String box) {
        try (var connection = DriverManager.getConnection(boxes, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("delete from " + box + " where slot > 3");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    List<String> remains() {
        return Postgres.tables(name + "_box").stream()
                .filter(table -> table.matches("[a-z]+_[0-9a-f]{32}.*"))
                .toList();
    }
}
