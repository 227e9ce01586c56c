package org.groeipuls.api.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.groeipuls.api.mail.Mailroom.DATES;
import static org.groeipuls.api.mail.Mailroom.EACH;
import static org.groeipuls.api.mail.Mailroom.MARCH;
import static org.groeipuls.api.mail.Mailroom.PARKS;
import static org.groeipuls.api.mail.Mailroom.ROADS;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.groeipuls.api.mail.Mailroom.Node;
import org.groeipuls.api.mail.Outbox.State;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.pulse.TicketMode;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.team.GroupId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Personal links from their making to their sealing, which lie in two databases, whichever holds the second. */
abstract class SealingContract {
    private static final int PULSES = 30;
    private static final int LOOKS = 60;
    private static final int MORE_THAN_IS_TRIED = 6;
    private static final Pattern CODE = Pattern.compile("#(\\w+)");

    @TempDir
    private Path folder = Path.of("");

    private Mailroom room;
    private HeldPost post;
    private Node node;
    private Node other;

    abstract DataSource emptyDatabase(Path folder);

    abstract String vendor();

    @BeforeEach
    void two_nodes_over_one_store() throws SQLException {
        room = new Mailroom(emptyDatabase(folder), vendor(), folder.resolve("vault"));
        post = new HeldPost();
        node = room.node(post);
        other = room.node(post);
    }

    /** HR said that links go by mail, and no box was there to make any. */
    private void decided() {
        room.issue(MARCH, TicketMode.LINK, DATES);
        room.made.boxes = false;
        assertThatThrownBy(() -> node.desk.mailLinks(MARCH, Mailroom.subjects()))
                .isInstanceOf(Refusal.class);
        room.made.boxes = true;
    }

    private void opened() {
        room.state(MARCH, PulseState.OPEN);
        room.clock.set(DATES.opensAt());
    }

    private void failsToSeal(Node one) {
        one.sealing.fail(MORE_THAN_IS_TRIED);
        one.round();
        assertThat(sealed()).isZero();
    }

    private int sealed() {
        return room.jdbc
                .sql("select count(link) from mail_recipient")
                .query(Integer.class)
                .single();
    }

    /** Everybody got one letter, with a link that holds. */
    private void everybodyHasTheirs() {
        assertThat(post.addresses()).containsExactlyInAnyOrderElementsOf(Mailroom.addresses());
        var codes = post.sent.stream().map(SealingContract::code).distinct().toList();
        assertThat(codes).hasSize(2 * EACH);
        assertThat(room.made.valid()).containsAll(codes);
        assertThat(node.desk.read(MARCH).lost()).isEmpty();
        assertThat(node.outbox.tallies())
                .containsExactly(new Outbox.Tally(MARCH, LetterKind.OPEN, State.SENT, 2 * EACH));
    }

    private static String code(HeldPost.Sent one) {
        var found = CODE.matcher(one.letter().plain());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private void nobodyHasAny(State state, GroupId... lost) {
        assertThat(post.sent).isEmpty();
        assertThat(node.desk.read(MARCH).lost()).containsExactly(lost);
        assertThat(node.outbox.tallies()).containsExactly(new Outbox.Tally(MARCH, LetterKind.OPEN, state, 2 * EACH));
    }

    @Test
    void nodes_that_decide_and_seal_at_the_same_moment_leave_nobody_without_a_link() throws Exception {
        for (int i = 0; i < PULSES; i++) {
            var pulse = new PulseId("p" + i);
            room.issue(pulse, TicketMode.LINK, DATES);
            var together = new CyclicBarrier(3);
            List<Callable<Integer>> all = List.of(
                    () -> {
                        together.await();
                        node.desk.mailLinks(pulse, Mailroom.subjects());
                        return 1;
                    },
                    () -> {
                        together.await();
                        other.desk.mailLinks(pulse, Mailroom.subjects());
                        return 1;
                    },
                    () -> {
                        together.await();
                        for (int look = 0; look < LOOKS; look++) {
                            other.links.seal(pulse);
                        }
                        return 1;
                    });
            try (var pool = Executors.newFixedThreadPool(all.size())) {
                for (var done : new ArrayList<>(pool.invokeAll(all))) {
                    done.get();
                }
            }
            assertThat(sealed()).as(pulse.value()).isEqualTo((i + 1) * 2 * EACH);
        }
        assertThat(room.made.lots).hasSize(2 * PULSES);
    }

    @Test
    void a_database_that_says_no_for_a_moment_costs_nobody_their_link() {
        decided();
        opened();
        node.sealing.fail(1);
        node.round();
        everybodyHasTheirs();
        assertThat(room.made.lots).hasSize(2);
    }

    @Test
    void a_link_that_could_not_be_sealed_is_sealed_the_next_time_and_its_letter_waits() {
        decided();
        opened();
        failsToSeal(node);
        nobodyHasAny(State.WAITING);
        node.round();
        everybodyHasTheirs();
    }

    @Test
    void what_another_node_takes_for_lost_is_sealed_by_the_one_that_has_it() {
        decided();
        opened();
        failsToSeal(node);
        other.round();
        nobodyHasAny(State.FAILED, PARKS, ROADS);
        node.round();
        everybodyHasTheirs();
    }

    @Test
    void codes_that_another_node_replaced_are_never_mailed() {
        decided();
        failsToSeal(node);
        failsToSeal(other);
        opened();
        node.round();
        nobodyHasAny(State.FAILED, PARKS, ROADS);
        other.round();
        everybodyHasTheirs();
    }

    @Test
    void a_node_that_dies_before_the_opening_leaves_links_that_another_makes_anew() {
        decided();
        failsToSeal(node);
        other.round();
        opened();
        other.round();
        everybodyHasTheirs();
    }

    @Test
    void a_node_that_dies_after_the_opening_leaves_groups_that_hr_is_told_of() {
        decided();
        opened();
        failsToSeal(node);
        room.node(post).round();
        nobodyHasAny(State.FAILED, PARKS, ROADS);
        room.state(MARCH, PulseState.CLOSED);
        other.at(DATES.closesAt());
        node.round();
        assertThat(node.links.pulses()).isEmpty();
    }

    @Test
    void a_group_that_fails_holds_up_no_other() {
        decided();
        opened();
        node.sealing.fail(MORE_THAN_IS_TRIED / 2);
        node.round();
        assertThat(post.addresses()).hasSize(EACH).allMatch(address -> address.startsWith("roads"));
        node.round();
        everybodyHasTheirs();
    }

    @Test
    void who_asks_for_links_before_the_boxes_are_there_has_them_made() {
        room.clockwork = () -> {
            room.made.boxes = true;
            throw new IllegalStateException("Another pulse failed");
        };
        room.made.boxes = false;
        room.issue(MARCH, TicketMode.LINK, DATES);
        node.desk.mailLinks(MARCH, Mailroom.subjects());
        assertThat(sealed()).isEqualTo(2 * EACH);

        var april = new PulseId("april");
        room.made.boxes = false;
        room.issue(april, TicketMode.LINK, DATES);
        room.clock.set(DATES.ticketsFrom());
        assertThat(node.linkDesk.handOut(april, ROADS).answers()).hasSize(EACH + 2);
        room.made.boxes = false;
        room.clockwork = () -> {};
        assertThatThrownBy(() -> node.linkDesk.handOut(april, PARKS)).isInstanceOf(Refusal.class);
    }
}
