package org.groeipuls.api.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.groeipuls.api.mail.Mailroom.DATES;
import static org.groeipuls.api.mail.Mailroom.EACH;
import static org.groeipuls.api.mail.Mailroom.MARCH;
import static org.groeipuls.api.mail.Mailroom.PARKS;
import static org.groeipuls.api.mail.Mailroom.ROADS;
import static org.groeipuls.api.mail.Mailroom.START;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.groeipuls.api.mail.Mailroom.Node;
import org.groeipuls.api.mail.Outbox.State;
import org.groeipuls.api.mail.Post.Answer;
import org.groeipuls.pulse.PulseDates;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.roster.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters from their writing to their sending, whichever database holds the outbox. */
abstract class LettersContract {
    private static final List<Instant> REMINDERS = Occasion.usual(DATES.opensAt(), DATES.closesAt());

    @TempDir
    private Path folder = Path.of("");

    private Mailroom room;
    private HeldPost post;
    private Node node;

    abstract DataSource emptyDatabase(Path folder);

    abstract String vendor();

    @BeforeEach
    void open_the_mailroom() throws SQLException {
        room = new Mailroom(emptyDatabase(folder), vendor(), folder.resolve("vault"));
        post = new HeldPost();
        node = room.node(post);
    }

    private List<String> sent() {
        return post.addresses().stream().sorted().toList();
    }

    private void blind() {
        room.issue(MARCH, TicketMode.BLIND, DATES);
    }

    private void mailedLinks() {
        room.issue(MARCH, TicketMode.LINK, DATES);
        node.desk.mailLinks(MARCH, Mailroom.subjects());
    }

    @Test
    void with_blind_tickets_everybody_gets_two_mails_two_reminders_and_the_results() {
        blind();
        node.at(START);
        assertThat(post.sent).isEmpty();

        node.at(DATES.ticketsFrom());
        assertThat(sent()).isEqualTo(Mailroom.addresses());
        assertThat(post.take())
                .allSatisfy(one -> assertThat(one.letter().plain())
                        .contains("https://pulse.city.example/inbox")
                        .doesNotContain("#", "/answer/"));

        room.state(MARCH, PulseState.OPEN);
        node.at(DATES.opensAt());
        assertThat(sent()).isEqualTo(Mailroom.addresses());
        assertThat(post.take())
                .allSatisfy(
                        one -> assertThat(one.letter().plain()).contains("https://pulse.city.example/answer/march/"));

        for (var reminder : REMINDERS) {
            node.at(reminder.minusSeconds(60));
            assertThat(post.sent).isEmpty();
            node.at(reminder);
            assertThat(sent()).isEqualTo(Mailroom.addresses());
            post.take();
        }

        room.state(MARCH, PulseState.CLOSED);
        node.at(DATES.closesAt());
        room.count(MARCH, LocalDate.of(2027, 3, 17));
        node.round();
        assertThat(post.sent).isEmpty();
        node.at(Instant.parse("2027-03-19T07:00:00Z"));
        assertThat(sent()).isEqualTo(Mailroom.addresses());
        node.round();
        assertThat(room.dump().values()).allMatch(List::isEmpty);
        assertThat(post.take()).hasSize(2 * EACH);
        node.at(Instant.parse("2027-03-29T07:00:00Z"));
        assertThat(post.sent).isEmpty();
    }

    @Test
    void when_tickets_can_be_fetched_at_the_opening_only_there_is_one_mail() {
        room.issue(MARCH, TicketMode.BLIND, new PulseDates(DATES.opensAt(), DATES.opensAt(), DATES.closesAt()));
        node.at(DATES.opensAt());
        assertThat(post.sent).hasSize(2 * EACH);
        assertThat(post.take().getFirst().letter().plain()).contains("/answer/", "/inbox");
        node.at(DATES.opensAt().plus(Duration.ofDays(1)));
        assertThat(post.sent).isEmpty();
    }

    @Test
    void everybody_gets_the_same_but_for_language_and_group_and_both_reminders_are_alike() {
        blind();
        node.at(DATES.ticketsFrom());
        node.at(DATES.opensAt());
        REMINDERS.forEach(node::at);
        var texts = new HashSet<Letter>();
        post.take().forEach(one -> texts.add(one.letter()));
        assertThat(texts).hasSize(3 * 2 * 2);
    }

    @Test
    void of_what_was_missed_only_the_last_is_sent() {
        blind();
        node.at(REMINDERS.getFirst());
        assertThat(post.take()).hasSize(2 * EACH);
        assertThat(node.outbox.kinds(MARCH)).containsExactly(LetterKind.REMINDER_1);
    }

    @Test
    void there_are_two_reminders_at_most_and_none_outside_the_pulse() {
        blind();
        node.desk.remind(MARCH, List.of());
        assertThat(node.desk.read(MARCH).occasions()).hasSize(2);
        var first = DATES.opensAt().plus(Duration.ofHours(5));
        var second = DATES.closesAt().minusSeconds(1);
        node.desk.remind(MARCH, List.of(first, second));
        assertThat(node.desk.read(MARCH).occasions())
                .extracting(Occasion::due)
                .containsExactly(DATES.ticketsFrom(), DATES.opensAt(), first, second);
        for (var wrong : List.of(
                List.of(second, first),
                List.of(DATES.opensAt()),
                List.of(DATES.closesAt()),
                List.of(first, first),
                List.of(first, first.plusSeconds(1), second))) {
            assertThatThrownBy(() -> node.desk.remind(MARCH, wrong)).isInstanceOf(MailRefusal.class);
        }
        room.clock.set(DATES.opensAt());
        assertThatThrownBy(() -> node.desk.remind(MARCH, null)).hasMessageContaining("until it opens");
    }

    @Test
    void times_of_a_programme_hold_unless_hr_says_otherwise_and_again_when_hr_takes_that_back() {
        blind();
        var ofTheProgramme = List.of(DATES.opensAt().plus(Duration.ofDays(1)));
        var ofHr = List.of(
                DATES.opensAt().plus(Duration.ofDays(2)), DATES.opensAt().plus(Duration.ofDays(3)));
        var plans = new MailPlans(room.jdbc);
        node.desk.remind(MARCH, ofHr);
        plans.suggest(MARCH, ofTheProgramme);
        assertThat(plans.reminders(MARCH)).isEqualTo(ofHr);
        node.desk.remind(MARCH, null);
        assertThat(plans.reminders(MARCH)).isEqualTo(ofTheProgramme);
        node.desk.remind(MARCH, List.of());
        assertThat(plans.reminders(MARCH)).isEmpty();
        plans.suggest(MARCH, ofTheProgramme);
        node.desk.remind(MARCH, null);
        assertThat(plans.reminders(MARCH)).isEqualTo(ofTheProgramme);

        var april = new PulseId("april");
        plans.suggest(april, List.of());
        assertThat(plans.reminders(april)).isEmpty();
        assertThat(plans.reminders(new PulseId("may"))).isNull();
    }

    @Test
    void an_extension_and_a_cancellation_are_told_to_everybody_once() {
        blind();
        node.at(DATES.ticketsFrom());
        post.take();
        room.extend(MARCH, DATES.closesAt().plus(Duration.ofDays(7)));
        node.round();
        node.round();
        assertThat(sent()).isEqualTo(Mailroom.addresses());
        post.take();

        room.cancel(MARCH, "The <list> was wrong & 'old'");
        node.round();
        node.round();
        assertThat(sent()).isEqualTo(Mailroom.addresses());
        assertThat(post.take()).allSatisfy(one -> {
            assertThat(one.letter().plain()).contains("The <list> was wrong & 'old'");
            assertThat(one.letter().html()).contains("The &lt;list&gt; was wrong &amp;");
        });
        node.round();
        assertThat(room.dump().values()).allMatch(List::isEmpty);
    }

    @Test
    void who_was_never_written_to_hears_of_no_cancellation() {
        blind();
        node.at(START);
        room.cancel(MARCH, "x");
        node.at(DATES.opensAt().minus(Duration.ofDays(2)));
        assertThat(post.sent).isEmpty();
    }

    @Test
    void with_links_everybody_gets_a_link_of_their_own_and_the_same_one_in_reminders() {
        mailedLinks();
        room.state(MARCH, PulseState.OPEN);
        node.at(DATES.opensAt());
        var first = links();
        assertThat(first).hasSize(2 * EACH);
        assertThat(new HashSet<>(first.values())).hasSize(2 * EACH);
        for (var reminder : REMINDERS) {
            node.at(reminder);
            assertThat(links()).isEqualTo(first);
        }
        assertThat(room.made.lots).hasSize(2);
    }

    /** Each address with the code in its letter. */
    private Map<String, String> links() {
        var links = new java.util.TreeMap<String, String>();
        for (var one : post.take()) {
            var code = Pattern.compile("https://pulse.city.example/answer/march/[a-z]+\\?lang=(?:nl|en)#(\\w+)")
                    .matcher(one.letter().plain());
            assertThat(code.find()).isTrue();
            assertThat(links.put(one.address(), code.group(1))).isNull();
        }
        return links;
    }

    @Test
    void no_row_holds_a_code_and_after_the_close_nobody_can_open_a_link() {
        mailedLinks();
        room.state(MARCH, PulseState.OPEN);
        node.at(DATES.opensAt());
        var codes = new HashSet<>(links().values());
        var dump = room.dump();
        assertThat(dump.get("mail_recipient"))
                .hasSize(2 * EACH)
                .allMatch(row -> row.toLowerCase(Locale.ROOT).contains("link="));
        for (var code : codes) {
            assertThat(dump.toString()).doesNotContain(code, hex(code));
        }
        var sealed = room.jdbc
                .sql("select link from mail_recipient where subject = 'roads-0'")
                .query(String.class)
                .single();
        assertThat(node.links.open(MARCH, "roads-0", sealed)).isPresent();
        assertThat(node.links.open(MARCH, "roads-1", sealed)).isEmpty();

        room.state(MARCH, PulseState.CLOSED);
        node.at(DATES.closesAt());
        assertThat(node.links.open(MARCH, "roads-0", sealed)).isEmpty();
        assertThat(room.vault.mailKeys().pulses()).isEmpty();
        assertThat(room.jdbc
                        .sql("select count(link) from mail_recipient")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String hex(String code) {
        return java.util.HexFormat.of().formatHex(code.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void links_go_by_mail_or_by_hand_and_never_both() {
        mailedLinks();
        room.clock.set(DATES.ticketsFrom());
        assertThatThrownBy(() -> node.linkDesk.handOut(MARCH, ROADS)).hasMessageContaining("go by mail");
        assertThatThrownBy(() -> node.desk.keepInHand(MARCH)).hasMessageContaining("go by mail");
        node.desk.mailLinks(MARCH, Mailroom.subjects());
        assertThat(room.made.lots).hasSize(2);

        var april = new PulseId("april");
        room.issue(april, TicketMode.LINK, DATES);
        assertThat(node.linkDesk.handOut(april, PARKS).answers()).hasSize(EACH + 2);
        assertThatThrownBy(() -> node.desk.mailLinks(april, Mailroom.subjects()))
                .hasMessageContaining("were given to HR");
        assertThat(node.linkDesk.handOut(april, ROADS).answers()).hasSize(EACH + 2);
    }

    @Test
    void no_more_people_get_a_link_than_may_answer() {
        room.issue(MARCH, TicketMode.LINK, DATES);
        var many = Mailroom.subjects();
        var crowd = new TreeSet<>(many.get(ROADS));
        crowd.addAll(List.of("a", "b", "c"));
        many.put(ROADS, crowd);
        assertThatThrownBy(() -> node.desk.mailLinks(MARCH, many)).hasMessageContaining("9 people");
        many.put(ROADS, new TreeSet<>());
        assertThatThrownBy(() -> node.desk.mailLinks(MARCH, many)).hasMessageContaining("0 people");
        assertThat(room.made.lots).isEmpty();
        assertThat(node.linkDesk).isNotNull();
    }

    @Test
    void without_a_mail_server_no_letter_is_made() {
        var off = room.node(null);
        blind();
        room.state(MARCH, PulseState.OPEN);
        off.at(DATES.opensAt());
        assertThat(room.dump().values()).allMatch(List::isEmpty);
        assertThat(off.desk.overview().mail()).isEqualTo("off");
        assertThat(off.desk.read(MARCH).occasions()).isEmpty();
        room.issue(new PulseId("april"), TicketMode.LINK, DATES);
        room.clock.set(START);
        assertThatThrownBy(() -> off.desk.mailLinks(new PulseId("april"), Mailroom.subjects()))
                .hasMessageContaining("No mail server");
    }

    @Test
    void a_server_that_was_down_gets_every_letter_once_when_it_is_up_again() {
        blind();
        post.down = true;
        node.at(DATES.ticketsFrom());
        node.round();
        assertThat(node.desk.overview().mail()).isEqualTo("unreachable");
        assertThat(node.outbox.tallies())
                .containsExactly(new Outbox.Tally(MARCH, LetterKind.ENTRY_CODE, State.WAITING, 2 * EACH));
        post.down = false;
        room.pass(Duration.ofMinutes(1));
        node.round();
        node.round();
        assertThat(sent()).isEqualTo(Mailroom.addresses());
        assertThat(node.desk.overview().mail()).isEqualTo("on");
    }

    @Test
    void a_node_that_dies_between_taking_a_letter_and_noting_it_sends_that_one_again_and_no_other() {
        blind();
        post.diesAfterTaking = true;
        node.at(DATES.ticketsFrom());
        assertThat(post.sent).hasSize(1);

        post.diesAfterTaking = false;
        var restarted = room.node(post);
        restarted.round();
        assertThat(sent()).isEqualTo(Mailroom.addresses());
        room.pass(Duration.ofMinutes(1));
        restarted.round();
        // whether the mail server had it is not known after a crash: better twice than never
        assertThat(post.sent).hasSize(2 * EACH + 1);
        assertThat(new HashSet<>(post.addresses())).hasSize(2 * EACH);
        room.pass(Duration.ofMinutes(5));
        restarted.round();
        assertThat(post.sent).hasSize(2 * EACH + 1);
    }

    @Test
    void nodes_that_tick_at_once_send_each_letter_once() throws Exception {
        mailedLinks();
        var posts = List.of(new HeldPost(), new HeldPost(), new HeldPost(), new HeldPost());
        room.state(MARCH, PulseState.OPEN);
        room.clock.set(DATES.opensAt());
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
        var all =
                posts.stream().flatMap(one -> one.addresses().stream()).sorted().toList();
        assertThat(all).isEqualTo(Mailroom.addresses());
    }

    @Test
    void a_letter_is_taken_by_one_node_only() {
        blind();
        post.down = true;
        node.at(DATES.ticketsFrom());
        long minute = DATES.ticketsFrom().getEpochSecond() / 60;
        var letter = node.outbox.due(minute, 1).getFirst();
        assertThat(node.outbox.claim(letter, minute + 1)).isTrue();
        assertThat(room.node(post).outbox.claim(letter, minute + 1)).isFalse();
        assertThat(node.outbox.due(minute, 100)).hasSize(2 * EACH - 1);
        assertThat(node.outbox.due(minute + 1, 100)).hasSize(2 * EACH);
    }

    @Test
    void an_address_that_refuses_is_left_alone_until_hr_says_so_or_it_changes() throws SQLException {
        blind();
        var wrong = Mailroom.person(ROADS, 0).address();
        post.answers.put(wrong, new Answer.Refused(Refusing.UNKNOWN));
        node.at(DATES.ticketsFrom());
        assertThat(sent()).hasSize(2 * EACH - 1).doesNotContain(wrong);
        assertThat(node.desk.overview().refusing())
                .containsExactly(new MailOverview.RefusingAddress("roads-0", wrong, Refusing.UNKNOWN));
        post.take();

        post.answers.clear();
        node.at(DATES.opensAt());
        assertThat(sent()).hasSize(2 * EACH - 1).doesNotContain(wrong);
        assertThat(node.desk.overview().letters())
                .contains(new MailOverview.Letters(MARCH, LetterKind.OPEN, 0, 2 * EACH - 1, 1, 0));
        post.take();

        node.desk.retry();
        node.round();
        assertThat(post.addresses()).containsExactly(wrong);
        assertThat(post.take().getFirst().letter().subject()).contains("nu antwoorden");
        assertThat(node.desk.overview().refusing()).isEmpty();
    }

    @Test
    void a_letter_that_cannot_go_now_is_tried_less_and_less_often_and_gives_up_when_the_next_is_due() {
        blind();
        var slow = Mailroom.person(ROADS, 0).address();
        post.answers.put(slow, new Answer.Later());
        node.at(DATES.ticketsFrom());
        for (int wait : List.of(1, 2, 4, 8)) {
            var next = room.jdbc
                    .sql("select next_try from mail_letter where subject = 'roads-0'")
                    .query(Long.class)
                    .single();
            assertThat(next).isEqualTo(room.clock.instant().getEpochSecond() / 60 + wait);
            room.pass(Duration.ofMinutes(wait));
            node.round();
        }
        assertThat(Silence.minutes(0, 360)).isEqualTo(1);
        assertThat(Silence.minutes(29, 360)).isEqualTo(360);
        post.answers.clear();
        post.take();
        node.at(DATES.opensAt());
        assertThat(sent()).isEqualTo(Mailroom.addresses());
        assertThat(node.desk.overview().letters())
                .contains(new MailOverview.Letters(MARCH, LetterKind.ENTRY_CODE, 0, 2 * EACH - 1, 0, 1));
    }

    @Test
    void whoever_is_erased_from_the_roster_is_erased_here() throws SQLException {
        mailedLinks();
        var left = new ArrayList<>(Mailroom.everybody());
        left.removeIf(person -> person.id().equals(new PersonId("roads-0")));
        room.employ(left);
        room.state(MARCH, PulseState.OPEN);
        node.at(DATES.opensAt());
        assertThat(room.dump().toString()).doesNotContain("roads-0");
        assertThat(post.addresses()).hasSize(2 * EACH - 1);
    }

    @Test
    void rows_stand_in_the_order_of_subjects_and_know_no_time_once_a_letter_is_out() {
        blind();
        node.at(DATES.ticketsFrom());
        var subjects = room.jdbc
                .sql("select subject from mail_letter")
                .query(String.class)
                .list();
        assertThat(subjects).isSorted();
        assertThat(room.dump().get("mail_letter"))
                .allMatch(row -> row.toLowerCase(Locale.ROOT).contains("attempts=0"))
                .allMatch(row -> row.toLowerCase(Locale.ROOT).contains("next_try=0"));
    }
}
