package org.groeipuls.anonymity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that the vault keeps of one pulse.
 *
 * <pre>
 * operator scalar(32) | operator point(65) | council key's SPKI(91) | has council scalar(1) | [ scalar(32) ]
 * | box secret(32) | seed(32) | number of ticket keys(2) | { group length(2) | group | length(2) | PKCS #8 }
 * </pre>
 *
 * @param tickets per group id the key that signs its tickets; empty with personal links
 */
record PulseSecrets(BoxKey boxKey, SortedMap<String, TicketSigningKey> tickets) {

    PulseSecrets {
        tickets = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(tickets));
    }

    PulseKeys.Established published() {
        SortedMap<String, TicketKey> keys = new TreeMap<>();
        tickets.forEach((group, key) -> keys.put(group, key.publicKey()));
        return new PulseKeys.Established(boxKey.publicKeys(), keys);
    }

    PulseSecrets with(SortedMap<String, TicketSigningKey> more) {
        SortedMap<String, TicketSigningKey> all = new TreeMap<>(more);
        all.putAll(tickets);
        return new PulseSecrets(boxKey, all);
    }

    byte[] encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(boxKey.operator().scalar());
            out.write(boxKey.operator().point());
            out.write(boxKey.publicKeys().council());
            CouncilKey council = boxKey.council().orElse(null);
            out.writeBoolean(council != null);
            if (council != null) {
                out.write(council.half().scalar());
            }
            out.write(boxKey.boxSecret().bytes());
            out.write(boxKey.seed());
            out.writeShort(tickets.size());
            for (var ticket : tickets.entrySet()) {
                write(out, ticket.getKey().getBytes(UTF_8));
                write(out, ticket.getValue().pkcs8());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("Writing to memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }

    /** @throws GeneralSecurityException when this is not what {@link #encoded} gives */
    static PulseSecrets decoded(byte[] encoded) throws GeneralSecurityException {
        try (DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(encoded))) {
            BoxKey.KeyHalf operator = new BoxKey.KeyHalf(in.readNBytes(P256.SCALAR), in.readNBytes(P256.POINT));
            byte[] councilPublic = P256.spki(P256.point(in.readNBytes(P256.spki(operator.point()).length)));
            @Nullable
            CouncilKey council = in.readBoolean()
                    ? new CouncilKey(new BoxKey.KeyHalf(in.readNBytes(P256.SCALAR), P256.point(councilPublic)))
                    : null;
            BoxSecret secret = new BoxSecret(in.readNBytes(BoxSecret.LENGTH));
            byte[] seed = in.readNBytes(BoxKey.SEED);
            SortedMap<String, TicketSigningKey> tickets = new TreeMap<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                String group = new String(in.readNBytes(in.readUnsignedShort()), UTF_8);
                tickets.put(group, TicketSigningKey.of(in.readNBytes(in.readUnsignedShort())));
            }
            return new PulseSecrets(new BoxKey(operator, councilPublic, council, secret, seed), tickets);
        } catch (IOException | IllegalArgumentException cutShort) {
            throw new GeneralSecurityException("unknown format", cutShort);
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    @Override
    public String toString() {
        return "PulseSecrets[not shown]";
    }
}
