package org.groeipuls.ballot;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.groeipuls.anonymity.BlindTicket;
import org.groeipuls.anonymity.BoxSecret;
import org.groeipuls.anonymity.LinkTicket;
import org.groeipuls.anonymity.PublicKeys;
import org.groeipuls.anonymity.Sealing;
import org.groeipuls.anonymity.Ticket;
import org.groeipuls.ballot.Acknowledgement.Outcome;
import org.groeipuls.ballot.BoxTables.Gate;
import org.groeipuls.ballot.BoxTables.Row;
import org.groeipuls.ballot.BoxTerms.Content;
import org.jspecify.annotations.Nullable;

/**
 * The box of one pulse. A ballot holds the gate that its mark leads to until it is committed; closing holds all gates.
 * So closing waits for the ballots under way, two ballots of one ticket never meet, and ballots of different tickets
 * rarely wait for each other.
 */
final class Box {
    private final BoxTables tables;
    private final BoxTerms terms;
    private final Function<String, BoxSecret> secrets;
    private final Sealing sealing;
    private final String keyPrint;
    private volatile @Nullable BoxSecret secret;

    Box(BoxTables tables, BoxTerms terms, Function<String, BoxSecret> secrets) {
        this.tables = tables;
        this.terms = terms;
        this.secrets = secrets;
        this.sealing = terms.sealing();
        this.keyPrint = PublicKeys.fingerprint(terms.keys().operator());
    }

    BoxTables tables() {
        return tables;
    }

    BoxTerms terms() {
        return terms;
    }

    Sealing sealing() {
        return sealing;
    }

    /** @throws BallotRefusal.TicketUnknown when this box never issued the ticket */
    String groupOf(LinkTicket ticket) {
        if (terms.blind()) {
            throw new BallotRefusal.TicketUnknown();
        }
        byte[] hash = ticket.storedHash(terms.pulse());
        return tables.inTransaction(connection -> tables.groupOf(connection, hash))
                .orElseThrow(BallotRefusal.TicketUnknown::new);
    }

    /** As {@link #groupOf(LinkTicket)}, where this is a box for such a content. */
    String groupOf(LinkTicket ticket, Content content) {
        if (terms.content() != content) {
            throw new BallotRefusal.TicketUnknown();
        }
        return groupOf(ticket);
    }

    /** @throws BallotRefusal.TicketUnknown when no key of this pulse and group signed the ticket */
    BlindTicket verified(String group, byte[] ticket) {
        return terms.find(group)
                .flatMap(known -> Optional.ofNullable(known.ticketKey()))
                .flatMap(key -> key.verified(ticket))
                .orElseThrow(BallotRefusal.TicketUnknown::new);
    }

    void requireOpened(Instant now) {
        if (now.isBefore(terms.opensAt())) {
            throw new BallotRefusal.PulseNotOpen();
        }
    }

    /** Seals and records the answers of whoever holds this code, as {@link #put(Ticket, long, byte[], InstantSource)}. */
    Outcome put(LinkTicket ticket, String group, long sequence, InnerSheet sheet, InstantSource clock) {
        Outcome outcome = put(ticket, sequence, sealing.seal(ticket, group, sequence, sheet.encoded()), clock);
        return sheet.withdrawn() && outcome != Outcome.UNCHANGED ? Outcome.WITHDRAWN : outcome;
    }

    /** Records or replaces a ballot, or leaves the one that stands; returns once that is safe on disk. */
    Outcome put(Ticket ticket, long sequence, byte[] ballot, InstantSource clock) {
        if (ballot.length != sealing.ballotBytes()) {
            throw new BallotRefusal.BallotSizeWrong(sealing.ballotBytes());
        }
        byte[] mark = secret().mark(ticket.nullifier(terms.pulse()));
        Row row = new Row(mark, sequence, ballot);
        Outcome outcome = tables.inTransaction(connection -> {
            requireOpen(tables.pass(connection, mark), clock.instant());
            requireIssued(connection, ticket);
            return write(connection, row);
        });
        // also for a ballot that stood already: its first sender may still be waiting for the disk
        tables.awaitDurable();
        return outcome;
    }

    // looked up again behind the gate: codes are replaced only while all gates are held
    private void requireIssued(Connection connection, Ticket ticket) throws SQLException {
        if (ticket instanceof LinkTicket link
                && tables.groupOf(connection, link.storedHash(terms.pulse())).isEmpty()) {
            throw new BallotRefusal.TicketUnknown();
        }
    }

    private Outcome write(Connection connection, Row row) throws SQLException {
        Optional<Long> standing = tables.sequenceOf(connection, row.mark());
        if (standing.isEmpty()) {
            tables.insert(connection, row);
            return Outcome.RECORDED;
        }
        if (standing.get() == row.sequence()) {
            return Outcome.UNCHANGED;
        }
        if (standing.get() > row.sequence()) {
            throw new BallotRefusal.SequenceTooLow();
        }
        tables.replace(connection, row);
        return Outcome.REPLACED;
    }

    private void requireOpen(Gate gate, Instant now) {
        requireOpened(now);
        requireNotClosed(gate, now);
    }

    private void requireNotClosed(Gate gate, Instant now) {
        if (!gate.keyPrint().equals(keyPrint)) {
            // destroyed and made anew since this node looked: what it seals now, nobody could open
            throw new BoxGone();
        }
        if (gate.closed() || !now.isBefore(gate.closesAt())) {
            throw new BallotRefusal.PulseClosed();
        }
    }

    /** Makes the codes of a group, one for everybody in it, as {@link #issue(String, String, int, InstantSource, SecureRandom)}. */
    List<String> issue(String group, InstantSource clock, SecureRandom chance) {
        int eligible =
                terms.find(group).orElseThrow(BallotRefusal.GroupUnknown::new).eligible();
        return issue(group, group, eligible, clock, chance);
    }

    /**
     * Makes codes; returns once their hashes are safe on disk.
     *
     * @param lot what they are made for at once: made again, it replaces its own codes and no others
     */
    List<String> issue(String group, String lot, int number, InstantSource clock, SecureRandom chance) {
        secret(); // a node without the vault does not issue
        if (terms.find(group)
                .filter(known -> known.ticketKey() == null && number <= known.eligible())
                .isEmpty()) {
            throw new BallotRefusal.GroupUnknown();
        }
        List<LinkTicket> tickets =
                Stream.generate(() -> LinkTicket.fresh(chance)).limit(number).toList();
        List<byte[]> hashes = tickets.stream()
                .map(ticket -> ticket.storedHash(terms.pulse()))
                // sorted, so that the place in the table does not tell the place in the list of codes
                .sorted(java.util.Arrays::compareUnsigned)
                .toList();
        tables.inTransaction(connection -> {
            Gate gate = tables.passAll(connection);
            Instant now = clock.instant();
            requireNotClosed(gate, now);
            boolean repeated = tables.forgetCodes(connection, lot) > 0;
            if (repeated && (!now.isBefore(terms.opensAt()) || tables.holdsBallots(connection))) {
                throw new BallotRefusal.LinksAlreadyIssued();
            }
            tables.addCodes(connection, group, lot, hashes);
            return hashes;
        });
        tables.awaitDurable();
        return tickets.stream().map(LinkTicket::code).toList();
    }

    /** All ballots of this box, when it is closed and the works council has the key of the outer layer. */
    CouncilBatch batch() {
        return tables.inTransaction(connection -> {
            requireShared(connection);
            return new CouncilBatch(
                    terms.pulse(),
                    tables.ballots(connection).stream().map(Row::ciphertext).toList(),
                    tables.codes(connection));
        });
    }

    /** Keeps what the works council gave back; returns once it is safe on disk. */
    void keep(CouncilShare share) {
        tables.inTransaction(connection -> {
            tables.passAll(connection);
            requireShared(connection);
            Optional<CouncilShare> standing = tables.share().read(connection);
            if (standing.isEmpty()) {
                requireAllowed(share, tables.ballots(connection).size());
                tables.share().write(connection, share);
            } else if (!same(standing.get(), share)) {
                throw new BallotRefusal.ShareAlreadyReturned();
            }
            return share;
        });
        tables.awaitDurable();
    }

    private void requireShared(Connection connection) throws SQLException {
        if (!terms.twoLayers() || !tables.look(connection).closed()) {
            throw new BallotRefusal.NothingToShare();
        }
    }

    private void requireAllowed(CouncilShare share, int ballots) {
        Set<String> seen = new HashSet<>();
        boolean fits = share.rejected() >= 0
                && share.sheets() + share.rejected() == ballots
                && share.groups().entrySet().stream()
                        .allMatch(group -> terms.find(group.getKey())
                                .filter(known -> group.getValue().size() <= known.eligible())
                                .isPresent())
                && share.groups().values().stream()
                        .flatMap(List::stream)
                        .allMatch(sheet -> sheet.length == sealing.innerBytes()
                                && seen.add(HexFormat.of().formatHex(sheet)));
        if (!fits) {
            throw new BallotRefusal.ShareNotAllowed();
        }
    }

    private static boolean same(CouncilShare standing, CouncilShare given) {
        return standing.rejected() == given.rejected() && sorted(standing).equals(sorted(given));
    }

    private static Map<String, List<String>> sorted(CouncilShare share) {
        Map<String, List<String>> sheets = new TreeMap<>();
        share.groups()
                .forEach((group, batch) -> sheets.put(
                        group,
                        batch.stream().map(HexFormat.of()::formatHex).sorted().toList()));
        return sheets;
    }

    private BoxSecret secret() {
        BoxSecret known = secret;
        if (known == null) {
            known = secrets.apply(terms.pulse());
            secret = known;
        }
        return known;
    }
}
