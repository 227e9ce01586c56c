package org.groeipuls.api.mail;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.groeipuls.api.mail.Outbox.State;
import org.groeipuls.api.teamlead.MonthlyQuestion.Asked;
import org.groeipuls.roster.PersonId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which leads were asked the question of a month: one row for each lead and month, so nobody is asked twice. */
final class MonthlyOutbox {
    private final JdbcClient jdbc;

    MonthlyOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A letter that is to be handed in. */
    record Due(Asked asked, int attempts) {}

    /** How many letters of a month are in a state. */
    record Tally(YearMonth month, State state, int letters) {}

    /** Who was asked, or is going to be. */
    Set<Asked> all() {
        return jdbc
                .sql("select subject, month_asked from mail_monthly")
                .query((row, n) -> new Asked(
                        new PersonId(row.getString("subject")), YearMonth.parse(row.getString("month_asked"))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Another node may have written the same. */
    void write(Asked asked) {
        try {
            jdbc.sql("insert into mail_monthly (subject, month_asked, state, attempts, next_try)"
                            + " values (:subject, :month, 'WAITING', 0, 0)")
                    .params(place(asked))
                    .update();
        } catch (DuplicateKeyException there) {
            return;
        }
    }

    /**
     * The letters whose time it is, by lead.
     *
     * @param minute minutes since 1970
     */
    List<Due> due(YearMonth month, long minute) {
        return jdbc.sql("select subject, attempts from mail_monthly"
                        + " where month_asked = :month and state = 'WAITING' and next_try <= :minute order by subject")
                .param("month", month.toString())
                .param("minute", minute)
                .query((row, n) ->
                        new Due(new Asked(new PersonId(row.getString("subject")), month), row.getInt("attempts")))
                .list();
    }

    /** Takes a letter before it is handed in, as {@link Outbox#claim} does. */
    boolean claim(Due letter, long nextTry) {
        return jdbc.sql("update mail_monthly set attempts = attempts + 1, next_try = :next"
                                + " where subject = :subject and month_asked = :month and state = 'WAITING'"
                                + " and attempts = :seen")
                        .param("next", nextTry)
                        .param("seen", letter.attempts())
                        .params(place(letter.asked()))
                        .update()
                == 1;
    }

    /** Notes how a letter ended; of how it went nothing stays. */
    void settle(Due letter, State state) {
        jdbc.sql("update mail_monthly set state = :state, attempts = 0, next_try = 0"
                        + " where subject = :subject and month_asked = :month and state = 'WAITING'")
                .param("state", state.name())
                .params(place(letter.asked()))
                .update();
    }

    /** What could not be delivered waits again. */
    void retry() {
        jdbc.sql("update mail_monthly set state = 'WAITING', attempts = 0, next_try = 0"
                        + " where state in ('REFUSED', 'FAILED')")
                .update();
    }

    List<Tally> tallies() {
        return jdbc.sql("select month_asked, state, count(*) as letters from mail_monthly"
                        + " group by month_asked, state order by month_asked, state")
                .query((row, n) -> new Tally(
                        YearMonth.parse(row.getString("month_asked")),
                        State.valueOf(row.getString("state")),
                        row.getInt("letters")))
                .list();
    }

    /** Of months that are over nothing stays; nobody who was erased from the roster does. */
    void tidy(YearMonth now) {
        jdbc.sql("delete from mail_monthly where month_asked < :month or not exists"
                        + " (select 1 from roster_person p where p.subject = mail_monthly.subject)")
                .param("month", now.toString())
                .update();
    }

    private static Map<String, String> place(Asked asked) {
        return Map.of("subject", asked.lead().subject(), "month", asked.month().toString());
    }
}
