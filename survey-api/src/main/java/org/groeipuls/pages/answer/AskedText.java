package org.groeipuls.pages.answer;

import java.util.List;
import java.util.Optional;
import org.groeipuls.pulse.FrozenKeys.TicketSigner;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.OpenText.TextUnit;

/**
 * The open question as it is put to one group.
 *
 * @param unit in whose name the group's people write
 * @param groups who else does, by name
 * @param promise of the whole pulse
 */
public record AskedText(OpenText openText, TextUnit unit, String groups, Promise promise) {
    /** What the page warns of; each has a text {@code found.} and its name. */
    private static final List<String> KINDS = List.of("mail", "phone", "address", "number", "only", "name");

    /** Empty when this group's people are not asked to write. */
    static Optional<AskedText> of(AskedPulse pulse) {
        var issued = pulse.known().issued();
        return Optional.ofNullable(issued.openText())
                .flatMap(text -> text.unitOf(pulse.group().group())
                        .map(unit -> new AskedText(
                                text,
                                unit,
                                pulse.words()
                                        .listed(issued.groups().stream()
                                                .filter(asked -> unit.groups().contains(asked.group()))
                                                .flatMap(asked -> pulse.namesOf(asked).stream())
                                                .toList()),
                                new Promise(issued.rules(), text))));
    }

    public String name() {
        return unit.name();
    }

    public int people() {
        return unit.eligible();
    }

    public int leastPeople() {
        return promise.leastPeople();
    }

    public int leastTexts() {
        return promise.leastTexts();
    }

    /** In days. */
    public int retention() {
        return openText.retentionDays();
    }

    public List<String> kinds() {
        return KINDS;
    }

    /** Fingerprint of the key that signs the unit's tickets; empty with personal links. */
    public String ticketKey() {
        return print(unit.ticket());
    }

    public static String print(@org.jspecify.annotations.Nullable TicketSigner signer) {
        return signer == null ? "" : signer.fingerprint();
    }

    public String councilKey() {
        return openText.councilFingerprint();
    }

    public String operatorKey() {
        return openText.operatorFingerprint();
    }
}
