package org.groeipuls.ballot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a ballot box; runs on a command bus of the box's own. None of these shows its content as text,
 * so that no log line can hold a code or an answer.
 */
public sealed interface BallotCommand {

    /** Id of the pulse, or of its {@link org.groeipuls.anonymity.TextBox}: which of its boxes is meant. */
    String pulse();

    /**
     * Record the answers of whoever holds this code. Answered by an {@link Acknowledgement} once they are safe on disk.
     *
     * @param code the ticket's code
     * @param sequence the sender's number of this version, 1..2^53-1; the same number again changes nothing
     * @param nonce the sender's own receipt, 32 to 128 hexadecimal characters; made by the server when absent
     * @param answers per item id a value 1..5, or null for "rather not say"
     */
    record RecordAnswers(
            String pulse,
            String code,
            long sequence,
            @Nullable String nonce,
            Map<String, @Nullable Integer> answers) implements BallotCommand {
        public RecordAnswers {
            answers = frozen(answers);
        }

        @Override
        public String toString() {
            return shown(this);
        }
    }

    /**
     * Replace answers of a lower sequence number, or record them when there are none. Same fields and same reply as
     * {@link RecordAnswers}.
     */
    record ReviseAnswers(
            String pulse,
            String code,
            long sequence,
            @Nullable String nonce,
            Map<String, @Nullable Integer> answers) implements BallotCommand {
        public ReviseAnswers {
            answers = frozen(answers);
        }

        @Override
        public String toString() {
            return shown(this);
        }
    }

    /**
     * Take the answers back: a sealed empty sheet stands in their place. Answered by an {@link Acknowledgement} without
     * receipt.
     *
     * @param sequence higher than that of the answers
     */
    record WithdrawAnswers(String pulse, String code, long sequence) implements BallotCommand {
        @Override
        public String toString() {
            return shown(this);
        }
    }

    /**
     * Record what somebody wrote for the open question, or replace it, sealed on arrival. Answered by an
     * {@link Acknowledgement} without receipt once it is safe on disk.
     *
     * @param pulse id of the pulse's {@link org.groeipuls.anonymity.TextBox}
     * @param code the ticket's code for the text box
     * @param text at most 500 characters; may be empty
     */
    record RecordText(String pulse, String code, long sequence, String text) implements BallotCommand {
        @Override
        public String toString() {
            return shown(this);
        }
    }

    /**
     * Record a ballot that its sender sealed; revising and taking back look the same from outside. Answered by an
     * {@link Acknowledgement} without receipt once it is safe on disk.
     *
     * @param sequence the sender's number of this version, 1..2^53-1, as it is sealed in too
     * @param ballot the sealed ballot, of the one size of the pulse
     */
    record RecordBallot(String pulse, Right right, long sequence, byte[] ballot) implements BallotCommand {
        @Override
        public String toString() {
            return shown(this);
        }
    }

    /** What shows that somebody may answer. */
    sealed interface Right {
        /** A personal link's code. */
        record Code(String code) implements Right {
            @Override
            public String toString() {
                return "Code[not shown]";
            }
        }

        /**
         * A blind ticket.
         *
         * @param group id of the group whose key signed it
         * @param ticket {@link org.groeipuls.anonymity.BlindTicket#LENGTH} bytes
         * @param signature of the ballot key over this ballot, 64 bytes
         */
        record SignedTicket(String group, byte[] ticket, byte[] signature) implements Right {
            @Override
            public String toString() {
                return "SignedTicket[not shown]";
            }
        }
    }

    /** Take the batch of a closed box with two layers; answered by a {@link CouncilBatch}. */
    record TakeBatch(String pulse) implements BallotCommand {}

    /**
     * Give the batch back without its outer layer. Giving the same back again changes nothing; answered when it is safe
     * on disk.
     */
    record ReturnBatch(String pulse, CouncilShare share) implements BallotCommand {}

    /**
     * Make the one-time codes of a group, one per eligible person; answered by {@link IssuedLinks}. Repeated before the
     * pulse opens, it replaces all codes of the group (the reply was lost); afterwards a repetition is refused.
     */
    record IssueLinks(String pulse, String group) implements BallotCommand {}

    /**
     * Make the one-time codes for the text box that go with a group's links, one per person; answered by
     * {@link IssuedLinks}. Repeated as {@link IssueLinks} is.
     *
     * @param pulse id of the pulse's {@link org.groeipuls.anonymity.TextBox}
     * @param unit the unit in whose name the group's people write
     * @param people how many are in the group
     */
    record IssueTextCodes(String pulse, String unit, String group, int people) implements BallotCommand {}

    /** Find the group whose form belongs to a code; answered by the group's id as a String. */
    record FindForm(String pulse, String code) implements BallotCommand {
        @Override
        public String toString() {
            return shown(this);
        }
    }

    /** The codes of one group in random order: given once, kept nowhere. */
    record IssuedLinks(List<String> codes) {
        public IssuedLinks {
            codes = List.copyOf(codes);
        }

        @Override
        public String toString() {
            return "IssuedLinks[" + codes.size() + " codes, not shown]";
        }
    }

    private static Map<String, @Nullable Integer> frozen(Map<String, @Nullable Integer> answers) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    private static String shown(BallotCommand command) {
        return command.getClass().getSimpleName() + "[not shown]";
    }
}
