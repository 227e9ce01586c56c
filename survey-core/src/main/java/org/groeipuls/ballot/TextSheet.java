package org.groeipuls.ballot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed in the inner layer of a text ballot: what somebody wrote, empty when they wrote nothing, or the word
 * that it was withdrawn.
 *
 * <pre>
 * text      = 1 | length(2) | text in UTF-8
 * withdrawn = 2
 * </pre>
 *
 * @param text at most {@link #LONGEST} characters; absent when withdrawn
 */
record TextSheet(@Nullable String text) implements InnerSheet {
    /** In Unicode characters. */
    static final int LONGEST = 500;

    /** The size of the largest sheet, in bytes. */
    static final int LARGEST = 1 + Short.BYTES + 4 * LONGEST;

    static final TextSheet WITHDRAWN = new TextSheet(null);
    private static final byte WRITTEN = 1;
    private static final byte EMPTIED = 2;

    /** @throws BallotRefusal.TextNotAllowed when it is too long or has characters that are no text */
    static TextSheet written(String text) {
        if (!allowed(text)) {
            throw new BallotRefusal.TextNotAllowed(LONGEST);
        }
        return new TextSheet(text);
    }

    private static boolean allowed(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                && text.codePoints().noneMatch(TextSheet::noText);
    }

    private static boolean noText(int character) {
        return Character.isISOControl(character) && character != '\n'
                || Character.getType(character) == Character.SURROGATE;
    }

    @Override
    public boolean withdrawn() {
        return text == null;
    }

    @Override
    public byte[] encoded() {
        if (text == null) {
            return new byte[] {EMPTIED};
        }
        byte[] characters = text.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + Short.BYTES + characters.length)
                .put(WRITTEN)
                .putShort((short) characters.length)
                .put(characters)
                .array();
    }

    /** Reads a sheet; empty when it is none. */
    static Optional<TextSheet> read(byte[] encoded) {
        ByteBuffer sheet = ByteBuffer.wrap(encoded);
        if (encoded.length == 1 && encoded[0] == EMPTIED) {
            return Optional.of(WITHDRAWN);
        }
        if (encoded.length < 1 + Short.BYTES
                || sheet.get() != WRITTEN
                || Short.toUnsignedInt(sheet.getShort()) != sheet.remaining()) {
            return Optional.empty();
        }
        try {
            String text = UTF_8.newDecoder().decode(sheet).toString();
            return allowed(text) ? Optional.of(new TextSheet(text)) : Optional.empty();
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "TextSheet[not shown]";
    }
}
