package org.groeipuls.api.mail;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.groeipuls.pulse.PulseId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What HR, or a programme, arranged for the reminders of pulses. */
public final class MailPlans {
    private final JdbcClient jdbc;

    MailPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The times that HR chose; null when the usual ones hold. */
    @Nullable
    List<Instant> reminders(PulseId pulse) {
        return jdbc.sql("select reminders from mail_plan where pulse = :pulse")
                .param("pulse", pulse.value())
                .query((row, n) -> read(row.getString(1)))
                .optional()
                .orElse(null);
    }

    private static List<Instant> read(String written) {
        return written.isBlank()
                ? List.of()
                : Arrays.stream(written.strip().split(",", -1))
                        .map(second -> Instant.ofEpochSecond(Long.parseLong(second)))
                        .toList();
    }

    /** What a programme says about its pulse; what HR arranged for it already stays, until HR takes it back. */
    public void suggest(PulseId pulse, List<Instant> reminders) {
        if (programmes(pulse, written(reminders)) == 0) {
            try {
                insert(pulse, written(reminders), written(reminders));
            } catch (DuplicateKeyException arranged) {
                programmes(pulse, written(reminders));
            }
        }
    }

    private int programmes(PulseId pulse, String reminders) {
        return jdbc.sql("update mail_plan set programme = :programme where pulse = :pulse")
                .param("programme", reminders)
                .param("pulse", pulse.value())
                .update();
    }

    /** Null takes back what was arranged: those of the programme hold, or the usual ones. */
    void arrange(PulseId pulse, @Nullable List<Instant> reminders) {
        var programme = jdbc.sql("select programme from mail_plan where pulse = :pulse")
                .param("pulse", pulse.value())
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(there -> there)
                .orElse(null);
        forget(pulse);
        var wanted = reminders == null ? programme : written(reminders);
        if (wanted != null) {
            insert(pulse, wanted, programme);
        }
    }

    private void insert(PulseId pulse, String reminders, @Nullable String programme) {
        jdbc.sql("insert into mail_plan (pulse, reminders, programme) values (:pulse, :reminders, :programme)")
                .param("pulse", pulse.value())
                .param("reminders", reminders)
                .param("programme", programme)
                .update();
    }

    private static String written(List<Instant> reminders) {
        return reminders.stream()
                .map(time -> Long.toString(time.getEpochSecond()))
                .collect(Collectors.joining(","));
    }

    SortedSet<PulseId> pulses() {
        return new TreeSet<>(jdbc.sql("select pulse from mail_plan")
                .query((row, n) -> new PulseId(row.getString(1)))
                .list());
    }

    void forget(PulseId pulse) {
        jdbc.sql("delete from mail_plan where pulse = :pulse")
                .param("pulse", pulse.value())
                .update();
    }
}
