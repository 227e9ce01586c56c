package org.groeipuls.system.architecture.breach.api.matching;

import org.groeipuls.ballot.BallotBoxes;

/** Knows the box. */
public record GoBetween(BallotBoxes boxes) {}
