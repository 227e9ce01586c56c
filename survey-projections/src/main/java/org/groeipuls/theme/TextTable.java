package org.groeipuls.theme;

import java.util.List;
import org.groeipuls.release.ReleaseEvent.TextsReleased;
import org.groeipuls.team.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where the released texts of units are kept, sealed as in history: nobody reads them here without their key. */
public final class TextTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes events as history does */
    public TextTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All texts that were released for a unit, by pulse in no order that means anything. */
    public List<TextsReleased> of(UnitId unit) {
        return jdbc
                .sql("select content from theme_text where unit = :unit order by pulse")
                .param("unit", unit.value())
                .query(String.class)
                .list()
                .stream()
                .map(content -> json.readValue(content, TextsReleased.class))
                .toList();
    }

    /** The units of which anything was released. */
    public List<UnitId> units() {
        return jdbc.sql("select distinct unit from theme_text order by unit").query(String.class).list().stream()
                .map(UnitId::new)
                .toList();
    }

    /** All texts that were released, of all units. */
    public List<TextsReleased> all() {
        return jdbc.sql("select content from theme_text order by unit, pulse").query(String.class).list().stream()
                .map(content -> json.readValue(content, TextsReleased.class))
                .toList();
    }

    void put(TextsReleased event) {
        jdbc.sql("delete from theme_text where unit = :unit and pulse = :pulse")
                .param("unit", event.unit().value())
                .param("pulse", event.pulse().value())
                .update();
        jdbc.sql("insert into theme_text (unit, pulse, content) values (:unit, :pulse, :content)")
                .param("unit", event.unit().value())
                .param("pulse", event.pulse().value())
                .param("content", json.writeValueAsString(event))
                .update();
    }

    void clear() {
        jdbc.sql("delete from theme_text").update();
    }
}
