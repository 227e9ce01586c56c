package org.groeipuls.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.groeipuls.api.mail.MailSettings.Bounces;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BounceBoxTest {
    @RegisterExtension
    private static final GreenMailExtension MAIL =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    @TempDir
    private Path folder = Path.of("");

    private static MimeMessage message(String text) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static MimeMessage report(String address, String action, String status) throws Exception {
        return message("""
                From: mailer-daemon@city.example
                To: pulse@city.example
                Subject: Undelivered
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                Your message could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.city.example

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s

                --b
                Content-Type: text/rfc822-headers

                Subject: the letter
                --b--
                """.formatted(address, action, status));
    }

    @Test
    void reports_mark_addresses_and_are_deleted_and_other_mail_stays() throws Exception {
        var source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + folder.resolve("history").toAbsolutePath());
        var room = new Mailroom(source, "h2", folder.resolve("vault"));
        var user = MAIL.setUser("bounces@city.example", "bounces", "secret");
        user.deliver(report("ROADS-0@city.example", "failed", "5.1.1"));
        user.deliver(report("roads-1@city.example", "failed", "5.2.2"));
        user.deliver(report("roads-2@city.example", "delayed", "4.4.1"));
        user.deliver(report("roads-3@city.example", "failed", "4.4.7"));
        user.deliver(report("stranger@elsewhere.example", "failed", "5.1.1"));
        user.deliver(message("From: ann@city.example\nTo: pulse@city.example\nSubject: A question\n\nWhy?\n"));
        var refusals = new Refusals(room.jdbc);
        var box = new BounceBox(
                new Bounces("127.0.0.1", MAIL.getImap().getPort(), "bounces", "secret", "INBOX", false),
                refusals,
                room.people,
                room.clock);

        box.read();

        assertThat(refusals.all())
                .containsExactly(
                        new Refusals.Refusal("roads-0", "roads-0@city.example", Refusing.UNKNOWN),
                        new Refusals.Refusal("roads-1", "roads-1@city.example", Refusing.MAILBOX));
        var left = MAIL.getManagers().getImapHostManager().getInbox(user).getMessages();
        assertThat(left).hasSize(1);
        assertThat(left.getFirst().getMimeMessage().getSubject()).isEqualTo("A question");

        user.deliver(report("parks-0@city.example", "failed", "5.0.0"));
        box.read();
        assertThat(refusals.all()).hasSize(2);
        room.pass(Duration.ofMinutes(5));
        box.read();
        assertThat(refusals.all()).hasSize(3);
    }
}
