package org.groeipuls.anonymity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Seals the ballots of one pulse in two layers and opens them again, as docs/protocol.md says byte by byte. Each layer
 * is HPKE (RFC 9180, base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM); its info string binds pulse and
 * layer, the inner layer's associated data bind the group.
 *
 * <pre>
 * ballot = enc(65) | HPKE(council,  outer)            info "groeipuls/1/outer" 0x00 pulse
 * outer  = ticket field | group field | sequence(8) | proof field | inner
 * inner  = enc(65) | HPKE(operator, sheet field)      info "groeipuls/1/inner" 0x00 pulse, aad group
 * field  = length(2) | bytes | zeros to the field's size; numbers big-endian
 * </pre>
 *
 * All sizes are fixed per pulse, so every ballot of a pulse has one size.
 *
 * <h2>What is not promised</h2>
 * Who holds the keys of both layers sees tickets and answers side by side; with one key per party nobody does.
 */
public final class Sealing {
    private static final int PREFIX = 2;
    private static final byte[] NOTHING = {};
    private static final byte[] SHEET = "groeipuls/1/sheet\0".getBytes(UTF_8);
    private static final byte[] BALLOT = "groeipuls/1/ballot\0".getBytes(UTF_8);
    private static final byte[] SEPARATOR = {0};

    private final String pulse;
    private final PublicKeys keys;
    private final Sizes sizes;

    private Sealing(String pulse, PublicKeys keys, Sizes sizes) {
        this.pulse = pulse;
        this.keys = keys;
        this.sizes = sizes;
    }

    /**
     * How large the fields of every ballot of a pulse are, in bytes.
     *
     * @param ticket of the ticket
     * @param group of the longest group id of the pulse in UTF-8, 1..1000
     * @param proof of the ballot key's signature; 0 without blind tickets
     * @param sheet of the largest sheet of the pulse, 1..8000
     */
    public record Sizes(int ticket, int group, int proof, int sheet) {
        public Sizes {
            if (group < 1 || group > 1000 || sheet < 1 || sheet > 8000) {
                throw new IllegalArgumentException("Group ids have 1 to 1000 bytes and sheets 1 to 8000; asked for "
                        + group + " and " + sheet + ": shorten the group ids or the form");
            }
        }

        /** The sizes where a personal link is the ticket. */
        public static Sizes link(int group, int sheet) {
            return new Sizes(64, group, 0, sheet);
        }

        /** The sizes with blind tickets. */
        public static Sizes blind(int group, int sheet) {
            return new Sizes(BlindTicket.LENGTH, group, P256.SIGNATURE, sheet);
        }
    }

    /**
     * @param pulse id of the pulse
     * @param keys the public halves of both layers
     */
    public static Sealing of(String pulse, PublicKeys keys, Sizes sizes) {
        return new Sealing(pulse, keys, sizes);
    }

    /**
     * What the outer layer hides: the proof of the right to answer, and the sheet that is still sealed.
     *
     * @param proof the ballot key's word that this sheet belongs to this ticket; empty without blind tickets
     */
    public record Envelope(byte[] ticket, String group, long sequence, byte[] proof, byte[] inner) {
        @Override
        public String toString() {
            return "Envelope[not shown]";
        }
    }

    /** The one size of every ballot of this pulse, in bytes. */
    public int ballotBytes() {
        return outerBytes() + Layer.OVERHEAD;
    }

    /** The one size of every sheet of this pulse when the outer layer is off, in bytes. */
    public int innerBytes() {
        return PREFIX + sizes.sheet() + Layer.OVERHEAD;
    }

    /**
     * Seals one sheet.
     *
     * @param sequence the sender's number of this version, 1 or more
     * @throws IllegalArgumentException when ticket, group or sheet is larger than announced
     */
    public byte[] seal(TicketHolder holder, String group, long sequence, byte[] sheet) {
        byte[] groupId = group.getBytes(UTF_8);
        byte[] inner = inner().seal(keys.operator(), groupId, field(sheet, sizes.sheet(), "sheet"));
        byte[] proof = holder.sign(sheetStatement(group, sequence, inner));
        byte[] outer = ByteBuffer.allocate(outerBytes())
                .put(field(holder.ticket().encoded(), sizes.ticket(), "ticket"))
                .put(field(groupId, sizes.group(), "group"))
                .putLong(sequence)
                .put(field(proof, sizes.proof(), "proof"))
                .put(inner)
                .array();
        return outer().seal(keys.council(), NOTHING, outer);
    }

    /** The ballot key's signature that goes with a request, so that nobody else can replace a ballot. */
    public byte[] sign(TicketHolder holder, long sequence, byte[] ballot) {
        return holder.sign(ballotStatement(sequence, ballot));
    }

    /** Whether the ballot key of this ticket signed this ballot under this number. */
    public boolean signed(BlindTicket ticket, long sequence, byte[] ballot, byte[] signature) {
        return ticket.signed(ballotStatement(sequence, ballot), signature);
    }

    /** Whether the ballot key of this ticket signed the sheet in this envelope. */
    public boolean proven(BlindTicket ticket, Envelope envelope) {
        return ticket.signed(sheetStatement(envelope.group(), envelope.sequence(), envelope.inner()), envelope.proof());
    }

    /** Opens the outer layer; empty when the ballot was not sealed for this pulse and key, or was altered. */
    public Optional<Envelope> openOuter(CouncilKey key, byte[] ballot) {
        return outer().open(key.half(), NOTHING, ballot).flatMap(this::envelope);
    }

    /** Opens the inner layer of a sheet of this group; empty when it was not sealed for it, or was altered. */
    public Optional<byte[]> openInner(BoxKey key, String group, byte[] inner) {
        return inner().open(key.operator(), group.getBytes(UTF_8), inner)
                .filter(sheet -> sheet.length == PREFIX + sizes.sheet())
                .flatMap(sheet -> content(ByteBuffer.wrap(sheet), sizes.sheet()));
    }

    private Optional<Envelope> envelope(byte[] plain) {
        if (plain.length != outerBytes()) {
            return Optional.empty();
        }
        ByteBuffer outer = ByteBuffer.wrap(plain);
        Optional<byte[]> ticket = content(outer, sizes.ticket());
        Optional<byte[]> group = content(outer, sizes.group());
        long sequence = outer.getLong();
        Optional<byte[]> proof = content(outer, sizes.proof());
        byte[] inner = new byte[outer.remaining()];
        outer.get(inner);
        return ticket.flatMap(t ->
                group.flatMap(g -> proof.map(p -> new Envelope(t, new String(g, UTF_8), sequence, p, inner))));
    }

    private int outerBytes() {
        return PREFIX + sizes.ticket() + PREFIX + sizes.group() + Long.BYTES + PREFIX + sizes.proof() + innerBytes();
    }

    private byte[] sheetStatement(String group, long sequence, byte[] inner) {
        return joined(
                SHEET,
                pulse.getBytes(UTF_8),
                SEPARATOR,
                group.getBytes(UTF_8),
                SEPARATOR,
                number(sequence),
                Digests.sha256(inner));
    }

    private byte[] ballotStatement(long sequence, byte[] ballot) {
        return joined(BALLOT, pulse.getBytes(UTF_8), SEPARATOR, number(sequence), Digests.sha256(ballot));
    }

    private static byte[] number(long sequence) {
        return ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer whole = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            whole.put(part);
        }
        return whole.array();
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
        return length > size ? Optional.empty() : Optional.of(Arrays.copyOf(field, length));
    }
}
