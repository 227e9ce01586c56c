package org.groeipuls.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.groeipuls.anonymity.TextKey;
import org.groeipuls.ballot.OpenedTexts;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.release.ReleaseEvent.TextsReleased;

/** Which texts of a pulse are published (R12). */
final class TextRelease {
    private TextRelease() {}

    /** One event for each unit with enough respondents and texts; k of the pulse counts where it asks more than 10. */
    static List<TextsReleased> of(
            PulseIssued issued, OpenText openText, OpenedTexts written, TextKey key, LocalDate on) {
        int least = Math.max(OpenText.LEAST_RESPONDENTS, issued.rules().minimumGroup());
        List<TextsReleased> released = new ArrayList<>();
        for (TextUnit unit : openText.units()) {
            var sheets = written.units().getOrDefault(unit.unit().value(), List.of());
            var texts = sheets.stream().filter(text -> !text.isBlank()).toList();
            if (sheets.size() >= least && texts.size() >= OpenText.LEAST_TEXTS) {
                released.add(new TextsReleased(
                        ReleaseId.of(issued.pulse()),
                        issued.pulse(),
                        unit.unit(),
                        sheets.size(),
                        texts.size(),
                        ReleasedTexts.sealed(issued.pulse(), unit.unit(), texts, key),
                        on.plusDays(openText.retentionDays())));
            }
        }
        return released;
    }
}
