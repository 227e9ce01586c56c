package org.groeipuls.signal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where the occasions of all patterns are kept, and what else speaks for them, in the order in which it was released. */
public final class SignalTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes occasions as history does events */
    public SignalTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Occasion> all() {
        return jdbc.sql("select content from signal_occasion order by place").query(String.class).list().stream()
                .map(content -> json.readValue(content, Occasion.class))
                .toList();
    }

    void put(Occasion occasion) {
        int there = jdbc.sql("select count(*) from signal_occasion"
                        + " where grp = :group and pattern = :pattern and pulse = :pulse")
                .param("group", occasion.group().value())
                .param("pattern", occasion.pattern())
                .param("pulse", occasion.pulse().value())
                .query(Integer.class)
                .single();
        if (there == 0) {
            jdbc.sql("insert into signal_occasion (grp, pattern, pulse, place, content) values"
                            + " (:group, :pattern, :pulse,"
                            + " (select coalesce(max(place), 0) + 1 from signal_occasion), :content)")
                    .param("group", occasion.group().value())
                    .param("pattern", occasion.pattern())
                    .param("pulse", occasion.pulse().value())
                    .param("content", json.writeValueAsString(occasion))
                    .update();
        }
    }

    /** What was released of single statements, in the order in which it was released. */
    List<Evidence> evidence() {
        return jdbc.sql("select content from signal_evidence order by place").query(String.class).list().stream()
                .map(content -> json.readValue(content, Evidence.class))
                .toList();
    }

    void put(Evidence evidence) {
        int there = jdbc.sql("select count(*) from signal_evidence"
                        + " where grp = :group and item = :item and pulse = :pulse")
                .param("group", evidence.group().value())
                .param("item", evidence.item())
                .param("pulse", evidence.pulse().value())
                .query(Integer.class)
                .single();
        if (there == 0) {
            jdbc.sql("insert into signal_evidence (grp, item, pulse, place, content) values"
                            + " (:group, :item, :pulse,"
                            + " (select coalesce(max(place), 0) + 1 from signal_evidence), :content)")
                    .param("group", evidence.group().value())
                    .param("item", evidence.item())
                    .param("pulse", evidence.pulse().value())
                    .param("content", json.writeValueAsString(evidence))
                    .update();
        }
    }

    void clear() {
        jdbc.sql("delete from signal_occasion").update();
        jdbc.sql("delete from signal_evidence").update();
    }
}
