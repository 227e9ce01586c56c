package org.groeipuls.api.mail;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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

    /** What a programme says about its pulse, unless something was arranged for it already. */
    public void suggest(PulseId pulse, List<Instant> reminders) {
        if (reminders(pulse) == null) {
            try {
                insert(pulse, reminders);
            } catch (DuplicateKeyException arranged) {
                return;
            }
        }
    }

    void arrange(PulseId pulse, @Nullable List<Instant> reminders) {
        forget(pulse);
        if (reminders != null) {
            insert(pulse, reminders);
        }
    }

    private void insert(PulseId pulse, List<Instant> reminders) {
        jdbc.sql("insert into mail_plan (pulse, reminders) values (:pulse, :reminders)")
                .param("pulse", pulse.value())
                .param(
                        "reminders",
                        reminders.stream()
                                .map(time -> Long.toString(time.getEpochSecond()))
                                .collect(Collectors.joining(",")))
                .update();
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
