package org.groeipuls.api.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.ballot.Acknowledgement;
import org.groeipuls.ballot.Acknowledgement.Outcome;
import org.groeipuls.ballot.BallotCommand.FindForm;
import org.groeipuls.ballot.BallotCommand.IssueLinks;
import org.groeipuls.ballot.BallotCommand.RecordAnswers;
import org.groeipuls.ballot.BallotCommand.ReviseAnswers;
import org.groeipuls.ballot.BallotCommand.WithdrawAnswers;
import org.groeipuls.ballot.BallotDesk;
import org.groeipuls.ballot.BallotRefusal;
import org.groeipuls.ballot.BallotRefusal.AnswerNotAllowed;
import org.groeipuls.ballot.BallotRefusal.GroupUnknown;
import org.groeipuls.ballot.BallotRefusal.LinksAlreadyIssued;
import org.groeipuls.ballot.BallotRefusal.PulseClosed;
import org.groeipuls.ballot.BallotRefusal.PulseNotOpen;
import org.groeipuls.ballot.BallotRefusal.SequenceNotAllowed;
import org.groeipuls.ballot.BallotRefusal.SequenceTooLow;
import org.groeipuls.ballot.BallotRefusal.TicketUnknown;
import org.groeipuls.ballot.BoxDatabase;
import org.groeipuls.ballot.BoxDatabases;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.BoxTerms.GroupTerms;
import org.groeipuls.ballot.DatabaseBoxes;
import org.groeipuls.ballot.OpenedBox;
import org.groeipuls.ballot.OpenedBox.CountedSheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of boxes must do; run by each of them. */
abstract class BallotBoxContract {
    private static final String BEFORE = "2026-03-01T08:00:00Z";
    private static final String OPENS = "2026-03-02T08:00:00Z";
    private static final String OPEN = "2026-03-03T08:00:00Z";
    private static final String CLOSES = "2026-03-16T08:00:00Z";
    private static final String NONCE = "00112233445566778899aabbccddeeff";
    private static final Map<String, GroupTerms> GROUPS = Map.of(
            "team:red", new GroupTerms(List.of("ps1", "ps2", "ps3"), 8),
            "team:blue", new GroupTerms(List.of("ps1", "learning-behaviour-1"), 200));

    @TempDir
    Path temp;

    private final SetClock clock = new SetClock(BEFORE);
    private BoxDatabases databases = new NoDatabases();
    private DatabaseBoxes boxes = new DatabaseBoxes(databases, pulse -> {
        throw new IllegalStateException();
    });
    private BallotDesk desk = new BallotDesk(boxes, clock, new SecureRandom());
    private @Nullable FileVault vault;

    /** The store under test, empty, as one node sees it. */
    abstract BoxDatabases node();

    /** SQL that gives the marks of ballots in the order in which the store wrote them. */
    abstract String arrivalOrder(String ballotTable);

    /** Whether anything of this pulse is left in the store. */
    abstract boolean remains(String pulse) throws Exception;

    @BeforeEach
    void a_prepared_pulse() {
        vault = FileVault.at(temp.resolve("vault"));
        databases = node();
        boxes = new DatabaseBoxes(databases, vault::boxSecret);
        desk = new BallotDesk(boxes, clock, new SecureRandom());
        boxes.prepare(terms("pulse:1"));
    }

    private FileVault vault() {
        return requireNonNull(vault);
    }

    private BoxTerms terms(String pulse) {
        return new BoxTerms(
                pulse, Instant.parse(OPENS), Instant.parse(CLOSES), GROUPS, vault().establish(pulse), false);
    }

    private List<String> codes(String group) {
        return desk.handle(new IssueLinks("pulse:1", group)).codes();
    }

    private String openedWithCode() {
        String code = codes("team:red").getFirst();
        clock.set(OPEN);
        return code;
    }

    private Acknowledgement record(String code, long sequence, Map<String, @Nullable Integer> answers) {
        return desk.handle(new RecordAnswers("pulse:1", code, sequence, null, answers));
    }

    private OpenedBox closedAndOpened() {
        boxes.close("pulse:1");
        return boxes.open("pulse:1", vault().boxKey("pulse:1"));
    }

    private List<Map<String, Integer>> counted() {
        OpenedBox opened = closedAndOpened();
        assertThat(opened.rejected()).isZero();
        return opened.sheets().stream().map(CountedSheet::answers).toList();
    }

    @Test
    void a_recorded_answer_is_counted_under_its_receipt() throws Exception {
        String code = openedWithCode();

        Acknowledgement told = desk.handle(new RecordAnswers("pulse:1", code, 1, NONCE, Map.of("ps1", 4, "ps2", 2)));

        assertThat(told).isEqualTo(new Acknowledgement(Outcome.RECORDED, NONCE));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(NONCE.getBytes(US_ASCII));
        assertThat(closedAndOpened())
                .isEqualTo(new OpenedBox(
                        List.of(new CountedSheet(
                                "team:red",
                                Map.of("ps1", 4, "ps2", 2),
                                HexFormat.of().formatHex(hash))),
                        0));
    }

    @Test
    void who_gives_no_nonce_is_given_one_and_rather_not_say_is_no_answer() {
        String code = openedWithCode();
        Map<String, @Nullable Integer> answers = new HashMap<>(Map.of("ps1", 5));
        answers.put("ps3", null);

        Acknowledgement told = record(code, 1, answers);

        assertThat(told.receipt()).matches("[0-9a-f]{32}");
        assertThat(counted()).containsExactly(Map.of("ps1", 5));
    }

    @Test
    void the_same_sequence_number_again_changes_nothing() {
        String code = openedWithCode();
        record(code, 1, Map.of("ps1", 1));

        assertThat(record(code, 1, Map.of("ps1", 5))).isEqualTo(new Acknowledgement(Outcome.UNCHANGED, null));
        assertThat(desk.handle(new RecordAnswers("pulse:1", code, 1, NONCE, Map.of("ps1", 1))))
                .isEqualTo(new Acknowledgement(Outcome.UNCHANGED, NONCE));
        assertThat(counted()).containsExactly(Map.of("ps1", 1));
    }

    @Test
    void a_higher_sequence_number_replaces_and_a_lower_one_is_refused() {
        String code = openedWithCode();
        record(code, 1, Map.of("ps1", 1));

        assertThat(desk.handle(new ReviseAnswers("pulse:1", code, 5, NONCE, Map.of("ps2", 2)))
                        .outcome())
                .isEqualTo(Outcome.REPLACED);
        assertThatThrownBy(() -> record(code, 4, Map.of("ps1", 3))).isInstanceOf(SequenceTooLow.class);
        assertThat(counted()).containsExactly(Map.of("ps2", 2));
    }

    @Test
    void a_revision_whose_first_version_never_arrived_is_recorded() {
        String code = openedWithCode();

        assertThat(desk.handle(new ReviseAnswers("pulse:1", code, 2, NONCE, Map.of("ps2", 2)))
                        .outcome())
                .isEqualTo(Outcome.RECORDED);
    }

    @Test
    void withdrawn_answers_are_not_counted_and_a_late_copy_does_not_bring_them_back() {
        String code = openedWithCode();
        record(code, 1, Map.of("ps1", 1));

        assertThat(desk.handle(new WithdrawAnswers("pulse:1", code, 2)))
                .isEqualTo(new Acknowledgement(Outcome.WITHDRAWN, null));
        assertThatThrownBy(() -> record(code, 1, Map.of("ps1", 1))).isInstanceOf(SequenceTooLow.class);
        assertThat(desk.handle(new WithdrawAnswers("pulse:1", code, 2)).outcome())
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(counted()).isEmpty();
    }

    @Test
    void who_withdrew_may_answer_again_and_a_withdrawal_may_overtake_the_answers() {
        List<String> codes = codes("team:red");
        clock.set(OPEN);
        assertThat(desk.handle(new WithdrawAnswers("pulse:1", codes.get(0), 2)).outcome())
                .isEqualTo(Outcome.WITHDRAWN);
        assertThatThrownBy(() -> record(codes.get(0), 1, Map.of("ps1", 1))).isInstanceOf(SequenceTooLow.class);
        desk.handle(new WithdrawAnswers("pulse:1", codes.get(1), 1));
        assertThat(record(codes.get(1), 2, Map.of("ps3", 3)).outcome()).isEqualTo(Outcome.REPLACED);

        assertThat(counted()).containsExactly(Map.of("ps3", 3));
    }

    @Test
    void an_unknown_pulse_and_an_unknown_code_are_refused_in_the_same_words() {
        String code = openedWithCode();
        List<Callable<Object>> unknown = List.of(
                () -> desk.handle(new RecordAnswers("pulse:9", code, 1, null, Map.of())),
                () -> record("a".repeat(26), 1, Map.of()),
                () -> record("no code at all", 1, Map.of()),
                () -> record(code.toUpperCase(java.util.Locale.ROOT), 1, Map.of()),
                () -> desk.handle(new WithdrawAnswers("pulse:9", code, 1)),
                () -> desk.handle(new FindForm("pulse:1", "b".repeat(26))),
                () -> desk.handle(new FindForm("pulse:9", code)));

        List<String> words = new ArrayList<>();
        for (Callable<Object> call : unknown) {
            assertThatThrownBy(call::call)
                    .isInstanceOfSatisfying(
                            TicketUnknown.class, no -> words.add(no.kind() + " " + no.code() + " " + no.getMessage()));
        }
        assertThat(words).hasSize(unknown.size()).containsOnly(words.getFirst());
        assertThat(counted()).isEmpty();
    }

    @Test
    void a_code_leads_to_the_group_of_its_form() {
        assertThat(desk.handle(new FindForm("pulse:1", codes("team:blue").getLast())))
                .isEqualTo("team:blue");
    }

    @Test
    void a_pulse_takes_ballots_from_its_first_instant_to_the_one_before_its_last() {
        String code = codes("team:red").getFirst();
        clock.set("2026-03-02T07:59:59.999Z");
        assertThatThrownBy(() -> record(code, 1, Map.of())).isInstanceOf(PulseNotOpen.class);
        clock.set(OPENS);
        assertThat(record(code, 1, Map.of()).outcome()).isEqualTo(Outcome.RECORDED);
        clock.set("2026-03-16T07:59:59.999Z");
        assertThat(record(code, 2, Map.of()).outcome()).isEqualTo(Outcome.REPLACED);
        clock.set(CLOSES);
        assertThatThrownBy(() -> record(code, 3, Map.of())).isInstanceOf(PulseClosed.class);
        assertThatThrownBy(() -> desk.handle(new WithdrawAnswers("pulse:1", code, 3)))
                .isInstanceOf(PulseClosed.class);
    }

    @Test
    void an_extended_pulse_takes_ballots_longer_and_is_never_cut_short() {
        String code = openedWithCode();
        assertThatThrownBy(() -> boxes.extend("pulse:1", Instant.parse(OPEN)))
                .isInstanceOf(IllegalArgumentException.class);

        boxes.extend("pulse:1", Instant.parse("2026-03-20T08:00:00Z"));

        clock.set(CLOSES);
        assertThat(record(code, 1, Map.of()).outcome()).isEqualTo(Outcome.RECORDED);
        boxes.prepare(terms("pulse:1"));
        assertThat(record(code, 2, Map.of()).outcome()).isEqualTo(Outcome.REPLACED);
        boxes.close("pulse:1");
        assertThatThrownBy(() -> boxes.extend("pulse:1", Instant.parse("2026-03-21T08:00:00Z")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_closed_pulse_takes_no_ballot_and_issues_no_link_on_any_node() {
        String code = openedWithCode();
        DatabaseBoxes otherNode = new DatabaseBoxes(node(), vault()::boxSecret);
        BallotDesk otherDesk = new BallotDesk(otherNode, clock, new SecureRandom());
        assertThat(otherDesk
                        .handle(new RecordAnswers("pulse:1", code, 1, null, Map.of("ps1", 1)))
                        .outcome())
                .isEqualTo(Outcome.RECORDED);

        boxes.close("pulse:1");
        boxes.close("pulse:1");

        assertThatThrownBy(() -> record(code, 2, Map.of())).isInstanceOf(PulseClosed.class);
        assertThatThrownBy(() -> otherDesk.handle(new RecordAnswers("pulse:1", code, 2, null, Map.of())))
                .isInstanceOf(PulseClosed.class);
        assertThatThrownBy(() -> codes("team:blue")).isInstanceOf(PulseClosed.class);
        assertThat(counted()).containsExactly(Map.of("ps1", 1));
    }

    @Test
    void an_answer_that_the_form_does_not_ask_is_refused_and_nothing_is_written() {
        String code = openedWithCode();

        assertThatThrownBy(() -> record(code, 1, Map.of("learning-behaviour-1", 3)))
                .isInstanceOf(AnswerNotAllowed.class)
                .hasMessageContaining("learning-behaviour-1");
        assertThatThrownBy(() -> record(code, 1, Map.of("ps1", 6)))
                .isInstanceOf(AnswerNotAllowed.class)
                .hasMessageNotContaining("6");
        assertThatThrownBy(() -> record(code, 0, Map.of())).isInstanceOf(SequenceNotAllowed.class);
        assertThatThrownBy(() -> record(code, 1L << 53, Map.of())).isInstanceOf(SequenceNotAllowed.class);
        assertThat(counted()).isEmpty();
    }

    @Test
    void a_group_is_given_as_many_codes_as_it_has_people_and_they_are_stored_nowhere() throws Exception {
        List<String> codes = codes("team:blue");

        assertThat(codes).hasSize(200).doesNotHaveDuplicates();
        for (Map<String, Object> row : rows("code")) {
            assertThat(row.keySet()).containsExactlyInAnyOrder("hash", "group_id", "lot");
            assertThat(row.get("lot")).isEqualTo(row.get("group_id"));
            assertThat((byte[]) requireNonNull(row.get("hash"))).hasSize(32);
        }
    }

    @Test
    void links_issued_again_before_the_pulse_opens_replace_the_first_ones() {
        List<String> lost = codes("team:red");
        List<String> others = codes("team:blue");
        List<String> codes = codes("team:red");
        clock.set(OPEN);

        assertThat(codes).hasSize(8).doesNotContainAnyElementsOf(lost);
        assertThatThrownBy(() -> record(lost.getFirst(), 1, Map.of())).isInstanceOf(TicketUnknown.class);
        assertThat(record(codes.getFirst(), 1, Map.of()).outcome()).isEqualTo(Outcome.RECORDED);
        assertThat(record(others.getFirst(), 1, Map.of()).outcome()).isEqualTo(Outcome.RECORDED);
    }

    @Test
    void links_are_not_replaced_once_the_pulse_has_opened_or_a_ballot_lies_in_the_box() {
        String code = openedWithCode();
        assertThatThrownBy(() -> codes("team:red")).isInstanceOf(LinksAlreadyIssued.class);
        record(code, 1, Map.of("ps1", 3));
        clock.set(BEFORE); // a node whose clock is behind

        assertThatThrownBy(() -> codes("team:red")).isInstanceOf(LinksAlreadyIssued.class);
        assertThat(counted()).containsExactly(Map.of("ps1", 3));
    }

    @Test
    void links_are_issued_for_known_groups_only() {
        assertThatThrownBy(() -> codes("team:green")).isInstanceOf(GroupUnknown.class);
        assertThatThrownBy(() -> desk.handle(new IssueLinks("pulse:9", "team:red")))
                .isInstanceOf(GroupUnknown.class);
    }

    @Test
    void sixty_four_tries_at_once_with_one_code_are_one_ballot() throws Exception {
        String code = openedWithCode();
        List<Callable<Outcome>> tries = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            int answer = 1 + i % 5;
            tries.add(() -> record(code, 1, Map.of("ps1", answer)).outcome());
        }

        List<Outcome> outcomes = together(tries);

        assertThat(outcomes).containsOnly(Outcome.RECORDED, Outcome.UNCHANGED);
        assertThat(outcomes).containsOnlyOnce(Outcome.RECORDED);
        assertThat(counted()).hasSize(1);
    }

    @Test
    void of_many_versions_sent_at_once_the_highest_stands() throws Exception {
        String code = openedWithCode();
        List<Callable<Outcome>> tries = new ArrayList<>();
        for (int i = 1; i <= 64; i++) {
            int sequence = i;
            tries.add(() -> {
                try {
                    return record(code, sequence, Map.of("ps1", sequence == 64 ? 5 : 1))
                            .outcome();
                } catch (SequenceTooLow overtaken) {
                    return Outcome.UNCHANGED;
                }
            });
        }

        assertThat(together(tries)).containsOnlyOnce(Outcome.RECORDED);
        assertThat(counted()).containsExactly(Map.of("ps1", 5));
    }

    @Test
    void sixteen_tries_on_each_of_twenty_codes_are_twenty_ballots() throws Exception {
        List<String> codes = codes("team:blue").subList(0, 20);
        clock.set(OPEN);
        List<Callable<Outcome>> tries = new ArrayList<>();
        for (int i = 0; i < 320; i++) {
            String code = codes.get(i % 20);
            tries.add(() -> record(code, 1, Map.of("ps1", 3)).outcome());
        }

        assertThat(Collections.frequency(together(tries), Outcome.RECORDED)).isEqualTo(20);
        assertThat(counted()).hasSize(20);
    }

    @Test
    void closing_waits_for_a_ballot_under_way() throws Exception {
        openedWithCode();
        BoxDatabase database = databases.find("pulse:1").orElseThrow();
        try (Connection ballot = database.connect();
                var threads = Executors.newSingleThreadExecutor()) {
            ballot.setAutoCommit(false);
            try (PreparedStatement gate = ballot.prepareStatement(
                    "SELECT closed FROM " + database.table("gate") + " WHERE slot = 17 FOR UPDATE")) {
                gate.executeQuery().close();
            }
            Future<?> closing = threads.submit(() -> boxes.close("pulse:1"));
            assertThatThrownBy(() -> closing.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            ballot.commit();
            ballot.setAutoCommit(true);
            closing.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void what_was_acknowledged_while_the_box_closed_is_exactly_what_is_counted() throws Exception {
        List<String> codes = codes("team:blue");
        clock.set(OPEN);
        Map<String, Boolean> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch underWay = new CountDownLatch(40);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            String nonce = "%032x".formatted(i);
            work.add(() -> {
                try {
                    desk.handle(new RecordAnswers("pulse:1", code, 1, nonce, Map.of("ps1", 3)));
                    return acknowledged.put(hash(nonce), true) == null;
                } catch (PulseClosed tooLate) {
                    return refused.incrementAndGet() > 0;
                } finally {
                    underWay.countDown();
                }
            });
        }
        try (var threads = Executors.newFixedThreadPool(16)) {
            work.forEach(threads::submit);
            underWay.await();
            boxes.close("pulse:1");
        }

        assertThat(acknowledged.size() + refused.get()).isEqualTo(200);
        assertThat(closedAndOpened().sheets().stream().map(CountedSheet::nonceHash))
                .containsExactlyInAnyOrderElementsOf(acknowledged.keySet());
    }

    @Test
    void a_box_opened_twice_gives_the_same_sheets_in_the_same_order() {
        List<String> codes = codes("team:blue");
        clock.set(OPEN);
        codes.subList(0, 30).forEach(code -> record(code, 1, Map.of("ps1", 2)));

        OpenedBox first = closedAndOpened();

        assertThat(first.sheets()).hasSize(30);
        assertThat(new DatabaseBoxes(node(), vault()::boxSecret).open("pulse:1", vault().boxKey("pulse:1")))
                .isEqualTo(first);
    }

    /**
     * Rank correlation over 200 ballots has a standard deviation of 0.071 by chance; the bound is five of them. The
     * box itself is the positive control: there the order of arrival is found.
     */
    @Test
    void the_opened_box_has_forgotten_the_order_of_arrival() throws Exception {
        List<String> codes = codes("team:blue");
        clock.set(OPEN);
        List<String> arrival = new ArrayList<>();
        List<byte[]> marks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String nonce = "%032x".formatted(i);
            desk.handle(new RecordAnswers("pulse:1", codes.get(i), 1, nonce, Map.of("ps1", 3)));
            arrival.add(hash(nonce));
            byte[] nullifier = new org.groeipuls.anonymity.LinkTicket(codes.get(i)).nullifier("pulse:1");
            marks.add(vault().boxSecret("pulse:1").mark(nullifier));
        }
        List<String> sent = marks.stream().map(HexFormat.of()::formatHex).toList();
        assertThat(rankCorrelation(sent, storedOrder())).as("positive control").isGreaterThan(0.9);

        List<String> opened =
                closedAndOpened().sheets().stream().map(CountedSheet::nonceHash).toList();

        assertThat(Math.abs(rankCorrelation(arrival, opened))).isLessThan(0.36);
    }

    @Test
    void a_row_holds_mark_sequence_and_ciphertext_and_all_ciphertexts_have_one_size() throws Exception {
        List<String> red = codes("team:red");
        List<String> blue = codes("team:blue");
        clock.set(OPEN);
        record(red.get(0), 1, Map.of("ps1", 1, "ps2", 2, "ps3", 3));
        record(red.get(1), 1, Map.of());
        desk.handle(new RecordAnswers("pulse:1", blue.get(0), 7, "a".repeat(128), Map.of("ps1", 1)));
        record(blue.get(1), 1, Map.of("learning-behaviour-1", 5));
        desk.handle(new WithdrawAnswers("pulse:1", red.get(0), 2));

        List<Map<String, Object>> rows = rows("ballot");

        assertThat(rows).hasSize(4);
        assertThat(rows)
                .allSatisfy(
                        row -> assertThat(row.keySet()).containsExactlyInAnyOrder("mark", "sequence", "ciphertext"));
        assertThat(rows.stream()
                        .map(row -> ((byte[]) requireNonNull(row.get("ciphertext"))).length)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void ballots_that_were_tampered_with_are_rejected_and_the_others_counted() throws Exception {
        List<String> codes = codes("team:red");
        clock.set(OPEN);
        for (int i = 0; i < 5; i++) {
            record(codes.get(i), 1, Map.of("ps1", i + 1));
        }
        List<Map<String, Object>> rows = rows("ballot");
        byte[] altered = ((byte[]) requireNonNull(rows.get(0).get("ciphertext"))).clone();
        altered[100] ^= 1;
        change(
                "UPDATE {ballot} SET ciphertext = ? WHERE mark = ?",
                altered,
                rows.get(0).get("mark"));
        // one person's ballot copied over another's, and a version number raised
        change(
                "UPDATE {ballot} SET ciphertext = ? WHERE mark = ?",
                rows.get(2).get("ciphertext"),
                rows.get(1).get("mark"));
        change("UPDATE {ballot} SET sequence = 9 WHERE mark = ?", rows.get(3).get("mark"));
        change("INSERT INTO {ballot} (mark, sequence, ciphertext) VALUES (?, 1, ?)", new byte[32], new byte[900]);

        OpenedBox opened = closedAndOpened();

        assertThat(opened.sheets()).hasSize(2);
        assertThat(opened.rejected()).isEqualTo(4);
    }

    @Test
    void a_ballot_whose_code_is_not_in_the_box_is_rejected() throws Exception {
        String code = openedWithCode();
        record(code, 1, Map.of("ps1", 1));
        change("DELETE FROM {code} WHERE group_id = ?", "team:red");

        assertThat(closedAndOpened()).isEqualTo(new OpenedBox(List.of(), 1));
    }

    @Test
    void a_box_is_opened_only_when_closed_and_with_its_own_key() {
        assertThatThrownBy(() -> boxes.open("pulse:1", vault().boxKey("pulse:1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("close it");
        boxes.close("pulse:1");
        vault().establish("pulse:2");
        assertThatThrownBy(() -> boxes.open("pulse:1", vault().boxKey("pulse:2")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> boxes.close("pulse:9")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void preparing_again_changes_nothing_and_other_terms_are_not_taken() {
        String code = openedWithCode();
        record(code, 1, Map.of("ps1", 1));

        boxes.prepare(terms("pulse:1"));

        BoxTerms other = new BoxTerms(
                "pulse:1",
                Instant.parse(OPENS),
                Instant.parse(CLOSES),
                Map.of("team:red", new GroupTerms(List.of("ps1"), 8)),
                vault().establish("pulse:1"),
                false);
        assertThatThrownBy(() -> boxes.prepare(other)).isInstanceOf(IllegalArgumentException.class);
        assertThat(counted()).containsExactly(Map.of("ps1", 1));
    }

    @Test
    void a_box_prepared_by_many_at_once_is_one_box() throws Exception {
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            DatabaseBoxes node = new DatabaseBoxes(node(), vault()::boxSecret);
            tries.add(() -> {
                node.prepare(terms("pulse:2"));
                return true;
            });
        }
        assertThat(together(tries)).hasSize(8);
        assertThat(boxes.left(Set.of("pulse:1", "pulse:2", "pulse:3"))).containsExactly("pulse:1", "pulse:2");
        assertThat(boxes.holds("pulse:2")).isTrue();
    }

    @Test
    void a_destroyed_box_is_gone_on_every_node_and_its_links_are_unknown() throws Exception {
        String code = openedWithCode();
        DatabaseBoxes otherNode = new DatabaseBoxes(node(), vault()::boxSecret);
        BallotDesk otherDesk = new BallotDesk(otherNode, clock, new SecureRandom());
        otherDesk.handle(new RecordAnswers("pulse:1", code, 1, null, Map.of("ps1", 1)));
        boxes.prepare(terms("pulse:2"));
        assertThat(remains("pulse:1")).as("positive control").isTrue();

        boxes.destroy("pulse:1");
        boxes.destroy("pulse:1");

        assertThat(remains("pulse:1")).isFalse();
        assertThat(boxes.left(Set.of("pulse:1", "pulse:2"))).containsExactly("pulse:2");
        assertThat(boxes.holds("pulse:1")).isFalse();
        assertThatThrownBy(() -> record(code, 2, Map.of())).isInstanceOf(TicketUnknown.class);
        assertGoneElsewhere(otherDesk, code);
    }

    @Test
    void a_node_that_missed_a_box_being_destroyed_and_made_anew_seals_nothing_to_the_old_keys() {
        String lost = openedWithCode();
        DatabaseBoxes otherNode = new DatabaseBoxes(node(), vault()::boxSecret);
        BallotDesk otherDesk = new BallotDesk(otherNode, clock, new SecureRandom());
        assertThat(otherDesk.handle(new FindForm("pulse:1", lost))).isEqualTo("team:red");
        boxes.destroy("pulse:1");
        vault().destroy("pulse:1");
        boxes.prepare(terms("pulse:1"));
        String code = openedWithCode();
        RecordAnswers ballot = new RecordAnswers("pulse:1", code, 1, NONCE, Map.of("ps1", 3));

        assertThatThrownBy(() -> otherDesk.handle(ballot)).isInstanceOf(TicketUnknown.class);
        assertThat(otherDesk.handle(ballot).outcome()).isEqualTo(Outcome.RECORDED);
        assertThat(counted()).containsExactly(Map.of("ps1", 3));
    }

    /** Another node learns of the destruction at its next access. */
    void assertGoneElsewhere(BallotDesk otherDesk, String code) {
        assertThatThrownBy(() -> otherDesk.handle(new RecordAnswers("pulse:1", code, 2, null, Map.of())))
                .isInstanceOf(TicketUnknown.class);
    }

    @Test
    void nothing_is_acknowledged_before_the_disk_has_it_not_even_what_stood_already() {
        String code = openedWithCode();
        AtomicInteger waits = new AtomicInteger();
        BallotDesk lame = deskOver(() -> {
            waits.incrementAndGet();
            throw new NotDurable("the disk is gone");
        });
        RecordAnswers ballot = new RecordAnswers("pulse:1", code, 1, NONCE, Map.of("ps1", 1));

        assertThatThrownBy(() -> lame.handle(ballot)).isInstanceOf(NotDurable.class);
        assertThatThrownBy(() -> lame.handle(ballot)).isInstanceOf(NotDurable.class);
        assertThatThrownBy(() -> lame.handle(new WithdrawAnswers("pulse:1", code, 2)))
                .isInstanceOf(NotDurable.class);
        assertThat(waits).hasValue(3);
    }

    private BallotDesk deskOver(Runnable sync) {
        BoxDatabase inner = databases.find("pulse:1").orElseThrow();
        BoxDatabase outer = new BoxDatabase() {
            @Override
            public Connection connect() throws SQLException {
                return inner.connect();
            }

            @Override
            public String table(String name) {
                return inner.table(name);
            }

            @Override
            public void awaitDurable() {
                sync.run();
            }
        };
        BoxDatabases lame = new NoDatabases() {
            @Override
            public Optional<BoxDatabase> find(String pulse) {
                return Optional.of(outer);
            }
        };
        return new BallotDesk(new DatabaseBoxes(lame, vault()::boxSecret), clock, new SecureRandom());
    }

    @Test
    void no_refusal_repeats_a_code_or_an_answer_and_no_command_shows_itself() {
        String code = openedWithCode();
        RecordAnswers ballot = new RecordAnswers("pulse:1", code, 1, NONCE, Map.of("ps1", 77));

        assertThatThrownBy(() -> desk.handle(ballot))
                .isInstanceOfSatisfying(
                        BallotRefusal.class, no -> assertThat(no.getMessage()).doesNotContain(code, "77", NONCE));
        assertThat(ballot.toString()).isEqualTo("RecordAnswers[not shown]");
        assertThat(new WithdrawAnswers("pulse:1", code, 1).toString()).doesNotContain(code);
        assertThat(new FindForm("pulse:1", code).toString()).doesNotContain(code);
        assertThat(new Acknowledgement(Outcome.RECORDED, NONCE).toString()).doesNotContain(NONCE);
    }

    private static String hash(String nonce) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(nonce.getBytes(US_ASCII)));
    }

    private static double rankCorrelation(List<String> one, List<String> other) {
        double n = one.size();
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double distance = i - other.indexOf(one.get(i));
            squares += distance * distance;
        }
        return 1 - 6 * squares / (n * (n * n - 1));
    }

    private static <T> List<T> together(List<Callable<T>> tries) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> futures = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<T> each : tries) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return each.call();
                }));
            }
            start.countDown();
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }

    private List<String> storedOrder() throws SQLException {
        BoxDatabase database = databases.find("pulse:1").orElseThrow();
        List<String> order = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement all = connection.prepareStatement(arrivalOrder(database.table("ballot")));
                ResultSet row = all.executeQuery()) {
            while (row.next()) {
                order.add(HexFormat.of().formatHex(row.getBytes(1)));
            }
        }
        return order;
    }

    private List<Map<String, Object>> rows(String table) throws SQLException {
        BoxDatabase database = databases.find("pulse:1").orElseThrow();
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement all = connection.prepareStatement("SELECT * FROM " + database.table(table));
                ResultSet row = all.executeQuery()) {
            while (row.next()) {
                Map<String, Object> values = new TreeMap<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.put(row.getMetaData().getColumnName(i).toLowerCase(java.util.Locale.ROOT), row.getObject(i));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private void change(String sql, @Nullable Object... values) throws SQLException {
        BoxDatabase database = databases.find("pulse:1").orElseThrow();
        String named = sql.replace("{ballot}", database.table("ballot")).replace("{code}", database.table("code"));
        try (Connection connection = database.connect();
                PreparedStatement change = connection.prepareStatement(named)) {
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            assertThat(change.executeUpdate()).isPositive();
        }
    }

    private static class NoDatabases implements BoxDatabases {
        @Override
        public BoxDatabase open(String pulse) {
            throw new IllegalStateException();
        }

        @Override
        public Optional<BoxDatabase> find(String pulse) {
            return Optional.empty();
        }

        @Override
        public Set<String> left(Set<String> pulses) {
            return Set.of();
        }

        @Override
        public String identity() {
            return "nowhere";
        }

        @Override
        public void drop(String pulse) {}
    }
}
