package org.groeipuls.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An event as it is stored, to the letter.
 *
 * @param position its place in history, from 1; positions grow and may leave gaps
 * @param time the day it was recorded, as the text that is stored
 * @param data its content, as the text that is stored
 */
public record RecordedEvent(
        long position, String type, String revision, String aggregate, long sequence, String time, String data) {
    private static final byte[] DOMAIN = "groeipuls/1/event\0".getBytes(UTF_8);

    /** All of it in bytes; no two events that differ give the same. */
    public byte[] canonical() {
        byte[][] texts = {
            type.getBytes(UTF_8),
            revision.getBytes(UTF_8),
            aggregate.getBytes(UTF_8),
            time.getBytes(UTF_8),
            data.getBytes(UTF_8)
        };
        int length = DOMAIN.length + 2 * Long.BYTES;
        for (byte[] text : texts) {
            length += Integer.BYTES + text.length;
        }
        var bytes = ByteBuffer.allocate(length).put(DOMAIN).putLong(position).putLong(sequence);
        for (byte[] text : texts) {
            bytes.putInt(text.length).put(text);
        }
        return bytes.array();
    }

    /**
     * Its content in pieces for places that hold only so much: none begins or ends with a blank, or in the midst of a
     * character of two.
     *
     * @param longest 2 or more characters
     */
    public List<String> pieces(int longest) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < data.length(); ) {
            int to = Math.min(data.length(), from + longest);
            int at = to;
            while (at > from + 1 && !mayCut(at)) {
                at--;
            }
            to = mayCut(at) ? at : to;
            pieces.add(data.substring(from, to));
            from = to;
        }
        return pieces;
    }

    private boolean mayCut(int at) {
        return at == data.length()
                || !Character.isHighSurrogate(data.charAt(at - 1))
                        && !Character.isWhitespace(data.charAt(at - 1))
                        && !Character.isWhitespace(data.charAt(at));
    }

    /** Its leaf: {@code SHA-256(0x00 | salt | canonical)}; the salt keeps readers of a proof from guessing a neighbour. */
    public TreeHash leaf(byte[] salt) {
        return TreeHash.ofLeaf(salt, canonical());
    }
}
