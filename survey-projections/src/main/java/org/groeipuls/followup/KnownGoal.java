package org.groeipuls.followup;

import org.groeipuls.development.Aim;
import org.groeipuls.development.GoalId;

/** A goal of the organisation as it is known now. */
public record KnownGoal(GoalId id, Aim aim) {}
