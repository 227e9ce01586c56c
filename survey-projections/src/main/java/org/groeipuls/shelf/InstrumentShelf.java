package org.groeipuls.shelf;

import java.util.List;
import java.util.Optional;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where the registered instruments are kept; an instrument never changes. */
public final class InstrumentShelf {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes events as history does */
    public InstrumentShelf(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The instrument with this key. */
    public Optional<Instrument> find(InstrumentKey key) {
        return jdbc.sql("select definition from shelf_instrument where instrument = :key")
                .param("key", key.toString())
                .query(String.class)
                .optional()
                .map(definition -> json.readValue(definition, Instrument.class));
    }

    /** All instruments in the order of their keys. */
    public List<Instrument> all() {
        return jdbc
                .sql("select definition from shelf_instrument order by instrument")
                .query(String.class)
                .list()
                .stream()
                .map(definition -> json.readValue(definition, Instrument.class))
                .toList();
    }

    void put(Instrument instrument) {
        jdbc.sql("delete from shelf_instrument where instrument = :key")
                .param("key", instrument.key().toString())
                .update();
        jdbc.sql("insert into shelf_instrument (instrument, definition) values (:key, :definition)")
                .param("key", instrument.key().toString())
                .param("definition", json.writeValueAsString(instrument))
                .update();
    }

    void clear() {
        jdbc.sql("delete from shelf_instrument").update();
    }
}
