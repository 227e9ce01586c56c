package org.groeipuls.anonymity;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.params.RSABlindSignatureParameters;

/**
 * The person's half of fetching a blind ticket (RFC 9474): makes a ballot key, blinds the message that holds it, and
 * makes a ticket of the blind signature. Can be sent again as it is when the reply was lost.
 */
public final class TicketRequest {
    private static final RSABlindSignatureParameters VARIANT =
            RSABlindSignatureParameters.RSABSSA_SHA384_PSS_RANDOMIZED;

    private final TicketKey key;
    private final KeyPair ballotKey;
    private final Blinding blinding;

    private TicketRequest(TicketKey key, KeyPair ballotKey, SecureRandom chance) {
        this.key = key;
        this.ballotKey = ballotKey;
        this.blinding = Blinding.of(
                VARIANT,
                key.parameters(),
                key.message(P256.point(ballotKey.getPublic().getEncoded())),
                chance);
    }

    /** A request with a ballot key that nobody has seen. */
    public static TicketRequest fresh(TicketKey key, SecureRandom chance) {
        return new TicketRequest(key, P256.generate(chance), chance);
    }

    /** What is sent to be signed: {@link TicketKey#MODULUS} bytes that say nothing of the ballot key. */
    public byte[] blindedMessage() {
        return blinding.blinded().clone();
    }

    /**
     * Takes the blinding off.
     *
     * @throws IllegalArgumentException when this is no signature of the blinded message by the ticket key
     */
    public BlindTicketHolder finish(byte[] blindSignature) {
        byte[] signature = blinding.takenOff(blindSignature);
        byte[] prefix = Arrays.copyOf(blinding.prepared(), TicketKey.PREFIX);
        byte[] point = P256.point(ballotKey.getPublic().getEncoded());
        byte[] encoded = Arrays.copyOf(prefix, BlindTicket.LENGTH);
        System.arraycopy(point, 0, encoded, prefix.length, point.length);
        System.arraycopy(signature, 0, encoded, prefix.length + point.length, signature.length);
        return key.verified(encoded)
                .map(ticket -> new BlindTicketHolder(ticket, ballotKey))
                .orElseThrow(() -> new IllegalArgumentException("The server did not sign what was sent to it"));
    }

    @Override
    public String toString() {
        return "TicketRequest[not shown]";
    }
}
