package org.groeipuls.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.groeipuls.tree.HistoryCheck.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HistoryCheckTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final TreeKey KEY = TreeKey.of(TreeKey.generate(new SecureRandom()));

    private static RecordedEvent event(int number) {
        return new RecordedEvent(
                number + number / 7,
                number % 3 == 0 ? "BlockReleased" : "PulseOpened",
                "1",
                "pulse:p" + number % 11,
                number / 11,
                "2026-11-%02dT00:00:00.000Z".formatted(1 + number % 28),
                "{\"pulse\":\"p%d\",\"n\":%d}".formatted(number % 11, number));
    }

    private static List<RecordedEvent> history(int events) {
        List<RecordedEvent> history = new ArrayList<>();
        for (int number = 1; number <= events; number++) {
            history.add(event(number));
        }
        return history;
    }

    private static SignedHead head(List<RecordedEvent> history, int size) {
        var tree = new Frontier();
        history.subList(0, size).forEach(event -> tree.append(event.leaf(KEY.salt(event.position())), (l, i, h) -> {}));
        return KEY.sign(size, tree.root(), DAY);
    }

    private static List<Fault> check(List<RecordedEvent> history, List<SignedHead> heads) {
        var check = new HistoryCheck(heads, KEY.publicKey());
        history.forEach(event -> check.next(event, KEY.salt(event.position())));
        return check.end();
    }

    @Test
    void history_that_was_only_added_to_is_what_was_signed() {
        var history = history(200);

        assertThat(check(history, List.of(head(history, 200), head(history, 0), head(history, 77))))
                .isEmpty();
        assertThat(check(history(230), List.of(head(history, 200)))).isEmpty();
    }

    @Test
    void a_thousand_changes_by_chance_are_all_found() {
        long seed = Long.getLong("seed", 26);
        System.out.println("changes of history, seed " + seed);
        var chance = new Random(seed);
        var history = history(120);
        var heads = List.of(head(history, 40), head(history, 120));
        Set<List<RecordedEvent>> seen = new HashSet<>();

        for (int round = 0; round < 1000; round++) {
            var changed = changed(history, chance);
            seen.add(changed);
            assertThat(check(changed, heads))
                    .as("round %d of seed %d", round, seed)
                    .isNotEmpty();
        }
        assertThat(seen).as("changes that differ").hasSizeGreaterThan(500);
    }

    private static List<RecordedEvent> changed(List<RecordedEvent> history, Random chance) {
        List<RecordedEvent> changed = new ArrayList<>(history);
        int at = chance.nextInt(changed.size());
        var event = changed.get(at);
        switch (chance.nextInt(6)) {
            case 0 -> changed.remove(at);
            case 1 -> Collections.swap(changed, at, (at + 1 + chance.nextInt(changed.size() - 1)) % changed.size());
            case 2 -> changed.subList(at, changed.size()).clear();
            case 3 -> changed.add(at, event);
            case 4 -> {
                // contents change places, positions stay
                int other = (at + 1) % changed.size();
                var neighbour = changed.get(other);
                changed.set(at, with(event, neighbour.data()));
                changed.set(other, with(neighbour, event.data()));
            }
            default -> changed.set(at, edited(event, chance));
        }
        return changed;
    }

    private static RecordedEvent with(RecordedEvent event, String data) {
        return new RecordedEvent(
                event.position(),
                event.type(),
                event.revision(),
                event.aggregate(),
                event.sequence(),
                event.time(),
                data);
    }

    private static RecordedEvent edited(RecordedEvent event, Random chance) {
        var data = new StringBuilder(event.data());
        int at = chance.nextInt(data.length());
        data.setCharAt(at, (char) (data.charAt(at) ^ 1));
        return switch (chance.nextInt(6)) {
            case 0 ->
                new RecordedEvent(
                        event.position(),
                        event.type() + "s",
                        "1",
                        event.aggregate(),
                        event.sequence(),
                        event.time(),
                        "{}");
            case 1 ->
                new RecordedEvent(
                        event.position(),
                        event.type(),
                        "2",
                        event.aggregate(),
                        event.sequence(),
                        event.time(),
                        event.data());
            case 2 ->
                new RecordedEvent(
                        event.position(),
                        event.type(),
                        "1",
                        event.aggregate(),
                        event.sequence() + 1,
                        event.time(),
                        event.data());
            case 3 ->
                new RecordedEvent(
                        event.position(),
                        event.type(),
                        "1",
                        event.aggregate(),
                        event.sequence(),
                        event.time().replace("-11-", "-12-"),
                        event.data());
            default -> with(event, data.toString());
        };
    }

    @Test
    void text_that_moves_from_one_field_to_the_next_makes_another_event() {
        var event = event(1);
        var moved = new RecordedEvent(
                event.position(),
                event.type() + event.revision(),
                "",
                event.aggregate(),
                event.sequence(),
                event.time(),
                event.data());

        assertThat(moved.canonical()).isNotEqualTo(event.canonical());
    }

    @Test
    void a_leaf_cannot_be_guessed_without_its_salt() {
        var event = event(5);

        assertThat(event.leaf(KEY.salt(event.position()))).isNotEqualTo(event.leaf(KEY.salt(event.position() + 1)));
        assertThat(event.leaf(KEY.salt(event.position()))).isNotEqualTo(event.leaf(new byte[0]));
        assertThat(event.leaf(KEY.salt(event.position()))).isNotEqualTo(TreeHash.ofLeaf(event.canonical()));
    }

    @Test
    void a_head_that_was_altered_or_that_another_signed_is_not_believed() {
        var history = history(30);
        var head = head(history, 30);
        var other = TreeKey.of(TreeKey.generate(new SecureRandom()));
        var later = new SignedHead(head.size(), head.root(), DAY.plusDays(1), head.key(), head.signature());
        var smaller = new SignedHead(29, head.root(), DAY, head.key(), head.signature());
        var nonsense = new SignedHead(30, head.root(), DAY, head.key(), "no signature");

        assertThat(head.signedBy(KEY.publicKey())).isTrue();
        assertThat(head.signedBy(other.publicKey())).isFalse();
        for (var forged : List.of(later, smaller, nonsense, other.sign(30, TreeHash.parse(head.root()), DAY))) {
            assertThat(forged.signedBy(KEY.publicKey())).isFalse();
            assertThat(check(history, List.of(forged)))
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.what()).contains("not signed by the key"));
        }
    }

    @Test
    void a_key_is_the_same_when_it_is_read_again() {
        byte[] encoded = TreeKey.generate(new SecureRandom());
        var one = TreeKey.of(encoded);
        var again = TreeKey.of(encoded);

        assertThat(again.salt(7)).isEqualTo(one.salt(7));
        assertThat(again.mark()).isEqualTo(one.mark()).isNotEqualTo(KEY.mark());
        assertThat(again.sign(1, TreeHash.ofNothing(), DAY)).isEqualTo(one.sign(1, TreeHash.ofNothing(), DAY));
        assertThat(HeadKey.parse(one.publicKey().text()).fingerprint())
                .isEqualTo(one.publicKey().fingerprint());
        assertThatThrownBy(() -> TreeKey.of(Arrays.copyOf(encoded, encoded.length - 9)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HeadKey.of(new byte[44])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_hundred_thousand_events_are_checked_in_seconds() {
        verified(100_000, 6);
    }

    @Test
    @Tag("full")
    void a_million_events_are_checked_within_a_minute() {
        verified(1_000_000, 60);
    }

    private static void verified(int events, int seconds) {
        var salt = KEY.salt(1);
        long from = System.nanoTime();
        var check = new HistoryCheck(List.of(), KEY.publicKey());
        for (int number = 1; number <= events; number++) {
            check.next(event(number), salt);
        }
        assertThat(check.end()).isEmpty();
        double took = (System.nanoTime() - from) / 1e9;
        System.out.printf("checked %,d events in %.1f s%n", events, took);
        assertThat(took).isLessThan(seconds);
    }
}
