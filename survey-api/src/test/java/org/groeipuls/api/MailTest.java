package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.groeipuls.api.mail.Links;
import org.groeipuls.api.mail.Postman;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Mailed links over HTTP: from HR's word to an answer that is counted. */
@ExtendWith({OutputCaptureExtension.class})
class MailTest {
    private static final int PEOPLE = 8;

    @RegisterExtension
    private static final GreenMailExtension MAIL = new GreenMailExtension(
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withPerMethodLifecycle(false);

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.alone(
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + MAIL.getSmtp().getPort(),
                "--groeipuls.mail.from=pulse@city.example",
                "--groeipuls.mail.base-url=https://pulse.city.example");
    }

    @AfterAll
    static void stop() {
        server.context().close();
    }

    private Reply arrange(String pulse, String json) {
        return server.ask("hr", "PUT", "/api/v1/pulses/" + pulse + "/mails", json.replace('\'', '"'));
    }

    /** The whole code in each of the letters, by address. */
    private static Map<String, String> codes(String pulse) throws MessagingException, IOException {
        Map<String, String> codes = new HashMap<>();
        for (MimeMessage message : MAIL.getReceivedMessages()) {
            var text = ((MimeMultipart) message.getContent())
                    .getBodyPart(0)
                    .getContent()
                    .toString();
            var code = Pattern.compile("/answer/" + pulse + "/[^#\\s]+#([a-z2-7.]+)")
                    .matcher(text);
            if (code.find()) {
                codes.put(message.getAllRecipients()[0].toString(), code.group(1));
            }
        }
        return codes;
    }

    @Test
    void a_mailed_link_answers_once_and_neither_file_nor_log_holds_it(CapturedOutput log) throws Exception {
        var survey = new Survey(server);
        var team = survey.team("post", PEOPLE);
        survey.people(PEOPLE, team);
        var pulse = survey.issue("p", "banded", team);
        server.bean(Postman.class).round();
        MAIL.purgeEmailFromAllMailboxes();

        assertThat(arrange(pulse, "{'links':'mail'}").json().path("links").asString())
                .isEqualTo("mail");
        assertThat(arrange(pulse, "{'links':'mail'}").status()).isEqualTo(200);
        assertThat(arrange(pulse, "{'links':'hand'}").json().toString()).contains("links-by-mail");
        server.clockTo(server.now().plus(Duration.ofHours(30)));
        assertThat(survey.post("hr", "/pulses/" + pulse + "/links", "{'group':'" + team + "'}")
                        .json()
                        .toString())
                .contains("links-by-mail");

        survey.open();
        server.bean(Postman.class).round();
        var codes = codes(pulse);
        assertThat(codes).hasSize(PEOPLE);
        assertThat(new HashSet<>(codes.values())).hasSize(PEOPLE);
        survey.answer(pulse, List.copyOf(codes.values()), 6);
        assertThat(arrange(pulse, "{'reminders':[]}").json().toString()).contains("mails-fixed");
        assertThat(onDisk(codes.values())).isEmpty();
        assertThat(onDisk(List.of(team + "-0@city.example"))).isNotEmpty();
        assertThat(log.getAll()).doesNotContain(codes.values()).doesNotContain("@city.example");

        survey.close();
        server.bean(Postman.class).round();
        assertThat(survey.pulse(pulse).at("/count/inclusion").size()).isEqualTo(6);
        assertThat(server.get("hr", "/api/v1/mails").json().path("mail").asString())
                .isEqualTo("on");
    }

    /** The codes that stand in a file of the server as they are. */
    private static List<String> onDisk(Iterable<String> codes) throws IOException {
        List<String> found = new java.util.ArrayList<>();
        try (var files = Files.walk(server.files())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                codes.forEach(code -> {
                    if (text.contains(code)) {
                        found.add(code);
                    }
                });
            }
        }
        return found;
    }

    @Test
    void codes_stand_until_others_are_made_and_with_an_open_question_both_do() {
        var survey = new Survey(server);
        var team = survey.team("stand", 12);
        var other = survey.team("beside", 12);
        var pulse = survey.id("p");
        survey.put("/pulses/" + pulse, survey.asked("banded", team, other).replace("\"F1\"", "\"F4\""), 201);
        var links = server.bean(Links.class);
        var id = new PulseId(pulse);
        var first = links.make(id, new GroupId(team));
        assertThat(first.text()).hasSize(12);
        assertThat(links.stand(id, new GroupId(team), first)).isTrue();
        var second = links.make(id, new GroupId(team));
        assertThat(links.stand(id, new GroupId(team), first)).isFalse();
        assertThat(links.stand(id, new GroupId(team), new Links.Codes(second.answers(), first.text())))
                .isFalse();
        survey.open();
        assertThatThrownBy(() -> links.make(id, new GroupId(team))).hasMessageContaining("cannot be replaced");
        assertThat(links.stand(id, new GroupId(team), second)).isTrue();
    }

    @Test
    void links_in_hr_s_hands_are_not_mailed_and_blind_pulses_have_none() {
        var survey = new Survey(server);
        var team = survey.team("hand", PEOPLE);
        survey.people(PEOPLE, team);
        var pulse = survey.issue("p", "banded", team);
        server.clockTo(server.now().plus(Duration.ofHours(30)));
        survey.codes(pulse, team);
        assertThat(arrange(pulse, "{'links':'mail'}").json().toString()).contains("links-handed-out");
        assertThat(arrange(pulse, "{'links':'hand'}").json().path("links").asString())
                .isEqualTo("hand");

        var blind = survey.id("blind");
        survey.put("/pulses/" + blind, survey.askedBlind(1, team).replace("\"form\":\"F1\"", "\"form\":\"F2\""), 201);
        assertThat(arrange(blind, "{'links':'mail'}").status()).isEqualTo(422);
        assertThat(arrange(blind, "{}").json().path("occasions").size()).isEqualTo(4);
    }

    @Test
    void a_demonstration_without_a_mail_server_says_that_mail_is_off() {
        assertThat(Server.onH2().get("hr", "/api/v1/mails").json().toString())
                .isEqualTo("{\"mail\":\"off\",\"letters\":[],\"monthly\":[],\"refusing\":[]}");
        assertThat(Server.onH2().ask("hr", "POST", "/api/v1/mails/retry", null).status())
                .isEqualTo(200);
    }
}
