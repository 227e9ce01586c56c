package org.groeipuls.api.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.groeipuls.api.mail.Mailroom.Node;
import org.groeipuls.programme.Mails;
import org.groeipuls.roster.Person;
import org.groeipuls.roster.PersonId;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The monthly question to leads, whichever database holds who was asked. */
abstract class MonthlyContract {
    /** The 25th of March at eight in the morning, in Amsterdam. */
    private static final Instant MARCH_25 = Instant.parse("2027-03-25T07:00:00Z");

    private static final Instant APRIL_26 = Instant.parse("2027-04-26T09:00:00Z");
    private static final Person ANN = lead("ann", "nl", "roads", "parks");
    private static final Person BO = lead("bo", "en", "water");
    private static final GroupId ROADS = new GroupId("roads");

    @TempDir
    private Path folder = Path.of("");

    private Mailroom room;
    private HeldPost post;
    private Node node;

    abstract DataSource emptyDatabase(Path folder);

    abstract String vendor();

    @BeforeEach
    void ann_leads_two_teams_bo_one_and_cas_stands_in_no_list() throws SQLException {
        room = new Mailroom(emptyDatabase(folder), vendor(), folder.resolve("vault"));
        post = new HeldPost();
        node = room.node(post);
        List.of("roads", "parks", "water", "trees").forEach(room::team);
        employ(ANN, BO);
        room.unlistedLead("cas", "trees");
    }

    private void employ(Person... leads) throws SQLException {
        List<Person> all = new ArrayList<>(Mailroom.everybody());
        all.addAll(List.of(leads));
        room.employ(all);
    }

    private static Person lead(String name, String language, String... teams) {
        var led = new TreeSet<TeamId>();
        List.of(teams).forEach(team -> led.add(new TeamId(team)));
        return new Person(new PersonId(name), null, name + "@city.example", language, Person.Role.LEAD, led);
    }

    private void everybodyIsAsked() {
        room.define("monthly", null, null, false);
    }

    @Test
    void each_lead_of_a_programme_is_asked_once_a_month_in_their_language_and_nobody_else() {
        everybodyIsAsked();
        node.at(MARCH_25.minusSeconds(60));
        assertThat(post.sent).isEmpty();
        node.at(MARCH_25);
        assertThat(post.addresses()).containsExactly("ann@city.example", "bo@city.example");
        var ann = post.sent.getFirst().letter();
        assertThat(ann.subject()).isEqualTo("Twee tikken: hoe leerden jullie in maart 2027?");
        assertThat(ann.plain())
                .contains("Welke leervorm was er in maart 2027 voor Team parks en Team roads?")
                .contains("https://pulse.city.example/teams/parks/learning?lang=nl\n")
                .contains("hoogstens één keer per maand")
                .doesNotContain("#", "/answer/");
        assertThat(ann.html()).contains("href=\"https://pulse.city.example/teams/parks/learning?lang=nl\"");
        var bo = post.sent.getLast().letter();
        assertThat(bo.language()).isEqualTo("en");
        assertThat(bo.plain()).contains("Which learning form took place in March 2027 for Team water?");
        post.take();

        room.pass(Duration.ofDays(4));
        node.round();
        assertThat(post.sent).isEmpty();
        assertThat(node.desk.overview().monthly())
                .containsExactly(new MailOverview.Monthly(YearMonth.of(2027, 3), 0, 2, 0, 0));

        node.at(APRIL_26);
        assertThat(post.take())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.letter().subject()).contains("pril 2027"));
        assertThat(node.monthly.all()).hasSize(2);
    }

    @Test
    void a_programme_that_is_quiet_ended_or_asks_others_asks_nothing() {
        room.define("monthly", null, new Mails(null, false), false);
        node.at(MARCH_25);
        room.define("monthly", null, null, true);
        node.round();
        assertThat(post.sent).isEmpty();
        room.define("monthly", List.of(ROADS), null, false);
        node.round();
        assertThat(post.addresses()).containsExactly("ann@city.example");
        assertThat(post.take().getFirst().letter().plain())
                .contains("Team roads?")
                .doesNotContain("Team parks");
        room.define("other", null, null, false);
        node.round();
        assertThat(post.addresses()).containsExactly("bo@city.example");
    }

    @Test
    void a_month_that_is_over_is_asked_nothing_about_and_forgotten() {
        everybodyIsAsked();
        post.down = true;
        node.at(MARCH_25);
        assertThat(node.desk.overview().mail()).isEqualTo("unreachable");
        post.down = false;
        node.at(Instant.parse("2027-04-01T09:00:00Z"));
        assertThat(post.sent).isEmpty();
        assertThat(node.monthly.all()).isEmpty();
    }

    @Test
    void nodes_that_tick_at_once_ask_each_lead_once() throws Exception {
        everybodyIsAsked();
        room.clock.set(MARCH_25);
        var posts = List.of(new HeldPost(), new HeldPost(), new HeldPost(), new HeldPost());
        List<Callable<Object>> rounds = new ArrayList<>();
        for (var each : posts) {
            var other = room.node(each);
            rounds.add(Executors.callable(() -> {
                other.round();
                other.round();
            }));
        }
        try (var pool = Executors.newFixedThreadPool(posts.size())) {
            for (var round : pool.invokeAll(rounds)) {
                round.get();
            }
        }
        assertThat(posts.stream().flatMap(one -> one.addresses().stream()))
                .containsExactlyInAnyOrder("ann@city.example", "bo@city.example");
    }

    @Test
    void what_cannot_go_now_is_tried_again_and_an_address_that_refuses_is_left_alone() throws SQLException {
        everybodyIsAsked();
        post.answers.put("ann@city.example", new Post.Answer.Later());
        post.answers.put("bo@city.example", new Post.Answer.Refused(Refusing.UNKNOWN));
        node.at(MARCH_25);
        node.round();
        assertThat(post.sent).isEmpty();
        assertThat(node.desk.overview().monthly())
                .containsExactly(new MailOverview.Monthly(YearMonth.of(2027, 3), 1, 0, 1, 0));
        post.answers.clear();
        room.pass(Duration.ofMinutes(1));
        node.round();
        assertThat(post.addresses()).containsExactly("ann@city.example");
        node.desk.retry();
        node.round();
        assertThat(post.addresses()).containsExactly("ann@city.example", "bo@city.example");
        employ(ANN);
        node.round();
        assertThat(node.monthly.all()).hasSize(1);
    }

    @Test
    void without_a_mail_server_nobody_is_asked() {
        everybodyIsAsked();
        room.node(null).at(MARCH_25);
        assertThat(node.monthly.all()).isEmpty();
    }
}
