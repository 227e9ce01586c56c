package org.groeipuls.system.architecture.breach.api.matching;

import org.groeipuls.roster.PersonId;

/** Knows a person, and through another class the box. */
public record Matchmaker(PersonId who, GoBetween what) {}
