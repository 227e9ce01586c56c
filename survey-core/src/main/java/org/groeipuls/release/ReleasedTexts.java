package org.groeipuls.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.groeipuls.anonymity.TextKey;
import org.groeipuls.ballot.OpenedTexts;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.release.ReleaseEvent.TextsReleased;

/**
 * Which texts of a pulse are published (R12), and how they stand in history:
 *
 * <pre>plain = { length(2) | text in UTF-8 }, in the order of the shuffle</pre>
 */
public final class ReleasedTexts {
    private ReleasedTexts() {}

    /** One event for each unit with enough respondents and texts; k of the pulse counts where it asks more than 10. */
    static List<TextsReleased> of(
            PulseIssued issued, OpenText openText, OpenedTexts written, TextKey key, LocalDate on) {
        int least = Math.max(OpenText.LEAST_RESPONDENTS, issued.rules().minimumGroup());
        List<TextsReleased> released = new ArrayList<>();
        for (TextUnit unit : openText.units()) {
            var sheets = written.units().getOrDefault(unit.unit().value(), List.of());
            var texts = sheets.stream().filter(text -> !text.isBlank()).toList();
            if (sheets.size() >= least && texts.size() >= OpenText.LEAST_TEXTS) {
                var place = TextsReleased.place(issued.pulse(), unit.unit());
                released.add(new TextsReleased(
                        ReleaseId.of(issued.pulse()),
                        issued.pulse(),
                        unit.unit(),
                        sheets.size(),
                        texts.size(),
                        Base64.getEncoder().encodeToString(key.seal(place, encoded(texts))),
                        on.plusDays(openText.retentionDays())));
            }
        }
        return released;
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
