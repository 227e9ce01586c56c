package org.groeipuls.earlier;

import java.util.List;
import java.util.Optional;
import org.groeipuls.reference.EarlierResults;
import org.groeipuls.reference.ReferenceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where earlier results are kept, apart from all that is measured here. */
public final class ReferenceTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes content as history does events */
    public ReferenceTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The results with this id. */
    public Optional<KnownReference> find(ReferenceId id) {
        return all().stream().filter(known -> known.id().equals(id)).findFirst();
    }

    /** All of them in the order of their ids; there are a few dozen. */
    public List<KnownReference> all() {
        return jdbc.sql("select content from earlier_reference order by reference").query(String.class).list().stream()
                .map(content -> json.readValue(content, KnownReference.class))
                .toList();
    }

    void put(ReferenceId id, EarlierResults results) {
        jdbc.sql("delete from earlier_reference where reference = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("insert into earlier_reference (reference, content) values (:id, :content)")
                .param("id", id.value())
                .param("content", json.writeValueAsString(new KnownReference(id, results)))
                .update();
    }

    void clear() {
        jdbc.sql("delete from earlier_reference").update();
    }
}
