package org.groeipuls.api.teamlead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.pulse.Disclosure;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.Withheld;
import org.groeipuls.team.GroupId;
import org.groeipuls.trend.TeamTrend;
import org.groeipuls.trend.TrendPoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrendSheetTest {
    private static final int RULE = 18;

    private static TrendPoint point(int ordinal, @Nullable String rule) {
        return new TrendPoint(
                new PulseId("p" + ordinal),
                LocalDate.parse("2027-01-01").plusDays(28L * ordinal),
                ordinal,
                ordinal,
                new InstrumentKey("groeipuls", 1),
                Disclosure.BANDED,
                "default@1",
                rule,
                null,
                null,
                List.of(),
                null,
                new TrendPoint.Gap(Withheld.TOO_FEW_ANSWERS, null));
    }

    private static TrendSheet sheet() {
        return new TrendSheet(new TeamTrend(
                new GroupId("green"),
                "candour",
                "mine@1",
                List.of(point(1, null), point(2, "mine@1")),
                List.of(),
                List.of(),
                List.of(),
                null));
    }

    @Test
    void every_row_names_the_rule_that_its_own_value_was_computed_by() throws IOException {
        assertThat(sheet().csv(false).lines().map(line -> line.split(",")[RULE]))
                .containsExactly("rule", "local-level@1", "mine@1");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet().xlsx()));
                var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.getCellText(RULE))).containsExactly("rule", "local-level@1", "mine@1");
        }
    }
}
