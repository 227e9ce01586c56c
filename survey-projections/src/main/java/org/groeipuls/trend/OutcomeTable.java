package org.groeipuls.trend;

import java.util.List;
import org.groeipuls.outcome.OutcomeEvent.OutcomeStated;
import org.groeipuls.outcome.OutcomeId;
import org.groeipuls.team.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where the outcomes that were stated are kept, in the order in which they were. */
public final class OutcomeTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes events as history does */
    public OutcomeTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All that was said of a group and construct. */
    public List<OutcomeStated> of(GroupId group, String construct) {
        return read(jdbc.sql("select content from trend_outcome where grp = :group and construct = :construct"
                        + " order by place")
                .param("group", group.value())
                .param("construct", construct));
    }

    /** All that was said of anybody. */
    public List<OutcomeStated> all() {
        return read(jdbc.sql("select content from trend_outcome order by place"));
    }

    /** Whether this was said already. */
    boolean has(OutcomeId outcome) {
        return jdbc.sql("select count(*) from trend_outcome where outcome = :outcome")
                        .param("outcome", outcome.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<OutcomeStated> read(JdbcClient.StatementSpec statement) {
        return statement.query(String.class).list().stream()
                .map(content -> json.readValue(content, OutcomeStated.class))
                .toList();
    }

    void put(OutcomeStated event) {
        if (!has(event.outcome())) {
            jdbc.sql("insert into trend_outcome (outcome, grp, construct, place, content) values"
                            + " (:outcome, :group, :construct,"
                            + " (select coalesce(max(place), 0) + 1 from trend_outcome), :content)")
                    .param("outcome", event.outcome().value())
                    .param("group", event.group().value())
                    .param("construct", event.construct())
                    .param("content", json.writeValueAsString(event))
                    .update();
        }
    }

    void clear() {
        jdbc.sql("delete from trend_outcome").update();
    }
}
