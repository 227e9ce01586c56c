package org.groeipuls.organisation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.groeipuls.team.Descent;
import org.groeipuls.team.OrganisationChange;
import org.groeipuls.team.ReorganisationEvent.ReorganisationPlanned;
import org.groeipuls.team.ReorganisationEvent.ReorganisationTookEffect;
import org.groeipuls.team.ReorganisationId;
import org.groeipuls.team.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Changes of the organisation that hold or are to come, and which teams came of which. */
public final class Reorganisations {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes as history does */
    public Reorganisations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How far a change has come. */
    public enum State {
        PLANNED,
        EFFECTIVE,
        WITHDRAWN;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A change that is known. */
    public record KnownReorganisation(
            ReorganisationId reorganisation, OrganisationChange change, LocalDate effectiveOn, State state) {}

    /**
     * People who came from one team to another by a change that holds.
     *
     * @param recordedOn the day on which it was said
     */
    public record KnownDescent(Descent descent, LocalDate recordedOn) {}

    /** All of them by the day from which they hold. */
    public List<KnownReorganisation> all() {
        return jdbc.sql("select reorganisation, state, effective_on, content from organisation_reorganisation"
                        + " order by effective_on, reorganisation")
                .query((row, n) -> new KnownReorganisation(
                        new ReorganisationId(row.getString("reorganisation")),
                        json.readValue(row.getString("content"), OrganisationChange.class),
                        row.getDate("effective_on").toLocalDate(),
                        State.valueOf(row.getString("state"))))
                .list();
    }

    /** Who came from where, in the order in which it was said. */
    public List<KnownDescent> descents() {
        return jdbc.sql("select origin, successor, people, recorded_on from organisation_descent order by place")
                .query((row, n) -> new KnownDescent(
                        new Descent(
                                new TeamId(row.getString("origin")),
                                new TeamId(row.getString("successor")),
                                row.getInt("people")),
                        row.getDate("recorded_on").toLocalDate()))
                .list();
    }

    void planned(ReorganisationPlanned event) {
        put(event.reorganisation(), event.change(), event.effectiveOn(), State.PLANNED);
    }

    void tookEffect(ReorganisationTookEffect event, LocalDate recordedOn) {
        put(event.reorganisation(), event.change(), event.effectiveOn(), State.EFFECTIVE);
        for (var descent : event.descents()) {
            jdbc.sql("insert into organisation_descent (place, origin, successor, people, recorded_on)"
                            + " values (:place, :origin, :successor, :people, :recordedOn)")
                    .param("place", OrganisationFacts.next(jdbc, "organisation_descent"))
                    .param("origin", descent.from().value())
                    .param("successor", descent.to().value())
                    .param("people", descent.people())
                    .param("recordedOn", Date.valueOf(recordedOn))
                    .update();
        }
    }

    void withdrawn(ReorganisationId id) {
        jdbc.sql("update organisation_reorganisation set state = :state where reorganisation = :id")
                .param("state", State.WITHDRAWN.name())
                .param("id", id.value())
                .update();
    }

    private void put(ReorganisationId id, OrganisationChange change, LocalDate effectiveOn, State state) {
        jdbc.sql("delete from organisation_reorganisation where reorganisation = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("insert into organisation_reorganisation (reorganisation, state, effective_on, content)"
                        + " values (:id, :state, :effectiveOn, :content)")
                .param("id", id.value())
                .param("state", state.name())
                .param("effectiveOn", Date.valueOf(effectiveOn))
                .param("content", json.writeValueAsString(change))
                .update();
    }

    void clear() {
        jdbc.sql("delete from organisation_reorganisation").update();
        jdbc.sql("delete from organisation_descent").update();
    }
}
