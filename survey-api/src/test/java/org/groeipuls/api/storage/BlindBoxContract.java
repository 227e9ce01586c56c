package org.groeipuls.api.storage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groeipuls.anonymity.BlindTicketHolder;
import org.groeipuls.anonymity.CouncilKey;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.anonymity.PulseKeys.Established;
import org.groeipuls.anonymity.PulseKeys.Needed;
import org.groeipuls.anonymity.TicketRequest;
import org.groeipuls.ballot.Acknowledgement.Outcome;
import org.groeipuls.ballot.BallotCommand.RecordBallot;
import org.groeipuls.ballot.BallotCommand.ReturnBatch;
import org.groeipuls.ballot.BallotCommand.Right.Code;
import org.groeipuls.ballot.BallotCommand.Right.SignedTicket;
import org.groeipuls.ballot.BallotCommand.TakeBatch;
import org.groeipuls.ballot.BallotDesk;
import org.groeipuls.ballot.BallotRefusal.BallotSizeWrong;
import org.groeipuls.ballot.BallotRefusal.NothingToShare;
import org.groeipuls.ballot.BallotRefusal.SequenceTooLow;
import org.groeipuls.ballot.BallotRefusal.ShareAlreadyReturned;
import org.groeipuls.ballot.BallotRefusal.ShareNotAllowed;
import org.groeipuls.ballot.BallotRefusal.SignatureWrong;
import org.groeipuls.ballot.BallotRefusal.TicketUnknown;
import org.groeipuls.ballot.BallotWriter;
import org.groeipuls.ballot.BallotWriter.SealedBallot;
import org.groeipuls.ballot.BoxDatabases;
import org.groeipuls.ballot.BoxTerms;
import org.groeipuls.ballot.BoxTerms.GroupTerms;
import org.groeipuls.ballot.CouncilBatch;
import org.groeipuls.ballot.CouncilShare;
import org.groeipuls.ballot.DatabaseBoxes;
import org.groeipuls.ballot.OpenedBox;
import org.groeipuls.ballot.OuterLayer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blind tickets and the second layer, on every store of boxes. */
abstract class BlindBoxContract {
    private static final String PULSE = "pulse:1";
    private static final String OPENS = "2026-03-02T08:00:00Z";
    private static final String OPEN = "2026-03-03T08:00:00Z";
    private static final String CLOSES = "2026-03-16T08:00:00Z";
    private static final SecureRandom CHANCE = new SecureRandom();

    @TempDir
    Path temp;

    private final SetClock clock = new SetClock(OPEN);
    private @Nullable FileVault vault;
    private @Nullable BoxTerms terms;
    private @Nullable DatabaseBoxes boxes;
    private @Nullable BallotDesk desk;

    /** The store under test, empty. */
    abstract BoxDatabases node();

    private void prepare(Optional<CouncilKey> council) {
        vault = FileVault.at(temp.resolve("vault"));
        Established keys = vault.establish(
                PULSE, new Needed(new TreeSet<>(Set.of("red", "blue")), council.map(CouncilKey::publicKey)));
        terms = new BoxTerms(
                PULSE,
                Instant.parse(OPENS),
                Instant.parse(CLOSES),
                Map.of(
                        "red",
                                new GroupTerms(
                                        List.of("ps1", "ps2"),
                                        30,
                                        keys.tickets().get("red")),
                        "blue", new GroupTerms(List.of("ps1"), 8, keys.tickets().get("blue"))),
                keys.layers(),
                council.isPresent());
        boxes = new DatabaseBoxes(node(), vault::boxSecret);
        boxes.prepare(terms);
        desk = new BallotDesk(boxes, clock, CHANCE);
    }

    private BlindTicketHolder holder(String group) {
        var key = requireNonNull(requireNonNull(terms).groups().get(group)).ticketKey();
        TicketRequest request = TicketRequest.fresh(requireNonNull(key), CHANCE);
        return request.finish(requireNonNull(vault).sign(PULSE, group, request.blindedMessage()));
    }

    private SealedBallot answers(BlindTicketHolder holder, String group, long sequence, int answer) {
        return new BallotWriter(requireNonNull(terms))
                .answers(holder, group, sequence, "%032x".formatted(sequence), Map.of("ps1", answer));
    }

    private Outcome send(BlindTicketHolder holder, String group, long sequence, SealedBallot ballot) {
        return send(new SignedTicket(group, holder.ticket().encoded(), ballot.signature()), sequence, ballot);
    }

    private Outcome send(SignedTicket right, long sequence, SealedBallot ballot) {
        return requireNonNull(desk)
                .handle(new RecordBallot(PULSE, right, sequence, ballot.ballot()))
                .outcome();
    }

    private OpenedBox counted() {
        requireNonNull(boxes).close(PULSE);
        return requireNonNull(boxes).open(PULSE, requireNonNull(vault).boxKey(PULSE));
    }

    private static List<Integer> values(OpenedBox box) {
        return box.sheets().stream()
                .map(sheet -> sheet.answers().get("ps1"))
                .sorted()
                .toList();
    }

    @Test
    void a_ticket_answers_once_and_the_latest_version_counts() {
        prepare(Optional.empty());
        BlindTicketHolder holder = holder("red");
        SealedBallot first = answers(holder, "red", 3, 2);

        assertThat(send(holder, "red", 3, first)).isEqualTo(Outcome.RECORDED);
        assertThat(send(holder, "red", 3, first)).isEqualTo(Outcome.UNCHANGED);
        assertThat(send(holder, "red", 3, answers(holder, "red", 3, 5))).isEqualTo(Outcome.UNCHANGED);
        assertThat(send(holder, "red", 4, answers(holder, "red", 4, 4))).isEqualTo(Outcome.REPLACED);
        assertThatThrownBy(() -> send(holder, "red", 2, answers(holder, "red", 2, 1)))
                .isInstanceOf(SequenceTooLow.class);

        OpenedBox opened = counted();
        assertThat(values(opened)).containsExactly(4);
        assertThat(opened.rejected()).isZero();
    }

    @Test
    void answers_are_taken_back_by_a_ballot_that_looks_like_any_other() {
        prepare(Optional.empty());
        BlindTicketHolder holder = holder("red");
        SealedBallot given = answers(holder, "red", 1, 2);
        send(holder, "red", 1, given);
        SealedBallot taken = new BallotWriter(requireNonNull(terms)).withdrawal(holder, "red", 2);

        assertThat(taken.ballot()).hasSameSizeAs(given.ballot());
        assertThat(send(holder, "red", 2, taken)).isEqualTo(Outcome.REPLACED);

        assertThat(counted().sheets()).isEmpty();
    }

    @Test
    void forged_tickets_are_refused() {
        prepare(Optional.empty());
        BlindTicketHolder holder = holder("red");
        SealedBallot ballot = answers(holder, "red", 1, 2);
        byte[] tampered = holder.ticket().encoded();
        tampered[200] ^= 1;

        assertThatThrownBy(() -> send(new SignedTicket("red", tampered, ballot.signature()), 1, ballot))
                .isInstanceOf(TicketUnknown.class);
        assertThatThrownBy(() -> send(holder, "blue", 1, ballot)).isInstanceOf(TicketUnknown.class);
        assertThatThrownBy(() -> send(holder, "green", 1, ballot)).isInstanceOf(TicketUnknown.class);
        assertThatThrownBy(() -> requireNonNull(desk)
                        .handle(new RecordBallot(PULSE, new Code("abcdefghijklmnopqrstuvwxyz"), 1, ballot.ballot())))
                .isInstanceOf(TicketUnknown.class);
        assertThat(counted().sheets()).isEmpty();
    }

    @Test
    void whoever_sees_a_ticket_cannot_replace_the_ballot() {
        prepare(Optional.empty());
        BlindTicketHolder holder = holder("red");
        SealedBallot mine = answers(holder, "red", 1, 2);
        send(holder, "red", 1, mine);
        BlindTicketHolder thief = holder("red");
        SealedBallot other = answers(thief, "red", 9, 5);

        assertThatThrownBy(() -> send(holder, "red", 9, other)).isInstanceOf(SignatureWrong.class);
        assertThatThrownBy(() -> send(new SignedTicket("red", holder.ticket().encoded(), mine.signature()), 9, mine))
                .isInstanceOf(SignatureWrong.class);
        assertThatThrownBy(() -> send(holder, "red", 1, new SealedBallot(new byte[3], mine.signature())))
                .isInstanceOf(SignatureWrong.class);
        assertThat(values(counted())).containsExactly(2);
    }

    @Test
    void a_ballot_of_another_size_is_refused_even_when_it_is_signed() {
        prepare(Optional.empty());
        BlindTicketHolder holder = holder("red");
        byte[] longer = new byte[requireNonNull(terms).sealing().ballotBytes() + 1];
        byte[] signature = requireNonNull(terms).sealing().sign(holder, 1, longer);

        assertThatThrownBy(() -> send(holder, "red", 1, new SealedBallot(longer, signature)))
                .isInstanceOf(BallotSizeWrong.class);
    }

    @Test
    void sixteen_tries_at_once_on_each_of_twenty_tickets_give_twenty_ballots() throws Exception {
        prepare(Optional.empty());
        List<Callable<Outcome>> tries = new ArrayList<>();
        for (int person = 0; person < 20; person++) {
            BlindTicketHolder holder = holder("red");
            int answer = 1 + person % 5;
            for (int attempt = 0; attempt < 16; attempt++) {
                SealedBallot ballot = answers(holder, "red", 1, answer);
                tries.add(() -> send(holder, "red", 1, ballot));
            }
        }
        Collections.shuffle(tries, CHANCE);
        int recorded = 0;
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<Outcome> outcome : threads.invokeAll(tries)) {
                recorded += outcome.get() == Outcome.RECORDED ? 1 : 0;
            }
        }

        assertThat(recorded).isEqualTo(20);
        assertThat(values(counted())).containsExactly(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5);
    }

    @Test
    void with_two_layers_the_council_takes_the_tickets_off_and_the_operator_counts() {
        CouncilKey council = CouncilKey.generate();
        prepare(Optional.of(council));
        for (int person = 0; person < 6; person++) {
            BlindTicketHolder holder = holder("red");
            send(holder, "red", 1, answers(holder, "red", 1, 1 + person % 5));
        }
        assertThatThrownBy(() -> requireNonNull(desk).handle(new TakeBatch(PULSE)))
                .isInstanceOf(NothingToShare.class);
        requireNonNull(boxes).close(PULSE);
        assertThat(requireNonNull(boxes).ready(PULSE)).isFalse();
        assertThatThrownBy(this::counted).isInstanceOf(IllegalStateException.class);

        CouncilBatch batch = requireNonNull(desk).handle(new TakeBatch(PULSE));
        CouncilShare share = OuterLayer.remove(requireNonNull(terms), batch, council, CHANCE);
        requireNonNull(desk).handle(new ReturnBatch(PULSE, share));
        requireNonNull(desk).handle(new ReturnBatch(PULSE, share));

        assertThat(requireNonNull(boxes).ready(PULSE)).isTrue();
        assertThat(values(counted())).containsExactly(1, 1, 2, 3, 4, 5);
        assertThat(counted()).isEqualTo(counted());
    }

    @Test
    void the_council_drops_a_sheet_that_the_operator_exchanged() throws Exception {
        CouncilKey council = CouncilKey.generate();
        prepare(Optional.of(council));
        BlindTicketHolder victim = holder("red");
        byte[] honest = answers(victim, "red", 1, 2).ballot();
        // the operator saw the victim's ticket when the ballot came in, and seals other answers beside it
        BlindTicketHolder impostor = BlindTicketHolder.of(victim.ticket(), ballotKey());
        byte[] exchanged = answers(impostor, "red", 7, 5).ballot();
        CouncilBatch batch = new CouncilBatch(PULSE, List.of(honest, exchanged), Map.of());

        CouncilShare share = OuterLayer.remove(requireNonNull(terms), batch, council, CHANCE);

        assertThat(share.rejected()).isEqualTo(1);
        assertThat(share.sheets()).isEqualTo(1);
    }

    @Test
    void the_council_stops_when_there_are_more_ballots_than_people() {
        CouncilKey council = CouncilKey.generate();
        prepare(Optional.of(council));
        List<byte[]> ballots = new ArrayList<>();
        for (int person = 0; person < 9; person++) {
            ballots.add(answers(holder("blue"), "blue", 1, 3).ballot());
        }

        assertThatThrownBy(() -> OuterLayer.remove(
                        requireNonNull(terms), new CouncilBatch(PULSE, ballots, Map.of()), council, CHANCE))
                .isInstanceOf(OuterLayer.TooManyBallots.class)
                .hasMessageContaining("9 valid ballots and 8 people");
        ballots.removeLast();
        assertThat(OuterLayer.remove(requireNonNull(terms), new CouncilBatch(PULSE, ballots, Map.of()), council, CHANCE)
                        .sheets())
                .isEqualTo(8);
    }

    @Test
    void only_what_such_a_batch_can_become_is_taken_back_and_only_once() {
        CouncilKey council = CouncilKey.generate();
        prepare(Optional.of(council));
        for (int person = 0; person < 2; person++) {
            BlindTicketHolder holder = holder("red");
            send(holder, "red", 1, answers(holder, "red", 1, 3));
        }
        requireNonNull(boxes).close(PULSE);
        CouncilBatch batch = requireNonNull(desk).handle(new TakeBatch(PULSE));
        CouncilShare share = OuterLayer.remove(requireNonNull(terms), batch, council, CHANCE);
        List<byte[]> sheets = requireNonNull(share.groups().get("red"));

        refused(Map.of("green", sheets), 0);
        refused(Map.of("red", sheets), 1);
        refused(Map.of("red", List.of(sheets.getFirst())), 0);
        refused(Map.of("red", List.of(sheets.getFirst(), sheets.getFirst())), 0);
        refused(Map.of("red", List.of(sheets.getFirst(), new byte[4])), 0);
        requireNonNull(desk).handle(new ReturnBatch(PULSE, share));
        assertThatThrownBy(() -> requireNonNull(desk)
                        .handle(new ReturnBatch(
                                PULSE, new CouncilShare(new TreeMap<>(Map.of("red", List.of(sheets.getFirst()))), 1))))
                .isInstanceOf(ShareAlreadyReturned.class);
    }

    private void refused(Map<String, List<byte[]>> groups, int rejected) {
        assertThatThrownBy(() -> requireNonNull(desk)
                        .handle(new ReturnBatch(PULSE, new CouncilShare(new TreeMap<>(groups), rejected))))
                .isInstanceOf(ShareNotAllowed.class);
    }

    private static KeyPair ballotKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
