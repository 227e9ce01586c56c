package org.groeipuls.api;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("ci")
class StorePlacesOnPostgresTest extends StorePlacesContract {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name = "places_" + COUNT.incrementAndGet();
    private final String history = "--spring.datasource.url=" + Postgres.database(name + "_history");
    private final String box = Postgres.database(name + "_box");
    private final String boxes = "--groeipuls.box.url=" + box;

    @Override
    List<String> store() {
        return List.of(history, boxes, "--groeipuls.box.user=postgres", "--groeipuls.data=" + folder.resolve("data"));
    }

    /** Boxes in files of this node alone, as it is without the setting. */
    @Override
    List<String> otherBoxes() {
        return List.of(history, "--groeipuls.data=" + folder.resolve("data"));
    }

    @Override
    void exchangeBoxes() {
        named("identity || '-other'");
    }

    @Override
    void rightBoxes() {
        named("replace(identity, '-other', '')");
    }

    private void named(String identity) {
        JdbcClient.create(new DriverManagerDataSource(box, "postgres", ""))
                .sql("update box_place set identity = " + identity)
                .update();
    }

    @Test
    void what_a_node_whose_vault_has_vanished_cannot_find_the_other_counts() throws IOException {
        what_another_node_cannot_find_this_one_counts();
    }
}
