package org.groeipuls.simulation;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.groeipuls.anonymity.BlindTicketHolder;
import org.groeipuls.anonymity.TextBox;
import org.groeipuls.ballot.BallotWriter;
import org.groeipuls.ballot.BallotWriter.SealedBallot;
import org.groeipuls.ballot.BoxTerms;
import org.jspecify.annotations.Nullable;

/**
 * Blind tickets; what is said is sealed here, as a person's device does.
 *
 * @param texts for the box for what is written; absent without an open question
 */
record BlindEntrance(Pass answers, @Nullable Pass texts) implements Entrance {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    /**
     * The right to one box.
     *
     * @param group the group, or the unit in whose name people write
     */
    record Pass(BoxTerms terms, String group, BlindTicketHolder holder) {
        private BallotWriter writer() {
            return new BallotWriter(terms);
        }

        private Map<String, Object> sent(long sequence, SealedBallot ballot) {
            Map<String, Object> sent = new LinkedHashMap<>();
            var pulse = TextBox.pulse(terms.pulse());
            sent.put("pulse", pulse.orElse(terms.pulse()));
            if (pulse.isPresent()) {
                sent.put("box", "texts");
            }
            sent.put("group", group);
            sent.put("ticket", BASE64.encodeToString(holder.ticket().encoded()));
            sent.put("signature", BASE64.encodeToString(ballot.signature()));
            sent.put("sequence", sequence);
            sent.put("sealed", BASE64.encodeToString(ballot.ballot()));
            return sent;
        }

        private Map<String, ?> withdrawal(long sequence) {
            return sent(sequence, writer().withdrawal(holder, group, sequence));
        }

        @Override
        public String toString() {
            return "Pass[not shown]";
        }
    }

    String group() {
        return answers.group();
    }

    @Override
    public Map<String, ?> ballot(long sequence, String nonce, Map<String, @Nullable Integer> given) {
        return answers.sent(
                sequence, answers.writer().answers(answers.holder(), answers.group(), sequence, nonce, given));
    }

    @Override
    public Map<String, ?> withdrawal(long sequence) {
        return answers.withdrawal(sequence);
    }

    @Override
    public Optional<Map<String, ?>> text(long sequence, String text) {
        return Optional.ofNullable(texts)
                .map(pass -> pass.sent(sequence, pass.writer().text(pass.holder(), pass.group(), sequence, text)));
    }

    @Override
    public Optional<Map<String, ?>> textWithdrawal(long sequence) {
        return Optional.ofNullable(texts).map(pass -> pass.withdrawal(sequence));
    }

    @Override
    public Map<String, ?> forged(SplittableRandom chance, String nonce, Map<String, @Nullable Integer> given) {
        Map<String, Object> forged = new LinkedHashMap<>(ballot(1, nonce, given));
        byte[] ticket = answers.holder().ticket().encoded();
        ticket[chance.nextInt(ticket.length)] ^= 1;
        forged.put("ticket", BASE64.encodeToString(ticket));
        return forged;
    }

    @Override
    public String toString() {
        return "BlindEntrance[not shown]";
    }
}
