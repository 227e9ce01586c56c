package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.groeipuls.api.mail.Postman;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Whoever reads everybody's mail, or the outbox, or counts letters by the minute, learns nothing of who answered: a pulse
 * that nobody answers, one that some answer and one that everybody answers leave the same behind.
 */
@Tag("ci")
class MailAttackTest {
    private static final Instant BEGIN = Instant.parse("2031-01-06T08:00:00Z");
    private static final int PEOPLE = 8;

    @RegisterExtension
    private static final GreenMailExtension MAIL =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** Everything that can be seen of one pulse from its first mail to the news of its results, moment by moment. */
    private static List<String> seen(int answering, Consumer<Server> reminding) {
        MAIL.reset();
        var server = Server.alone(
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + MAIL.getSmtp().getPort(),
                "--groeipuls.mail.from=pulse@city.example",
                "--groeipuls.mail.base-url=https://pulse.city.example");
        try (var context = server.context()) {
            server.clockTo(BEGIN);
            var survey = new Survey(server, "same");
            var team = survey.team("team", PEOPLE);
            survey.people(PEOPLE, team);
            var pulse = survey.id("p");
            survey.put("/pulses/" + pulse, survey.askedBlind(1, team), 201);
            var opens = BEGIN.plus(Duration.ofDays(2));
            List<String> seen = new ArrayList<>();
            look(server, opens.minus(Duration.ofDays(1)), Postman.class, seen);
            look(server, opens, Postman.class, seen);
            for (int i = 0; i < answering; i++) {
                var holder = survey.ticket(pulse, team);
                var reply = survey.send(survey.sealed(pulse, team, holder, 1, i));
                assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
            }
            for (int day = 1; day <= 13; day++) {
                server.clockTo(opens.plus(Duration.ofDays(day)));
                reminding.accept(server);
                note(server, seen);
            }
            assertThat(context.isActive()).isTrue();
            return seen;
        }
    }

    private static void look(Server server, Instant at, Class<Postman> step, List<String> seen) {
        server.clockTo(at);
        server.bean(step).round();
        note(server, seen);
    }

    /** All new mail in the order in which it came, and all tables of mail as they stand. */
    private static void note(Server server, List<String> seen) {
        var clock = server.now().toString();
        var letters = MAIL.getReceivedMessages();
        seen.add(clock + " letters " + letters.length);
        for (var letter : letters) {
            seen.add(clock + " " + read(letter));
        }
        for (var table : List.of("mail_plan", "mail_links", "mail_recipient", "mail_letter", "mail_refusal")) {
            server.bean(JdbcClient.class)
                    .sql("select * from " + table)
                    .query()
                    .listOfRows()
                    .forEach(row -> seen.add(clock + " " + table + " " + new TreeMap<>(row)));
        }
        seen.add(server.get("hr", "/api/v1/mails").json().toString());
        try {
            MAIL.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every header but what the receiving server adds, and every part; without ids, boundaries and keys, which are chance. */
    private static String read(MimeMessage letter) {
        try {
            var text = new StringBuilder();
            for (var header : Collections.list(letter.getAllHeaders())) {
                if (!List.of("Received", "Content-Type").contains(header.getName())) {
                    text.append(header.getName())
                            .append(": ")
                            .append(header.getValue())
                            .append('\n');
                }
            }
            if (letter.getContent() instanceof MimeMultipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    text.append(parts.getBodyPart(i).getContentType())
                            .append(parts.getBodyPart(i).getContent());
                }
            } else {
                text.append(letter.getContent());
            }
            return text.toString().replaceAll("[0-9a-f]{32,64}", "CHANCE");
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> seen(int answering) {
        return seen(answering, server -> server.bean(Postman.class).round());
    }

    @Test
    void mail_and_outbox_are_the_same_whether_nobody_some_or_all_answered() {
        var nobody = seen(0);
        assertThat(String.join("\n", nobody)).contains("same-team-0", "mail_letter", "REMINDER_2", "RESULTS");
        assertThat(nobody.stream().filter(line -> line.endsWith(" letters " + PEOPLE)))
                .hasSize(5);
        assertThat(seen(5)).isEqualTo(nobody);
        assertThat(seen(PEOPLE)).isEqualTo(nobody);
    }

    /** The positive control: reminders to whoever has not fetched an entry code, as others do it. */
    private static void remindTheLate(Server server) {
        var late = server.bean(JdbcClient.class)
                .sql("select p.address from roster_person p join roster_invitation i on i.subject = p.subject"
                        + " where i.digest is null order by p.subject")
                .query(String.class)
                .list();
        for (var address : late) {
            var letter = new SimpleMailMessage();
            letter.setFrom("pulse@city.example");
            letter.setTo(address);
            letter.setSubject("You have not answered yet");
            letter.setText("Please do.");
            server.bean(JavaMailSender.class).send(letter);
        }
    }

    @Test
    void reminding_only_those_who_did_not_answer_is_seen() {
        assertThat(seen(5, MailAttackTest::remindTheLate)).isNotEqualTo(seen(0, MailAttackTest::remindTheLate));
    }
}
