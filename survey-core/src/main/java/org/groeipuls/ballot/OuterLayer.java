package org.groeipuls.ballot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.groeipuls.anonymity.BlindTicket;
import org.groeipuls.anonymity.CouncilKey;
import org.groeipuls.anonymity.LinkTicket;
import org.groeipuls.anonymity.Sealing;
import org.groeipuls.anonymity.Sealing.Envelope;
import org.groeipuls.anonymity.Ticket;
import org.groeipuls.ballot.BoxTerms.GroupTerms;

/**
 * Takes the outer layer off the ballots of one pulse and verifies their tickets. Sees tickets and never an answer; with
 * two layers it runs on the works council's computer.
 */
public final class OuterLayer {
    private final BoxTerms terms;
    private final Sealing sealing;
    private final CouncilKey key;
    private final Map<String, String> codes;

    /** @param codes with personal links: per hash of a code, in lower-case hex, its group */
    OuterLayer(BoxTerms terms, CouncilKey key, Map<String, String> codes) {
        this.terms = terms;
        this.sealing = terms.sealing();
        this.key = key;
        this.codes = codes;
    }

    /** A ballot whose ticket was verified. */
    record Verified(byte[] nullifier, Envelope envelope) {
        @Override
        public String toString() {
            return "Verified[not shown]";
        }
    }

    /**
     * Removes the outer layer of a whole batch: drops what does not verify, of several ballots of one ticket all but the
     * latest, and all tickets, and shuffles what is left within each group.
     *
     * @param terms what was frozen in the pulse, as history tells it, not as the batch does
     * @throws IllegalArgumentException when the batch or the key belongs to another pulse
     * @throws TooManyBallots when a group has more valid ballots than people
     */
    public static CouncilShare remove(BoxTerms terms, CouncilBatch batch, CouncilKey key, RandomGenerator chance) {
        if (!batch.pulse().equals(terms.pulse())
                || !Arrays.equals(key.publicKey(), terms.keys().council())) {
            throw new IllegalArgumentException("This batch or this key belongs to another pulse than " + terms.pulse());
        }
        OuterLayer layer = new OuterLayer(terms, key, batch.codes());
        Map<String, Verified> latest = new HashMap<>();
        for (byte[] ballot : batch.ballots()) {
            layer.verified(ballot)
                    .ifPresent(found -> latest.merge(
                            HexFormat.of().formatHex(found.nullifier()),
                            found,
                            (one, other) -> one.envelope().sequence()
                                            >= other.envelope().sequence()
                                    ? one
                                    : other));
        }
        SortedMap<String, List<byte[]>> groups = new TreeMap<>();
        latest.values()
                .forEach(found -> groups.computeIfAbsent(found.envelope().group(), any -> new ArrayList<>())
                        .add(found.envelope().inner()));
        groups.forEach((group, sheets) -> {
            int people = terms.find(group).map(GroupTerms::eligible).orElse(0);
            if (sheets.size() > people) {
                throw new TooManyBallots(group, sheets.size(), people);
            }
            sheets.sort(Arrays::compareUnsigned);
            Collections.shuffle(sheets, chance);
        });
        return new CouncilShare(groups, batch.ballots().size() - latest.size());
    }

    /** What lies in a ballot, empty when it was not sealed for this pulse, altered, or has no valid ticket. */
    Optional<Verified> verified(byte[] ballot) {
        return sealing.openOuter(key, ballot)
                .flatMap(envelope ->
                        ticket(envelope).map(ticket -> new Verified(ticket.nullifier(terms.pulse()), envelope)));
    }

    private Optional<Ticket> ticket(Envelope envelope) {
        return terms.find(envelope.group()).flatMap(group -> terms.blind() ? blind(group, envelope) : link(envelope));
    }

    private Optional<Ticket> blind(GroupTerms group, Envelope envelope) {
        Optional<BlindTicket> ticket =
                Optional.ofNullable(group.ticketKey()).flatMap(signer -> signer.verified(envelope.ticket()));
        return ticket.filter(valid -> sealing.proven(valid, envelope)).map(Ticket.class::cast);
    }

    private Optional<Ticket> link(Envelope envelope) {
        return LinkTicket.read(new String(envelope.ticket(), US_ASCII))
                .filter(ticket ->
                        envelope.group().equals(codes.get(HexFormat.of().formatHex(ticket.storedHash(terms.pulse())))))
                .map(Ticket.class::cast);
    }

    /** More valid ballots than people were asked: somebody made tickets that nobody was given. */
    public static final class TooManyBallots extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyBallots(String group, int ballots, int people) {
            super("Group " + group + " has " + ballots + " valid ballots and " + people + " people: somebody signed"
                    + " tickets that nobody was given. Give nothing back and ask the operator for an explanation");
        }
    }
}
