package org.groeipuls.api.mail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.groeipuls.roster.Erasure;
import org.groeipuls.roster.PersonId;

/** Whoever is erased is written to no more, and nothing of theirs waits here. */
final class MailErasure implements Erasure {
    @Override
    public void forget(Connection roster, PersonId who) throws SQLException {
        for (var table : List.of("mail_letter", "mail_recipient", "mail_refusal", "mail_monthly")) {
            try (var delete = roster.prepareStatement("delete from " + table + " where subject = ?")) {
                delete.setString(1, who.subject());
                delete.executeUpdate();
            }
        }
    }
}
