package org.groeipuls.ballot;

import java.util.Map;
import org.groeipuls.anonymity.Sealing;
import org.groeipuls.anonymity.TicketHolder;
import org.jspecify.annotations.Nullable;

/** The sender's side, as a person's device does it: seals answers so that nobody can read them on the way. */
public final class BallotWriter {
    private final BoxTerms terms;
    private final Sealing sealing;

    /** @param terms what was frozen in the pulse */
    public BallotWriter(BoxTerms terms) {
        this.terms = terms;
        this.sealing = terms.sealing();
    }

    /**
     * A ballot ready to be sent.
     *
     * @param ballot the one size of the pulse
     * @param signature of the ballot key; empty with personal links
     */
    public record SealedBallot(byte[] ballot, byte[] signature) {
        @Override
        public String toString() {
            return "SealedBallot[not shown]";
        }
    }

    /**
     * Seals answers.
     *
     * @param group the group that the ticket belongs to
     * @param sequence the sender's number of this version, 1..2^53-1
     * @param nonce the receipt, 32 to 128 hexadecimal characters
     * @param answers per item id a value 1..5, or null for "rather not say"
     * @throws BallotRefusal when the nonce is none, an answer does not fit the form, or the group is not asked
     */
    public SealedBallot answers(
            TicketHolder holder, String group, long sequence, String nonce, Map<String, @Nullable Integer> answers) {
        return sealed(holder, group, sequence, Sheet.answered(nonce, answers, terms.form(group)));
    }

    /**
     * Seals what somebody wrote, for a text box.
     *
     * @param unit the unit that the ticket belongs to
     * @param text at most 500 characters; empty for whoever writes nothing, which looks the same
     * @throws BallotRefusal when it is too long or no text
     */
    public SealedBallot text(TicketHolder holder, String unit, long sequence, String text) {
        return sealed(holder, unit, sequence, TextSheet.written(text));
    }

    /** Seals the word that what was said is taken back; looks like any other ballot. */
    public SealedBallot withdrawal(TicketHolder holder, String group, long sequence) {
        return sealed(holder, group, sequence, Sheet.WITHDRAWN);
    }

    private SealedBallot sealed(TicketHolder holder, String group, long sequence, InnerSheet sheet) {
        byte[] ballot = sealing.seal(holder, group, sequence, sheet.encoded());
        return new SealedBallot(ballot, sealing.sign(holder, sequence, ballot));
    }
}
