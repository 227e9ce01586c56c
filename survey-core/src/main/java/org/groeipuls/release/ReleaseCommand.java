package org.groeipuls.release;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.release.ReleaseEvent.TextsReleased;

/** What can be asked of a release. */
public sealed interface ReleaseCommand {
    /** Publishes what the count found; asked for again it changes nothing, for there is one release per pulse (R1). */
    record PublishRelease(
            @TargetAggregateIdentifier ReleaseId release,
            CountPublished count,
            List<BlockReleased> blocks,
            List<TextsReleased> texts)
            implements ReleaseCommand {}
}
