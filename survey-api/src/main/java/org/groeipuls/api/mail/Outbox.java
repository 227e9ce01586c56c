package org.groeipuls.api.mail;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who is written to about a pulse, and which letters went out. Everybody gets the same rows in the order of their
 * subjects; one row for each pulse, kind and person, so nobody gets a letter twice.
 */
final class Outbox {
    private static final String WITHOUT_LINK = "('CANCELLED', 'RESULTS')";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    Outbox(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** How far a letter has come. */
    enum State {
        WAITING,
        SENT,
        REFUSED,
        FAILED
    }

    /**
     * A letter that is to be handed in.
     *
     * @param link the sealed code of a personal link, hexadecimal
     * @param attempts how often that was tried
     */
    record Due(
            PulseId pulse,
            LetterKind kind,
            String subject,
            String group,
            @Nullable String link,
            int attempts) {
        @Override
        public String toString() {
            return "Due[" + pulse.value() + ", " + kind + "]";
        }
    }

    /** How many letters of a kind are in a state. */
    record Tally(PulseId pulse, LetterKind kind, State state, int letters) {}

    /** The pulses that somebody is to be written to about. */
    SortedSet<PulseId> pulses() {
        return new TreeSet<>(jdbc.sql("select distinct pulse from mail_recipient")
                .query((row, n) -> new PulseId(row.getString(1)))
                .list());
    }

    /** The pulses that somebody is to be written to about. */
    SortedSet<PulseId> pulsesOf(String subject) {
        return new TreeSet<>(jdbc.sql("select pulse from mail_recipient where subject = :subject")
                .param("subject", subject)
                .query((row, n) -> new PulseId(row.getString(1)))
                .list());
    }

    /** The kinds of letters that were written about a pulse. */
    Set<LetterKind> kinds(PulseId pulse) {
        var kinds = EnumSet.noneOf(LetterKind.class);
        kinds.addAll(jdbc.sql("select distinct kind from mail_letter where pulse = :pulse")
                .param("pulse", pulse.value())
                .query((row, n) -> LetterKind.valueOf(row.getString(1)))
                .list());
        return kinds;
    }

    /** Keeps who is written to, by subject with their group; what stood there stays. */
    void address(PulseId pulse, SortedMap<String, String> people) {
        once(() -> new TreeMap<>(people).forEach((subject, group) -> insert(jdbc, pulse, new GroupId(group), subject)));
    }

    static void insert(JdbcClient jdbc, PulseId pulse, GroupId group, String subject) {
        jdbc.sql("insert into mail_recipient (pulse, subject, grp) values (:pulse, :subject, :grp)")
                .param("pulse", pulse.value())
                .param("subject", subject)
                .param("grp", group.value())
                .update();
    }

    /** Writes one letter to everybody; earlier ones of the sequence that did not get out make way for it. */
    void write(PulseId pulse, LetterKind kind) {
        once(() -> {
            if (kind.inSequence()) {
                LetterKind.SEQUENCE.stream()
                        .filter(earlier -> earlier.compareTo(kind) < 0)
                        .forEach(earlier -> jdbc.sql("update mail_letter set state = 'FAILED', next_try = 0"
                                        + " where pulse = :pulse and kind = :kind and state = 'WAITING'")
                                .param("pulse", pulse.value())
                                .param("kind", earlier.name())
                                .update());
            }
            jdbc.sql("insert into mail_letter (pulse, kind, subject, state, attempts, next_try)"
                            + " select pulse, :kind, subject, 'WAITING', 0, 0 from mail_recipient"
                            + " where pulse = :pulse order by subject")
                    .param("kind", kind.name())
                    .param("pulse", pulse.value())
                    .update();
        });
    }

    /** Another node, or this one before, wrote the same: then nothing is left to do. */
    private void once(Runnable writing) {
        try {
            transactions.executeWithoutResult(transaction -> writing.run());
        } catch (DuplicateKeyException there) {
            return;
        }
    }

    /**
     * The letters whose time it is, by pulse, kind and subject. Those that need a link wait until it is sealed.
     *
     * @param minute minutes since 1970
     */
    List<Due> due(long minute, int most) {
        return jdbc.sql("select l.pulse, l.kind, l.subject, l.attempts, r.grp, r.link from mail_letter l"
                        + " join mail_recipient r on r.pulse = l.pulse and r.subject = l.subject"
                        + " where l.state = 'WAITING' and l.next_try <= :minute"
                        + " and (l.kind in " + WITHOUT_LINK + " or not exists (select 1 from mail_links w"
                        + " where w.pulse = r.pulse and w.grp = r.grp and w.way in ('MAIL', 'LOST')))"
                        + " order by l.pulse, l.kind, l.subject limit :most")
                .param("minute", minute)
                .param("most", most)
                .query((row, n) -> new Due(
                        new PulseId(row.getString("pulse")),
                        LetterKind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("grp"),
                        row.getString("link"),
                        row.getInt("attempts")))
                .list();
    }

    /**
     * Takes a letter before it is handed in. Should this node die in between, it is tried again later: only then somebody
     * could get it twice.
     *
     * @return whether it is ours; false when another node was faster
     */
    boolean claim(Due letter, long nextTry) {
        return update(
                        letter,
                        "attempts = attempts + 1, next_try = :next",
                        Map.of("next", nextTry, "seen", letter.attempts()),
                        " and state = 'WAITING' and attempts = :seen")
                == 1;
    }

    /** Notes how a letter ended; of how it went nothing stays. */
    void settle(Due letter, State state) {
        update(
                letter,
                "state = :state, attempts = 0, next_try = 0",
                Map.of("state", state.name()),
                " and state = 'WAITING'");
    }

    private int update(Due letter, String set, Map<String, ?> parameters, String where) {
        return jdbc.sql("update mail_letter set " + set
                        + " where pulse = :pulse and kind = :kind and subject = :subject" + where)
                .params(parameters)
                .param("pulse", letter.pulse().value())
                .param("kind", letter.kind().name())
                .param("subject", letter.subject())
                .update();
    }

    /** Of each kind how many are in each state; a letter whose link is lost counts as failed. */
    List<Tally> tallies() {
        return jdbc.sql("select pulse, kind, state, count(*) as letters from (select l.pulse, l.kind,"
                        + " case when l.state = 'WAITING' and w.way = 'LOST' and l.kind not in " + WITHOUT_LINK
                        + " then 'FAILED' else l.state end as state from mail_letter l"
                        + " left join mail_recipient r on r.pulse = l.pulse and r.subject = l.subject"
                        + " left join mail_links w on w.pulse = r.pulse and w.grp = r.grp) letter"
                        + " group by pulse, kind, state order by pulse, kind, state")
                .query((row, n) -> new Tally(
                        new PulseId(row.getString("pulse")),
                        LetterKind.valueOf(row.getString("kind")),
                        State.valueOf(row.getString("state")),
                        row.getInt("letters")))
                .list();
    }

    /** What could not be delivered waits again. */
    void retry(PulseId pulse, LetterKind kind) {
        jdbc.sql("update mail_letter set state = 'WAITING', attempts = 0, next_try = 0"
                        + " where pulse = :pulse and kind = :kind and state in ('REFUSED', 'FAILED')")
                .param("pulse", pulse.value())
                .param("kind", kind.name())
                .update();
    }

    /** The pulse has ended: of its letters and links nothing stays; those who hear how it ended do. */
    void end(PulseId pulse) {
        transactions.executeWithoutResult(transaction -> {
            jdbc.sql("delete from mail_letter where pulse = :pulse and kind not in ('CANCELLED', 'RESULTS')")
                    .param("pulse", pulse.value())
                    .update();
            jdbc.sql("update mail_recipient set link = null where pulse = :pulse and link is not null")
                    .param("pulse", pulse.value())
                    .update();
        });
    }

    /** Nobody is to be written to any more. */
    void forget(PulseId pulse) {
        transactions.executeWithoutResult(transaction -> {
            for (var table : List.of("mail_letter", "mail_recipient")) {
                jdbc.sql("delete from " + table + " where pulse = :pulse")
                        .param("pulse", pulse.value())
                        .update();
            }
        });
    }

    /** Whoever was erased from the roster is erased here. */
    void forgetTheErased() {
        transactions.executeWithoutResult(transaction -> {
            for (var table : List.of("mail_letter", "mail_recipient", "mail_refusal")) {
                jdbc.sql("delete from " + table + " where not exists"
                                + " (select 1 from roster_person p where p.subject = " + table + ".subject)")
                        .update();
            }
        });
    }
}
