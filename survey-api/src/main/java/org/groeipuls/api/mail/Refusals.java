package org.groeipuls.api.mail;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The addresses that take no mail. Whoever gets another address is written to again. */
final class Refusals {
    private final JdbcClient jdbc;

    Refusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody whose address takes no mail. */
    record Refusal(String person, String address, Refusing reason) {
        @Override
        public String toString() {
            return "Refusal[not shown]";
        }
    }

    Optional<Refusing> find(String subject, String address) {
        return jdbc.sql("select reason from mail_refusal where subject = :subject and address = :address")
                .param("subject", subject)
                .param("address", address)
                .query((row, n) -> Refusing.valueOf(row.getString(1)))
                .optional();
    }

    void note(String subject, String address, Refusing reason) {
        int known = jdbc.sql("update mail_refusal set address = :address, reason = :reason where subject = :subject")
                .param("address", address)
                .param("reason", reason.name())
                .param("subject", subject)
                .update();
        if (known == 0) {
            jdbc.sql("insert into mail_refusal (subject, address, reason) values (:subject, :address, :reason)")
                    .param("subject", subject)
                    .param("address", address)
                    .param("reason", reason.name())
                    .update();
        }
    }

    /** By subject. */
    List<Refusal> all() {
        return jdbc.sql("select subject, address, reason from mail_refusal order by subject")
                .query((row, n) -> new Refusal(
                        row.getString("subject"), row.getString("address"), Refusing.valueOf(row.getString("reason"))))
                .list();
    }

    void clear() {
        jdbc.sql("delete from mail_refusal").update();
    }
}
