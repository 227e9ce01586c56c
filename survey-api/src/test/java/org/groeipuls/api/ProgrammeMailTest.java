package org.groeipuls.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.groeipuls.api.mail.Postman;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What a programme says about mails, through the scheduler and a mail server: reminders, and the question to leads. */
class ProgrammeMailTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int PEOPLE = 8;

    @RegisterExtension
    private static final GreenMailExtension MAIL = new GreenMailExtension(
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withPerMethodLifecycle(false);

    private static Server server;
    private static LocalDate first;

    private Survey survey;
    private String team;
    private String other;
    private String programme;

    @BeforeAll
    static void start() {
        server = Server.alone(
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + MAIL.getSmtp().getPort(),
                "--groeipuls.mail.from=pulse@city.example",
                "--groeipuls.mail.base-url=https://pulse.city.example",
                "--groeipuls.tick=200ms",
                "--db-scheduler.polling-interval=200ms");
        // a Monday, so that two weeks later nobody has to skip anything before the 25th
        server.clockTo(Instant.parse("2031-02-24T08:00:00Z"));
        first = LocalDate.ofInstant(server.now(), AMSTERDAM).plusDays(9).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    @BeforeEach
    void two_teams() {
        survey = new Survey(server);
        team = survey.team("team", PEOPLE);
        other = survey.team("other", PEOPLE);
        programme = survey.id("monthly");
    }

    @AfterAll
    static void stop() {
        server.context().close();
    }

    private String body(String mails) {
        return """
                {'name':'Maandelijks','instrument':'groeipuls@1','cadence':{'rule':'FREQ=WEEKLY;INTERVAL=4',\
                'startsOn':'%s','zone':'Europe/Amsterdam','opensAt':'09:00'},'groups':['%s'],'cycle':['F1'],\
                'mails':%s}""".formatted(first, team, mails);
    }

    private void people() {
        var csv = new StringBuilder("person,address,language,team,role\n");
        for (int i = 0; i < PEOPLE; i++) {
            csv.append("%1$s-%2$d,%1$s-%2$d@city.example,nl,%1$s,employee\n".formatted(team, i));
            csv.append("%1$s-%2$d,%1$s-%2$d@city.example,nl,%1$s,employee\n".formatted(other, i));
        }
        csv.append("lead-%1$s,lead@city.example,en,%1$s,lead\n".formatted(team));
        var reply = server.ask(
                "hr", "POST", "/api/v1/people/imports?dryRun=false", csv.toString(), "Content-Type", "text/csv");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }

    private JsonNode read() {
        return server.get("hr", "/api/v1/programmes/" + programme).json();
    }

    private static List<Instant> instants(JsonNode list) {
        return list.valueStream().map(one -> Instant.parse(one.asString())).toList();
    }

    private static List<Instant> reminders(String pulse) {
        return server.get("hr", "/api/v1/pulses/" + pulse + "/mails")
                .json()
                .path("occasions")
                .valueStream()
                .filter(one -> one.path("kind").asString().startsWith("reminder"))
                .map(one -> Instant.parse(one.path("due").asString()))
                .toList();
    }

    private static Instant nine(LocalDate day) {
        return day.atTime(LocalTime.of(9, 0)).atZone(AMSTERDAM).toInstant();
    }

    private static List<String> addresses(String subject) {
        return Stream.of(MAIL.getReceivedMessages())
                .filter(letter -> subject(letter).contains(subject))
                .map(ProgrammeMailTest::address)
                .sorted()
                .toList();
    }

    private static String subject(MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void forget() throws FolderException {
        MAIL.purgeEmailFromAllMailboxes();
    }

    @Test
    void a_programme_says_on_which_days_it_reminds_and_whether_it_asks_leads() throws Exception {
        people();
        survey.put("/programmes/" + programme, body("{'reminders':[5,2]}"), 422);
        survey.put("/programmes/" + programme, body("{'reminders':[2,5]}"), 201);
        var times = List.of(nine(first.plusDays(2)), nine(first.plusDays(7)));
        var planned = read().at("/occurrences/0");
        assertThat(read().path("mails").toString()).isEqualTo("{\"reminders\":[2,5],\"monthlyQuestion\":true}");
        assertThat(instants(planned.path("reminders"))).isEqualTo(times);

        server.clockTo(Instant.parse(planned.path("ticketsFrom").asString()).minus(Duration.ofDays(3)));
        var pulse = planned.path("pulse").asString();
        assertThat(reminders(pulse)).isEqualTo(times);
        calendarHasThem(pulse, times);
        whatIsIssuedStays(pulse, times);
        handsKeepTheUsual();
        theyGo(times);
        leadsAreAsked();
    }

    private void calendarHasThem(String pulse, List<Instant> times) {
        var entries = CalendarReader.read(server.get("hr", "/api/v1/programmes/" + programme + "/calendar.ics")
                .bytes());
        for (int i = 0; i < times.size(); i++) {
            assertThat(entries.get(pulse + "-reminder-" + (i + 1) + "@groeipuls"))
                    .containsEntry("SUMMARY", "Reminder by mail: Maandelijks")
                    .containsEntry("DTSTART", times.get(i).toString().replaceAll("[-:]", ""));
        }
    }

    private void whatIsIssuedStays(String pulse, List<Instant> times) {
        survey.put("/programmes/" + programme, body("{'reminders':[]}"), 200);
        assertThat(reminders(pulse)).isEqualTo(times);
        assertThat(instants(read().at("/occurrences/0/reminders"))).isEqualTo(times);
        survey.put("/pulses/" + pulse + "/mails", "{}", 200);
        assertThat(reminders(pulse)).as("HR takes nothing back").isEqualTo(times);
        assertThat(read().at("/occurrences/1/reminders").toString()).isEqualTo("[]");
        survey.put("/programmes/" + programme, body("{}"), 200);
        assertThat(instants(read().at("/occurrences/1/reminders"))).hasSize(2);
    }

    private void handsKeepTheUsual() {
        var pulse = survey.id("hand");
        survey.put("/pulses/" + pulse, survey.askedBlind(1, other), 201);
        // halfway, and a working day before the end, which is a Friday
        assertThat(reminders(pulse))
                .containsExactly(
                        survey.closesAt().minus(Duration.ofHours(84)),
                        survey.closesAt().minus(Duration.ofDays(1)));
        assertThat(server.ask("hr", "POST", "/api/v1/pulses/" + pulse + "/cancel", "{\"reason\":\"Klaar\"}")
                        .status())
                .isEqualTo(200);
    }

    private void theyGo(List<Instant> times) throws FolderException {
        server.clockTo(nine(first).plusSeconds(1));
        Awaitility.await().until(() -> addresses("je kunt nu antwoorden").size() == PEOPLE);
        forget();
        server.clockTo(times.getFirst().minusSeconds(60));
        server.bean(Postman.class).round();
        assertThat(addresses("")).isEmpty();
        for (var time : times) {
            server.clockTo(time.plusSeconds(1));
            Awaitility.await().until(() -> addresses("je kunt antwoorden tot").size() == PEOPLE);
            forget();
        }
    }

    private void leadsAreAsked() throws FolderException, MessagingException, IOException {
        server.clockTo(Instant.parse("2031-03-25T09:00:00Z"));
        Awaitility.await().until(() -> !addresses("Two taps").isEmpty());
        assertThat(addresses("Two taps: how did you learn in March 2031?")).containsExactly("lead@city.example");
        var letter = Stream.of(MAIL.getReceivedMessages())
                .filter(one -> subject(one).contains("Two taps"))
                .findFirst()
                .orElseThrow();
        assertThat(((MimeMultipart) letter.getContent())
                        .getBodyPart(0)
                        .getContent()
                        .toString())
                .contains("https://pulse.city.example/teams/" + team + "/learning?lang=en")
                .doesNotContain("#");
        assertThat(server.get("hr", "/api/v1/mails").json().at("/monthly/0").toString())
                .isEqualTo("{\"month\":\"2031-03\",\"waiting\":0,\"sent\":1,\"refused\":0,\"failed\":0}");
        forget();
        server.clockTo(Instant.parse("2031-03-31T09:00:00Z"));
        server.bean(Postman.class).round();
        assertThat(addresses("Two taps")).isEmpty();

        survey.put("/programmes/" + programme, body("{'monthlyQuestion':false}"), 200);
        server.clockTo(Instant.parse("2031-04-25T09:00:00Z"));
        server.bean(Postman.class).round();
        assertThat(addresses("Two taps")).isEmpty();
        survey.put("/programmes/" + programme, body("{}").replace("'cycle'", "'state':'ended','cycle'"), 200);
    }
}
