package org.groeipuls.talk;

import java.util.List;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where released figures of the statements about errors are kept, a row per block. */
public final class StatementTable {
    private final JdbcClient jdbc;

    public StatementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param unit the lowest unit that has all of the block's groups */
    record Row(PulseId pulse, String block, UnitId unit, SaidOfErrors said) {}

    /** All that was released of a pulse. */
    List<Row> of(PulseId pulse) {
        return jdbc.sql("select block, unit, item, n, low, high from talk_statement where pulse = :pulse"
                        + " order by item, block")
                .param("pulse", pulse.value())
                .query((row, number) -> new Row(
                        pulse,
                        row.getString("block"),
                        new UnitId(row.getString("unit")),
                        new SaidOfErrors(
                                row.getString("item"), row.getInt("n"), row.getInt("low"), row.getInt("high"))))
                .list();
    }

    void put(Row row) {
        jdbc.sql("delete from talk_statement where pulse = :pulse and block = :block and item = :item")
                .param("pulse", row.pulse().value())
                .param("block", row.block())
                .param("item", row.said().item())
                .update();
        jdbc.sql("insert into talk_statement (pulse, block, unit, item, n, low, high)"
                        + " values (:pulse, :block, :unit, :item, :n, :low, :high)")
                .param("pulse", row.pulse().value())
                .param("block", row.block())
                .param("unit", row.unit().value())
                .param("item", row.said().item())
                .param("n", row.said().n())
                .param("low", row.said().low())
                .param("high", row.said().high())
                .update();
    }

    void clear() {
        jdbc.sql("delete from talk_statement").update();
    }
}
