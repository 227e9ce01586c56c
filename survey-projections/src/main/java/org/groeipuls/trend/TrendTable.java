package org.groeipuls.trend;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Line;
import org.groeipuls.team.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where the points of all trends are kept, one row each. */
public final class TrendTable extends TrendRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes points as history does events */
    public TrendTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The points of a group for a construct, in order. */
    List<TrendRow> rows(GroupId group, String construct) {
        return rows(jdbc.sql("select content from trend_point"
                        + " where grp = :group and construct = :construct order by ordinal")
                .param("group", group.value())
                .param("construct", construct));
    }

    /** The points of all groups for a construct. */
    List<TrendRow> rows(String construct) {
        return rows(jdbc.sql("select content from trend_point where construct = :construct order by grp, ordinal")
                .param("construct", construct));
    }

    /** Which groups each counted pulse asked. */
    Map<PulseId, SortedSet<GroupId>> asked() {
        Map<PulseId, SortedSet<GroupId>> asked = new TreeMap<>();
        jdbc.sql("select distinct pulse, grp from trend_point").query(row -> {
            asked.computeIfAbsent(new PulseId(row.getString("pulse")), pulse -> new TreeSet<>())
                    .add(new GroupId(row.getString("grp")));
        });
        return asked;
    }

    /** The groups that have points. */
    List<GroupId> groups() {
        return jdbc.sql("select distinct grp from trend_point order by grp").query(String.class).list().stream()
                .map(GroupId::new)
                .toList();
    }

    /** The constructs that a group has points of. */
    List<String> constructs(GroupId group) {
        return jdbc.sql("select distinct construct from trend_point where grp = :group order by construct")
                .param("group", group.value())
                .query(String.class)
                .list();
    }

    /** One of the points of each of a group's pulses, of whichever construct, in order. */
    List<TrendRow> pulses(GroupId group) {
        return rows(
                jdbc.sql("select point.content from trend_point point join (select ordinal, min(construct) construct"
                                + " from trend_point where grp = :group group by ordinal) chosen"
                                + " on point.construct = chosen.construct and point.ordinal = chosen.ordinal"
                                + " where point.grp = :group order by point.ordinal")
                        .param("group", group.value()));
    }

    /** One of the points of a group's latest pulse, of whichever construct. */
    @Override
    Optional<TrendRow> latest(GroupId group) {
        return rows(jdbc.sql("select content from trend_point where grp = :group"
                                + " order by ordinal desc, construct fetch first 1 rows only")
                        .param("group", group.value()))
                .stream()
                .findFirst();
    }

    @Override
    Optional<TrendRow> find(GroupId group, String construct, PulseId pulse) {
        return rows(jdbc.sql("select content from trend_point"
                                + " where grp = :group and construct = :construct and pulse = :pulse")
                        .param("group", group.value())
                        .param("construct", construct)
                        .param("pulse", pulse.value()))
                .stream()
                .findFirst();
    }

    /** Where a line of a group and construct stands after its last point. */
    @Override
    Optional<Line> state(GroupId group, String construct, int line) {
        return rows(jdbc.sql("select content from trend_point where grp = :group and construct = :construct"
                                + " and line = :line and own order by ordinal desc fetch first 1 rows only")
                        .param("group", group.value())
                        .param("construct", construct)
                        .param("line", line))
                .stream()
                .findFirst()
                .flatMap(row -> Optional.ofNullable(row.state()));
    }

    /** Where the latest line of a group and construct stood, of those before the one with this number. */
    @Override
    List<TrendRow> own(GroupId group, String construct, int before) {
        return rows(jdbc.sql("select content from trend_point where grp = :group and construct = :construct"
                        + " and line < :line and own order by ordinal")
                .param("group", group.value())
                .param("construct", construct)
                .param("line", before));
    }

    @Override
    void add(TrendRow row) {
        jdbc.sql("insert into trend_point (grp, construct, pulse, ordinal, line, own, content)"
                        + " values (:group, :construct, :pulse, :ordinal, :line, :own, :content)")
                .param("group", row.group().value())
                .param("construct", row.construct())
                .param("pulse", row.point().pulse().value())
                .param("ordinal", row.point().ordinal())
                .param("line", row.point().line())
                .param("own", row.state() != null)
                .param("content", written(row))
                .update();
    }

    @Override
    void replace(TrendRow row) {
        jdbc.sql("update trend_point set content = :content"
                        + " where grp = :group and construct = :construct and pulse = :pulse")
                .param("content", written(row))
                .param("group", row.group().value())
                .param("construct", row.construct())
                .param("pulse", row.point().pulse().value())
                .update();
    }

    String written(TrendRow row) {
        return json.writeValueAsString(row);
    }

    private List<TrendRow> rows(JdbcClient.StatementSpec statement) {
        return statement.query(String.class).list().stream()
                .map(content -> json.readValue(content, TrendRow.class))
                .toList();
    }

    void clear() {
        jdbc.sql("delete from trend_point").update();
    }
}
