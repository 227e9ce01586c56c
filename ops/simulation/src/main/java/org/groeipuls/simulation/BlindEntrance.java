package org.groeipuls.simulation;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.groeipuls.anonymity.BlindTicketHolder;
import org.groeipuls.ballot.BallotWriter;
import org.groeipuls.ballot.BallotWriter.SealedBallot;
import org.groeipuls.ballot.BoxTerms;
import org.jspecify.annotations.Nullable;

/** A blind ticket; the answers are sealed here, as a person's device does. */
record BlindEntrance(BoxTerms terms, String group, BlindTicketHolder holder) implements Entrance {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    @Override
    public Map<String, ?> ballot(long sequence, String nonce, Map<String, @Nullable Integer> answers) {
        return sent(sequence, new BallotWriter(terms).answers(holder, group, sequence, nonce, answers));
    }

    @Override
    public Map<String, ?> withdrawal(long sequence) {
        return sent(sequence, new BallotWriter(terms).withdrawal(holder, group, sequence));
    }

    @Override
    public Map<String, ?> forged(SplittableRandom chance, String nonce, Map<String, @Nullable Integer> answers) {
        Map<String, Object> forged = new LinkedHashMap<>(ballot(1, nonce, answers));
        byte[] ticket = holder.ticket().encoded();
        ticket[chance.nextInt(ticket.length)] ^= 1;
        forged.put("ticket", BASE64.encodeToString(ticket));
        return forged;
    }

    private Map<String, Object> sent(long sequence, SealedBallot ballot) {
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("pulse", terms.pulse());
        sent.put("group", group);
        sent.put("ticket", BASE64.encodeToString(holder.ticket().encoded()));
        sent.put("signature", BASE64.encodeToString(ballot.signature()));
        sent.put("sequence", sequence);
        sent.put("sealed", BASE64.encodeToString(ballot.ballot()));
        return sent;
    }

    @Override
    public String toString() {
        return "BlindEntrance[not shown]";
    }
}
