package org.groeipuls.api.storage;

import java.util.List;
import java.util.Optional;
import org.groeipuls.development.PointId;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which group sent which development point, beside history: one a pulse, and for nobody but the group to see. */
public final class PointSenders {
    private static final String SELECT = "select point, grp, pulse from point_sender ";

    private final JdbcClient jdbc;

    public PointSenders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A point with the group that sent it, after which pulse. */
    public record Sender(PointId point, GroupId group, PulseId pulse) {}

    /** Keeps who sent a point; once more changes nothing. */
    public void put(Sender sender) {
        if (find(sender.point()).isEmpty()) {
            jdbc.sql("insert into point_sender (point, grp, pulse) values (:point, :group, :pulse)")
                    .param("point", sender.point().value())
                    .param("group", sender.group().value())
                    .param("pulse", sender.pulse().value())
                    .update();
        }
    }

    /** Who sent a point. */
    public Optional<Sender> find(PointId point) {
        return read(jdbc.sql(SELECT + "where point = :point").param("point", point.value())).stream()
                .findFirst();
    }

    /** What a group sent. */
    public List<Sender> of(GroupId group) {
        return read(jdbc.sql(SELECT + "where grp = :group order by point").param("group", group.value()));
    }

    private static List<Sender> read(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, n) -> new Sender(
                        new PointId(row.getString(1)), new GroupId(row.getString(2)), new PulseId(row.getString(3))))
                .list();
    }
}
