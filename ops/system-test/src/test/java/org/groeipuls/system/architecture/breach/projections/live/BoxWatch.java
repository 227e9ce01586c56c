package org.groeipuls.system.architecture.breach.projections.live;

import org.groeipuls.ballot.BallotBoxes;

/** Knows the box. */
public record BoxWatch(BallotBoxes boxes) {}
