package org.groeipuls.api.analyst;

import java.util.List;
import java.util.Optional;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.release.ReleaseEvent.TextsReleased;
import org.groeipuls.release.ReleasedTexts;
import org.groeipuls.team.UnitId;
import org.groeipuls.theme.TextTable;

/** Released texts, opened as long as they may be read; nothing of them is kept. */
final class ReadableTexts {
    private final TextTable released;
    private final TextKeys keys;

    ReadableTexts(TextTable released, TextKeys keys) {
        this.released = released;
        this.keys = keys;
    }

    /** What was released for a unit, sealed. */
    List<TextsReleased> of(UnitId unit) {
        return released.of(unit);
    }

    /** The texts of a release; empty when their retention ended. */
    Optional<List<String>> open(TextsReleased event) {
        return keys.find(event.pulse().value())
                .map(key -> ReleasedTexts.read(event, key).orElseThrow());
    }

    /** Every text of the organisation that can be read now. */
    List<String> all() {
        return released.all().stream()
                .flatMap(event -> open(event).stream())
                .flatMap(List::stream)
                .toList();
    }
}
