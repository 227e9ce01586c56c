package org.groeipuls.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.groeipuls.anonymity.TextKey;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.release.ReleaseEvent.TextsReleased;
import org.groeipuls.team.UnitId;

/**
 * How released texts stand in history, sealed, and how they are read:
 *
 * <pre>plain = { length(2) | text in UTF-8 }, in the order of the shuffle</pre>
 */
public final class ReleasedTexts {
    private ReleasedTexts() {}

    /** The texts of a unit as they stand in history. */
    static String sealed(PulseId pulse, UnitId unit, List<String> texts, TextKey key) {
        return Base64.getEncoder().encodeToString(key.seal(TextsReleased.place(pulse, unit), encoded(texts)));
    }

    /** What was written, when this is the key; empty when the event was altered. */
    public static Optional<List<String>> read(TextsReleased event, TextKey key) {
        var place = TextsReleased.place(event.pulse(), event.unit());
        return key.open(place, Base64.getDecoder().decode(event.sealed())).map(ReleasedTexts::decoded);
    }

    private static byte[] encoded(List<String> texts) {
        var bytes = new ByteArrayOutputStream();
        for (var text : texts) {
            var characters = text.strip().getBytes(UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(Short.BYTES)
                    .putShort((short) characters.length)
                    .array());
            bytes.writeBytes(characters);
        }
        return bytes.toByteArray();
    }

    private static List<String> decoded(byte[] plain) {
        List<String> texts = new ArrayList<>();
        var bytes = ByteBuffer.wrap(plain);
        while (bytes.hasRemaining()) {
            var characters = new byte[Short.toUnsignedInt(bytes.getShort())];
            bytes.get(characters);
            texts.add(new String(characters, UTF_8));
        }
        return texts;
    }
}
