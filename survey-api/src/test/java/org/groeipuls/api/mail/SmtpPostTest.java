package org.groeipuls.api.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMultipart;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import org.groeipuls.api.mail.Post.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpPostTest {
    @RegisterExtension
    private static final GreenMailExtension MAIL =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static final Letter LETTER =
            new Letter("Peiling: je kunt nu “antwoorden”", "Hallo,\n\nÉén.", "<p>Één.</p>", "nl", "groeipuls.city");

    private static Post post(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new SmtpPost(sender, Mailroom.SETTINGS, () -> Instant.parse("2027-03-02T08:00:42Z"), new SecureRandom());
    }

    private static Answer hand(Map<String, String> script) throws Exception {
        try (var server = new ScriptedMailServer(script);
                var round = post(server.port()).begin()) {
            return round.hand("ann@city.example", LETTER);
        }
    }

    @Test
    void a_letter_arrives_in_two_forms_and_says_that_a_machine_sent_it() throws Exception {
        try (var round = post(MAIL.getSmtp().getPort()).begin()) {
            assertThat(round.hand("ann@city.example", LETTER)).isEqualTo(new Answer.Taken());
            assertThat(round.hand("bob@city.example", LETTER)).isEqualTo(new Answer.Taken());
        }
        var got = MAIL.getReceivedMessages();
        assertThat(got).hasSize(2);
        var first = got[0];
        assertThat(first.getSubject()).isEqualTo(LETTER.subject());
        assertThat(first.getAllRecipients()).hasSize(1);
        assertThat(first.getFrom()[0]).hasToString("pulse@city.example");
        assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(first.getHeader("List-Id")).containsExactly("<groeipuls.city>");
        assertThat(first.getHeader("Date")).containsExactly("Tue, 2 Mar 2027 08:00:00 +0000");
        for (var receipt :
                new String[] {"Return-Receipt-To", "Disposition-Notification-To", "X-Mailer", "List-Unsubscribe"}) {
            assertThat(first.getHeader(receipt)).isNull();
        }
        var parts = (MimeMultipart) first.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("Één.");
        assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
    }

    @Test
    void the_id_of_a_message_is_chance_and_names_neither_person_nor_machine() throws Exception {
        try (var round = post(MAIL.getSmtp().getPort()).begin()) {
            for (int i = 0; i < 5; i++) {
                round.hand("ann@city.example", LETTER);
            }
        }
        var ids = new HashSet<String>();
        for (Message message : MAIL.getReceivedMessages()) {
            ids.add(message.getHeader("Message-ID")[0]);
        }
        assertThat(ids).hasSize(5).allMatch(id -> id.matches("<[0-9a-f]{32}@pulse\\.city\\.example>"));
        assertThat(Arrays.stream(MAIL.getReceivedMessages()).map(GreenMailUtil::getWholeMessage))
                .noneMatch(whole -> whole.contains("JavaMail"));
    }

    @Test
    void what_the_server_says_of_the_address_is_about_the_address() throws Exception {
        assertThat(hand(Map.of("RCPT", "550 5.1.1 no such user"))).isEqualTo(new Answer.Refused(Refusing.UNKNOWN));
        assertThat(hand(Map.of("RCPT", "552 5.2.2 full"))).isEqualTo(new Answer.Refused(Refusing.MAILBOX));
        assertThat(hand(Map.of("RCPT", "451 4.7.1 greylisted"))).isEqualTo(new Answer.Later());
        assertThat(hand(Map.of())).isEqualTo(new Answer.Taken());
    }

    @Test
    void what_it_says_of_the_letter_or_of_us_is_not_about_the_address() throws Exception {
        assertThat(hand(Map.of(".", "554 5.7.1 looks like spam"))).isEqualTo(new Answer.Rejected());
        assertThat(hand(Map.of(".", "451 try later"))).isEqualTo(new Answer.Later());
        assertThat(hand(Map.of("MAIL", "550 5.7.1 you may not send"))).isEqualTo(new Answer.Later());
        assertThat(hand(Map.of("DATA", ""))).isEqualTo(new Answer.Gone());
    }

    @Test
    void no_address_is_no_address() {
        try (var round = post(MAIL.getSmtp().getPort()).begin()) {
            assertThat(round.hand("ann smith@", LETTER)).isEqualTo(new Answer.Refused(Refusing.UNKNOWN));
        }
    }

    @Test
    void a_server_that_is_not_there_is_said_so_without_an_address() throws Exception {
        int free;
        try (var server = new ScriptedMailServer(Map.of())) {
            free = server.port();
        }
        assertThatThrownBy(() -> post(free).begin())
                .isInstanceOf(Post.Unreachable.class)
                .hasMessageNotContaining("127.0.0.1");
    }
}
