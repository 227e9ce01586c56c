package org.groeipuls.anonymity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Seals the ballots of one pulse in two layers and opens them again. Each layer is HPKE (RFC 9180, base mode,
 * DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM); its info string binds pulse and layer, the inner layer's
 * associated data bind the group.
 *
 * <pre>
 * ballot = enc(65) | HPKE(council,  outer)            info "groeipuls/1/outer" 0x00 pulse
 * outer  = ticket field | group field | sequence(8) | inner
 * inner  = enc(65) | HPKE(operator, sheet field)      info "groeipuls/1/inner" 0x00 pulse, aad group
 * field  = length(2) | bytes | zeros to the field's size; numbers big-endian
 * </pre>
 *
 * All sizes are fixed per pulse, so every ballot of a pulse has one size.
 *
 * <h2>What is not promised</h2>
 * Who holds the whole {@link BoxKey} sees tickets and answers side by side; with one key per party nobody does.
 */
public final class Sealing {
    /** Largest ticket, in bytes. */
    public static final int TICKET = 64;

    private static final int PREFIX = 2;
    private static final byte[] NOTHING = {};

    private final String pulse;
    private final PublicKeys keys;
    private final int groupBytes;
    private final int sheetBytes;

    private Sealing(String pulse, PublicKeys keys, int groupBytes, int sheetBytes) {
        this.pulse = pulse;
        this.keys = keys;
        this.groupBytes = groupBytes;
        this.sheetBytes = sheetBytes;
    }

    /**
     * @param pulse id of the pulse
     * @param keys the public halves of both layers
     * @param groupBytes size of the longest group id of the pulse in UTF-8, 1..1000
     * @param sheetBytes size of the largest sheet of the pulse in bytes, 1..8000
     */
    public static Sealing of(String pulse, PublicKeys keys, int groupBytes, int sheetBytes) {
        if (groupBytes < 1 || groupBytes > 1000 || sheetBytes < 1 || sheetBytes > 8000) {
            throw new IllegalArgumentException("Group ids have 1 to 1000 bytes and sheets 1 to 8000; asked for "
                    + groupBytes + " and " + sheetBytes + ": shorten the group ids or the form");
        }
        return new Sealing(pulse, keys, groupBytes, sheetBytes);
    }

    /** What the outer layer hides: the proof of the right to answer, and the sheet that is still sealed. */
    public record Envelope(byte[] ticket, String group, long sequence, byte[] inner) {
        @Override
        public String toString() {
            return "Envelope[not shown]";
        }
    }

    /** The one size of every ballot of this pulse, in bytes. */
    public int ballotBytes() {
        return outerBytes() + Layer.OVERHEAD;
    }

    /**
     * Seals one sheet.
     *
     * @param sequence the sender's number of this version, 1 or more
     * @throws IllegalArgumentException when ticket, group or sheet is larger than announced
     */
    public byte[] seal(Ticket ticket, String group, long sequence, byte[] sheet) {
        byte[] groupId = group.getBytes(UTF_8);
        byte[] inner = inner().seal(keys.operator(), groupId, field(sheet, sheetBytes, "sheet"));
        byte[] outer = ByteBuffer.allocate(outerBytes())
                .put(field(ticket.encoded(), TICKET, "ticket"))
                .put(field(groupId, groupBytes, "group"))
                .putLong(sequence)
                .put(inner)
                .array();
        return outer().seal(keys.council(), NOTHING, outer);
    }

    /** Opens the outer layer; empty when the ballot was not sealed for this pulse and key, or was altered. */
    public Optional<Envelope> openOuter(BoxKey key, byte[] ballot) {
        return outer().open(key.council(), NOTHING, ballot).flatMap(this::envelope);
    }

    /** Opens the inner layer of a sheet of this group; empty when it was not sealed for it, or was altered. */
    public Optional<byte[]> openInner(BoxKey key, String group, byte[] inner) {
        return inner().open(key.operator(), group.getBytes(UTF_8), inner)
                .filter(sheet -> sheet.length == PREFIX + sheetBytes)
                .flatMap(sheet -> content(ByteBuffer.wrap(sheet), sheetBytes));
    }

    private Optional<Envelope> envelope(byte[] plain) {
        if (plain.length != outerBytes()) {
            return Optional.empty();
        }
        ByteBuffer outer = ByteBuffer.wrap(plain);
        Optional<byte[]> ticket = content(outer, TICKET);
        Optional<byte[]> group = content(outer, groupBytes);
        long sequence = outer.getLong();
        byte[] inner = new byte[outer.remaining()];
        outer.get(inner);
        return ticket.flatMap(t -> group.map(g -> new Envelope(t, new String(g, UTF_8), sequence, inner)));
    }

    private int outerBytes() {
        return PREFIX + TICKET + PREFIX + groupBytes + Long.BYTES + PREFIX + sheetBytes + Layer.OVERHEAD;
    }

    private Layer outer() {
        return new Layer("groeipuls/1/outer\0" + pulse);
    }

    private Layer inner() {
        return new Layer("groeipuls/1/inner\0" + pulse);
    }

    private static byte[] field(byte[] bytes, int size, String name) {
        if (bytes.length > size) {
            throw new IllegalArgumentException("A " + name + " of this pulse has at most " + size + " bytes");
        }
        return ByteBuffer.allocate(PREFIX + size)
                .putShort((short) bytes.length)
                .put(bytes)
                .array();
    }

    private static Optional<byte[]> content(ByteBuffer from, int size) {
        int length = Short.toUnsignedInt(from.getShort());
        byte[] field = new byte[size];
        from.get(field);
        return length > size ? Optional.empty() : Optional.of(java.util.Arrays.copyOf(field, length));
    }
}
