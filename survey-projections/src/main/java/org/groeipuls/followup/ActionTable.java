package org.groeipuls.followup;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.groeipuls.action.ActionId;
import org.groeipuls.team.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where actions are kept, without their texts. */
public final class ActionTable {
    private static final String SELECT = "select content from followup_action ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes content as history does events */
    public ActionTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The action with this id. */
    public Optional<KnownAction> find(ActionId id) {
        return read(jdbc.sql(SELECT + "where action = :id").param("id", id.value())).stream()
                .findFirst();
    }

    /** What these teams agreed, in the order in which it is due. */
    public List<KnownAction> of(Collection<TeamId> teams) {
        return teams.isEmpty()
                ? List.of()
                : read(jdbc.sql(SELECT + "where team in (:teams)")
                        .param("teams", teams.stream().map(TeamId::value).toList()));
    }

    private List<KnownAction> read(JdbcClient.StatementSpec statement) {
        return statement.query(String.class).list().stream()
                .map(content -> json.readValue(content, KnownAction.class))
                .sorted()
                .toList();
    }

    void put(KnownAction known) {
        jdbc.sql("delete from followup_action where action = :id")
                .param("id", known.id().value())
                .update();
        jdbc.sql("insert into followup_action (action, team, content) values (:id, :team, :content)")
                .param("id", known.id().value())
                .param("team", known.team().value())
                .param("content", json.writeValueAsString(known))
                .update();
    }

    void clear() {
        jdbc.sql("delete from followup_action").update();
    }
}
