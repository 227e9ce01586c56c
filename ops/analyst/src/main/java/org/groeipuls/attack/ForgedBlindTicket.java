package org.groeipuls.attack;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.groeipuls.anonymity.BlindTicketHolder;
import org.groeipuls.anonymity.TicketKey;
import org.groeipuls.anonymity.TicketRequest;
import org.groeipuls.ballot.BallotWriter.SealedBallot;

/**
 * Tickets that the server never signed for this group and pulse: of another pulse or group, signed with a key of one's
 * own, altered, made by arithmetic on signatures, and a ticket used twice in another coat.
 */
final class ForgedBlindTicket implements Attack<Api> {
    private static final int PEOPLE = 6;
    private static final int PREFIX = 32;
    private static final int SIGNATURE = TicketKey.MODULUS;

    @Override
    public String key() {
        return "forged-blind-ticket";
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Finding on(Api api) {
        var notes = new Notes();
        var scene = new Scene(api);
        var team = scene.team("a", 8);
        var neighbours = scene.team("b", 8);
        scene.people(Map.of(team, 8, neighbours, 8));
        var other = scene.issueBlind("other", "exact", List.of(neighbours));
        var pulse = scene.issueBlind("p", "exact", List.of(team));
        scene.open();
        var tickets = new BlindTickets(scene, pulse);
        List<BlindTicketHolder> honest = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            honest.add(tickets.honest(Scene.person(team, i), team));
            scene.answer(tickets.of(honest.getLast(), team), scene.answers(i));
        }
        int taken = 0;
        for (var foreign : foreign(scene, other, neighbours)) {
            notes.tried();
            taken += tickets.of(foreign, team)
                                    .send(1, scene.nonce(), scene.all(5))
                                    .status()
                            == 201
                    ? 1
                    : 0;
        }
        var ballot = tickets.sealed(honest.getFirst(), team, 9, scene.nonce(), Map.of());
        for (byte[] forged : forged(honest, tickets.key(team))) {
            notes.tried();
            taken += tickets.send("POST", team, forged, 9, ballot).ok() ? 1 : 0;
        }
        taken += coats(scene, tickets, honest.getFirst(), team, ballot, notes);
        scene.close();
        int counted = scene.counted(pulse);
        notes.number("forgeries-taken", taken);
        notes.number("ballots-counted", counted);
        notes.expect(taken == 0, "forged tickets were taken: " + taken);
        notes.expect(counted == PEOPLE, counted + " ballots were counted of " + PEOPLE + " people");
        return notes.finding();
    }

    /** Whole tickets of another pulse and group, and one signed with a key of one's own. */
    private static List<BlindTicketHolder> foreign(Scene scene, String other, String neighbours) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair own = generator.generateKeyPair();
            var request = TicketRequest.fresh(TicketKey.of(own.getPublic().getEncoded()), BlindTickets.CHANCE);
            var message = new BigInteger(1, request.blindedMessage());
            var signature = message.modPow(exponent(own.getPrivate()), ((RSAPublicKey) own.getPublic()).getModulus());
            var elsewhere = new BlindTickets(scene, other);
            return List.of(
                    elsewhere.honest(Scene.person(neighbours, 0), neighbours), request.finish(padded(signature)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BigInteger exponent(PrivateKey key) {
        return ((java.security.interfaces.RSAPrivateKey) key).getPrivateExponent();
    }

    /** Encoded tickets that were made without the server. */
    private static List<byte[]> forged(List<BlindTicketHolder> honest, TicketKey key) {
        List<byte[]> forged = new ArrayList<>();
        byte[] ticket = honest.getFirst().ticket().encoded();
        for (int at = 0; at < ticket.length; at += 7) {
            byte[] altered = ticket.clone();
            altered[at] ^= 1;
            forged.add(altered);
        }
        var modulus = modulus(key);
        var one = signature(ticket);
        var two = signature(honest.get(1).ticket().encoded());
        // what RSA gives without its key: products, inverses, powers, and a message made from a chosen signature
        for (var number : List.of(
                one.multiply(two).mod(modulus),
                one.modInverse(modulus),
                one.multiply(one).mod(modulus),
                modulus.subtract(one),
                BigInteger.ONE,
                BigInteger.ZERO,
                modulus.subtract(BigInteger.ONE),
                new BigInteger(2040, BlindTickets.CHANCE).modPow(BigInteger.valueOf(65537), modulus))) {
            forged.add(with(ticket, number));
            forged.add(with(honest.get(2).ticket().encoded(), number));
        }
        byte[] swapped = honest.get(1).ticket().encoded();
        System.arraycopy(ticket, PREFIX, swapped, PREFIX, ticket.length - PREFIX - SIGNATURE);
        forged.add(swapped);
        forged.add(Arrays.copyOf(ticket, ticket.length - 1));
        forged.add(Arrays.copyOf(ticket, ticket.length + 1));
        forged.add(new byte[ticket.length]);
        return forged;
    }

    /** The same ticket written in another way, and its ballot replaced by somebody without the ballot key. */
    private static int coats(
            Scene scene,
            BlindTickets tickets,
            BlindTicketHolder holder,
            String team,
            SealedBallot ballot,
            Notes notes) {
        int taken = 0;
        byte[] ticket = holder.ticket().encoded();
        var above = signature(ticket).add(modulus(tickets.key(team)));
        if (above.bitLength() <= 8 * SIGNATURE) {
            notes.tried();
            taken += tickets.send("POST", team, with(ticket, above), 9, ballot).ok() ? 1 : 0;
        }
        var thief = BlindTicketHolder.of(holder.ticket(), ballotKey());
        notes.tried();
        taken += tickets.of(thief, team).send(2, scene.nonce(), scene.all(1)).ok() ? 1 : 0;
        notes.tried();
        taken += tickets.of(thief, team).withdraw(3).ok() ? 1 : 0;
        return taken;
    }

    private static KeyPair ballotKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BigInteger modulus(TicketKey key) {
        try {
            var spki = new java.security.spec.X509EncodedKeySpec(
                    Base64.getDecoder().decode(key.base64()));
            return ((RSAPublicKey) java.security.KeyFactory.getInstance("RSA").generatePublic(spki)).getModulus();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BigInteger signature(byte[] ticket) {
        return new BigInteger(1, Arrays.copyOfRange(ticket, ticket.length - SIGNATURE, ticket.length));
    }

    private static byte[] with(byte[] ticket, BigInteger signature) {
        byte[] forged = ticket.clone();
        System.arraycopy(padded(signature), 0, forged, ticket.length - SIGNATURE, SIGNATURE);
        return forged;
    }

    private static byte[] padded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[SIGNATURE];
        int length = Math.min(bytes.length, SIGNATURE);
        System.arraycopy(bytes, bytes.length - length, padded, SIGNATURE - length, length);
        return padded;
    }
}
