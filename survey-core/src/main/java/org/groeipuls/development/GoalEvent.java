package org.groeipuls.development;

/** What can happen to a goal of the organisation. Its name stands beside history. */
public sealed interface GoalEvent {
    GoalId goal();

    /** The organisation set itself a goal. Everybody may know this; it says nothing of answers. */
    record GoalSet(GoalId goal, Aim aim) implements GoalEvent {}

    /** It aims at something else now. Everybody may know this; it says nothing of answers. */
    record GoalChanged(GoalId goal, Aim aim) implements GoalEvent {}

    /** Its name was erased. Says that somebody asked for it, and not who or why. */
    record GoalWordsRemoved(GoalId goal) implements GoalEvent {}
}
