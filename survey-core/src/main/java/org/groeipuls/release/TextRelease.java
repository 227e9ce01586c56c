package org.groeipuls.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.groeipuls.anonymity.TextKey;
import org.groeipuls.ballot.OpenedTexts;
import org.groeipuls.pulse.OpenText;
import org.groeipuls.pulse.OpenText.TextUnit;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.TextsReleased;

/** Which texts of a pulse are published (R12). */
final class TextRelease {
    private TextRelease() {}

    /**
     * One event for each unit with enough respondents and texts; k of the pulse counts where it asks more than 10.
     *
     * @param blocks what is released of the answers
     */
    static List<TextsReleased> of(
            PulseIssued issued,
            OpenText openText,
            OpenedTexts written,
            List<BlockReleased> blocks,
            TextKey key,
            LocalDate on) {
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
                        Math.max(Math.max(least, texts.size()), inBlocks(unit, blocks)),
                        texts.size(),
                        ReleasedTexts.sealed(issued.pulse(), unit.unit(), texts, key),
                        on.plusDays(openText.retentionDays())));
            }
        }
        return released;
    }

    /** The sheets themselves are not told: less the released blocks they would count a block that is not released. */
    private static int inBlocks(TextUnit unit, List<BlockReleased> blocks) {
        return blocks.stream()
                .filter(block -> unit.groups().containsAll(block.groups()))
                .mapToInt(BlockReleased::n)
                .sum();
    }
}
