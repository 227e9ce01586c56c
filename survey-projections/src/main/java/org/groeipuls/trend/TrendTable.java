package org.groeipuls.trend;

import java.util.List;
import java.util.Optional;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.Withheld;
import org.groeipuls.scoring.Line;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.TrendPoint.MergedValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where the points of all trends are kept, one row each. */
public final class TrendTable {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes points as history does events */
    public TrendTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The trend of a group for a construct; without points when there is none yet. */
    public TeamTrend read(GroupId group, String construct) {
        var points = rows(jdbc.sql("select content from trend_point"
                        + " where grp = :group and construct = :construct order by ordinal")
                .param("group", group.value())
                .param("construct", construct));
        return new TeamTrend(
                group,
                construct,
                TeamTrend.RULE,
                points.stream().map(TrendRow::point).toList());
    }

    Optional<TrendRow> last(GroupId group, String construct) {
        return rows(jdbc.sql("select content from trend_point where grp = :group and construct = :construct"
                                + " order by ordinal desc fetch first 1 rows only")
                        .param("group", group.value())
                        .param("construct", construct))
                .stream()
                .findFirst();
    }

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

    void add(TrendRow row) {
        remove(row.group(), row.construct(), row.point().pulse());
        jdbc.sql("insert into trend_point (grp, construct, pulse, ordinal, line, own, content)"
                        + " values (:group, :construct, :pulse, :ordinal, :line, :own, :content)")
                .param("group", row.group().value())
                .param("construct", row.construct())
                .param("pulse", row.point().pulse().value())
                .param("ordinal", row.point().ordinal())
                .param("line", row.point().line())
                .param("own", row.state() != null)
                .param("content", json.writeValueAsString(row))
                .update();
    }

    void merged(GroupId group, String construct, PulseId pulse, MergedValue value) {
        rows(jdbc.sql("select content from trend_point"
                                + " where grp = :group and construct = :construct and pulse = :pulse")
                        .param("group", group.value())
                        .param("construct", construct)
                        .param("pulse", pulse.value()))
                .forEach(row -> add(
                        new TrendRow(group, construct, row.teams(), row.point().gap(Withheld.MERGED, value), null)));
    }

    private void remove(GroupId group, String construct, PulseId pulse) {
        jdbc.sql("delete from trend_point where grp = :group and construct = :construct and pulse = :pulse")
                .param("group", group.value())
                .param("construct", construct)
                .param("pulse", pulse.value())
                .update();
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
