package org.groeipuls.register;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.groeipuls.intervention.InterventionId;
import org.groeipuls.intervention.Particulars;
import org.groeipuls.team.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where interventions are kept, each with the teams it was for. */
public final class InterventionRegister {
    private static final String SELECT = "select content from register_intervention ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes content as history does events */
    public InterventionRegister(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The intervention with this id, also when it was withdrawn. */
    public Optional<KnownIntervention> find(InterventionId id) {
        return read(jdbc.sql(SELECT + "where intervention = :id").param("id", id.value())).stream()
                .findFirst();
    }

    /** What was done in any of these teams and not withdrawn, in the order in which it started. */
    public List<KnownIntervention> of(Collection<TeamId> teams) {
        if (teams.isEmpty()) {
            return List.of();
        }
        return read(jdbc.sql(SELECT + "where not withdrawn and intervention in"
                        + " (select intervention from register_team where team in (:teams))")
                .param("teams", teams.stream().map(TeamId::value).toList()));
    }

    /** All that was not withdrawn, in the order in which it started. */
    public List<KnownIntervention> all() {
        return read(jdbc.sql(SELECT + "where not withdrawn"));
    }

    private List<KnownIntervention> read(JdbcClient.StatementSpec statement) {
        return statement.query(String.class).list().stream()
                .map(content -> json.readValue(content, KnownIntervention.class))
                .sorted()
                .toList();
    }

    void put(InterventionId id, Particulars particulars) {
        put(new KnownIntervention(id, particulars, false));
    }

    void put(KnownIntervention known) {
        var id = known.id().value();
        delete(id);
        jdbc.sql("insert into register_intervention (intervention, withdrawn, content)"
                        + " values (:id, :withdrawn, :content)")
                .param("id", id)
                .param("withdrawn", known.withdrawn())
                .param("content", json.writeValueAsString(known))
                .update();
        for (var team : known.particulars().teams()) {
            jdbc.sql("insert into register_team (intervention, team) values (:id, :team)")
                    .param("id", id)
                    .param("team", team.value())
                    .update();
        }
    }

    private void delete(String id) {
        jdbc.sql("delete from register_team where intervention = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from register_intervention where intervention = :id")
                .param("id", id)
                .update();
    }

    void clear() {
        jdbc.sql("delete from register_team").update();
        jdbc.sql("delete from register_intervention").update();
    }
}
