package org.groeipuls.ballot;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.groeipuls.anonymity.BlindTicket;
import org.groeipuls.anonymity.LinkTicket;
import org.groeipuls.anonymity.Ticket;
import org.groeipuls.ballot.Acknowledgement.Outcome;
import org.groeipuls.ballot.BallotCommand.FindForm;
import org.groeipuls.ballot.BallotCommand.IssueLinks;
import org.groeipuls.ballot.BallotCommand.IssueTextCodes;
import org.groeipuls.ballot.BallotCommand.IssuedLinks;
import org.groeipuls.ballot.BallotCommand.RecordAnswers;
import org.groeipuls.ballot.BallotCommand.RecordBallot;
import org.groeipuls.ballot.BallotCommand.RecordText;
import org.groeipuls.ballot.BallotCommand.ReturnBatch;
import org.groeipuls.ballot.BallotCommand.ReviseAnswers;
import org.groeipuls.ballot.BallotCommand.Right;
import org.groeipuls.ballot.BallotCommand.TakeBatch;
import org.groeipuls.ballot.BallotCommand.WithdrawAnswers;
import org.groeipuls.ballot.BoxTerms.Content;
import org.jspecify.annotations.Nullable;

/**
 * Takes ballots, on a command bus of the box's own without the interceptors of the main one. Whatever it answers is
 * safe on disk; when it throws anything but a {@link BallotRefusal}, the sender knows nothing and sends the same
 * request again.
 */
public final class BallotDesk {
    private static final long LARGEST_SEQUENCE = (1L << 53) - 1;
    private static final int NONCE_BYTES = 16;

    private final DatabaseBoxes boxes;
    private final InstantSource clock;
    private final SecureRandom chance;

    public BallotDesk(DatabaseBoxes boxes, InstantSource clock, SecureRandom chance) {
        this.boxes = boxes;
        this.clock = clock;
        this.chance = chance;
    }

    @CommandHandler
    public Acknowledgement handle(RecordAnswers command) {
        return record(command.pulse(), command.code(), command.sequence(), command.nonce(), command.answers());
    }

    /** The same as recording: whether something stands there already is not for the sender to know. */
    @CommandHandler
    public Acknowledgement handle(ReviseAnswers command) {
        return record(command.pulse(), command.code(), command.sequence(), command.nonce(), command.answers());
    }

    /** Recording and replacing alike. */
    @CommandHandler
    public Acknowledgement handle(RecordText command) {
        requireSequence(command.sequence());
        LinkTicket ticket = ticket(command.code());
        TextSheet sheet = TextSheet.written(command.text());
        return at(command.pulse(), BallotRefusal.TicketUnknown::new, box -> {
            String unit = box.groupOf(ticket, Content.TEXTS);
            box.requireOpened(clock.instant());
            return new Acknowledgement(box.put(ticket, unit, command.sequence(), sheet, clock), null);
        });
    }

    @CommandHandler
    public Acknowledgement handle(WithdrawAnswers command) {
        requireSequence(command.sequence());
        LinkTicket ticket = ticket(command.code());
        return at(command.pulse(), BallotRefusal.TicketUnknown::new, box -> {
            String group = box.groupOf(ticket);
            box.requireOpened(clock.instant());
            return new Acknowledgement(box.put(ticket, group, command.sequence(), Sheet.WITHDRAWN, clock), null);
        });
    }

    @CommandHandler
    public Acknowledgement handle(RecordBallot command) {
        requireSequence(command.sequence());
        return at(command.pulse(), BallotRefusal.TicketUnknown::new, box -> {
            Ticket ticket = ticket(box, command);
            box.requireOpened(clock.instant());
            return new Acknowledgement(box.put(ticket, command.sequence(), command.ballot(), clock), null);
        });
    }

    private static Ticket ticket(Box box, RecordBallot command) {
        return switch (command.right()) {
            case Right.Code(String code) -> {
                LinkTicket link = ticket(code);
                box.groupOf(link);
                yield link;
            }
            case Right.SignedTicket(String group, byte[] encoded, byte[] signature) -> {
                BlindTicket blind = box.verified(group, encoded);
                if (!box.sealing().signed(blind, command.sequence(), command.ballot(), signature)) {
                    throw new BallotRefusal.SignatureWrong();
                }
                yield blind;
            }
        };
    }

    @CommandHandler
    public CouncilBatch handle(TakeBatch command) {
        return at(command.pulse(), BallotRefusal.NothingToShare::new, Box::batch);
    }

    @CommandHandler
    public void handle(ReturnBatch command) {
        at(command.pulse(), BallotRefusal.NothingToShare::new, box -> {
            box.keep(command.share());
            return command;
        });
    }

    @CommandHandler
    public IssuedLinks handle(IssueLinks command) {
        return at(
                command.pulse(),
                BallotRefusal.GroupUnknown::new,
                box -> new IssuedLinks(box.issue(command.group(), clock, chance)));
    }

    @CommandHandler
    public IssuedLinks handle(IssueTextCodes command) {
        return at(
                command.pulse(),
                BallotRefusal.GroupUnknown::new,
                box -> new IssuedLinks(box.issue(command.unit(), command.group(), command.people(), clock, chance)));
    }

    @CommandHandler
    public String handle(FindForm command) {
        LinkTicket ticket = ticket(command.code());
        return at(command.pulse(), BallotRefusal.TicketUnknown::new, box -> box.groupOf(ticket));
    }

    private Acknowledgement record(
            String pulse,
            String code,
            long sequence,
            @Nullable String givenNonce,
            Map<String, @Nullable Integer> answers) {
        requireSequence(sequence);
        LinkTicket ticket = ticket(code);
        return at(pulse, BallotRefusal.TicketUnknown::new, box -> {
            String group = box.groupOf(ticket, Content.ANSWERS);
            box.requireOpened(clock.instant());
            String nonce = givenNonce == null ? freshNonce() : givenNonce;
            Sheet sheet = Sheet.answered(nonce, answers, box.terms().form(group));
            Outcome outcome = box.put(ticket, group, sequence, sheet, clock);
            return new Acknowledgement(outcome, outcome == Outcome.UNCHANGED ? givenNonce : nonce);
        });
    }

    // a pulse that is not known, or not any more, is refused in the same words as a code that is not known
    private <T> T at(String pulse, Supplier<BallotRefusal> unknown, Function<Box, T> work) {
        Box box = boxes.find(pulse).orElseThrow(unknown);
        try {
            return work.apply(box);
        } catch (BoxGone destroyed) {
            boxes.forget(pulse);
            throw unknown.get();
        }
    }

    private static LinkTicket ticket(String code) {
        return LinkTicket.read(code).orElseThrow(BallotRefusal.TicketUnknown::new);
    }

    private static void requireSequence(long sequence) {
        if (sequence < 1 || sequence > LARGEST_SEQUENCE) {
            throw new BallotRefusal.SequenceNotAllowed();
        }
    }

    private String freshNonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        chance.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }
}
