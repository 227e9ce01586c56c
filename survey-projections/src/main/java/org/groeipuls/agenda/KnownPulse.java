package org.groeipuls.agenda;

import java.time.Instant;
import org.groeipuls.pulse.PulseEvent.PulseIssued;
import org.groeipuls.pulse.PulseState;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.jspecify.annotations.Nullable;

/**
 * A pulse as far as history knows it; nothing of an open box.
 *
 * @param issued what was frozen when it was issued
 * @param closesAt when it ends, after an extension if there was one
 * @param count what the count published; absent before it
 * @param cancelled why it was cancelled, if it was
 */
public record KnownPulse(
        PulseIssued issued,
        PulseState state,
        Instant closesAt,
        @Nullable CountPublished count,
        @Nullable String cancelled) {}
