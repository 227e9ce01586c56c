package org.groeipuls.organisation;

import java.sql.Date;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.groeipuls.organisation.Organisation.KnownGroup;
import org.groeipuls.organisation.Organisation.KnownTeam;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.groeipuls.team.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that was ever said of units, teams and groups, with the day on which it was said and the day from which it
 * held, so that the organisation can be read as it was on a day, and as it was known on another.
 */
public final class OrganisationFacts {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes as history does */
    public OrganisationFacts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What holds of a unit, team or group.
     *
     * @param id its id, with a text that begins with its kind
     * @param known absent when it is there no more
     */
    record Fact(Object id, @Nullable Record known) {}

    /**
     * The organisation as it was on one day, as far as it was known on another.
     *
     * @param knownOn the day up to which what was said counts
     * @param on the day on which it is looked at
     */
    public Organisation read(LocalDate knownOn, LocalDate on) {
        Map<UnitId, KnownUnit> units = new TreeMap<>();
        Map<TeamId, KnownTeam> teams = new TreeMap<>();
        Map<GroupId, KnownGroup> groups = new TreeMap<>();
        facts(knownOn, on).forEach((id, content) -> {
            var kind = id.substring(0, id.indexOf(':'));
            var value = id.substring(kind.length() + 1);
            switch (kind) {
                case "unit" -> units.put(new UnitId(value), json.readValue(content, KnownUnit.class));
                case "team" -> teams.put(new TeamId(value), json.readValue(content, KnownTeam.class));
                case "group" -> groups.put(new GroupId(value), json.readValue(content, KnownGroup.class));
                default -> throw new IllegalStateException("There is a fact about " + kind);
            }
        });
        return Organisation.of(units.values(), teams.values(), groups.values());
    }

    /** What held last of everything that was there on the day. */
    private Map<String, String> facts(LocalDate knownOn, LocalDate on) {
        Map<String, String> latest = new LinkedHashMap<>();
        jdbc.sql("select id, content from organisation_fact where recorded_on <= :knownOn and effective_on <= :day"
                        + " order by effective_on, place")
                .param("knownOn", Date.valueOf(knownOn))
                .param("day", Date.valueOf(on))
                .query(row -> {
                    var content = row.getString("content");
                    if (content == null) {
                        latest.remove(row.getString("id"));
                    } else {
                        latest.put(row.getString("id"), content);
                    }
                });
        return latest;
    }

    /** @param from the day from which it holds; absent for the day on which it was said */
    void add(Fact fact, LocalDate recordedOn, @Nullable LocalDate from) {
        var known = fact.known();
        jdbc.sql("insert into organisation_fact (place, recorded_on, effective_on, id, content)"
                        + " values (:place, :recordedOn, :effectiveOn, :id, :content)")
                .param("place", next(jdbc, "organisation_fact"))
                .param("recordedOn", Date.valueOf(recordedOn))
                .param("effectiveOn", Date.valueOf(from == null ? recordedOn : from))
                .param("id", fact.id().toString())
                .param("content", known == null ? null : json.writeValueAsString(known), java.sql.Types.VARCHAR)
                .update();
    }

    /** The place after the last one of a table. */
    static long next(JdbcClient jdbc, String table) {
        return jdbc.sql("select coalesce(max(place), 0) + 1 from " + table)
                .query(Long.class)
                .single();
    }

    void clear() {
        jdbc.sql("delete from organisation_fact").update();
    }
}
