package org.groeipuls.earlier;

import org.groeipuls.reference.EarlierResults;
import org.groeipuls.reference.ReferenceId;

/** Earlier results as they are known now. */
public record KnownReference(ReferenceId id, EarlierResults results) {}
