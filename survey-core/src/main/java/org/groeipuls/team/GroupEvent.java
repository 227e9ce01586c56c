package org.groeipuls.team;

import java.util.SortedSet;

/** What can happen to a group. */
public sealed interface GroupEvent {
    GroupId group();

    /** Teams were combined into a group. It is told to their people before they answer; it says nothing of answers. */
    record GroupFormed(GroupId group, SortedSet<TeamId> teams) implements GroupEvent {}

    /** A group got other teams; its trend starts a new line. Told to its people too; it says nothing of answers. */
    record GroupChanged(GroupId group, SortedSet<TeamId> teams) implements GroupEvent {}

    /** A group is there no more; its teams are groups of their own again. Its people know it; it says nothing of answers. */
    record GroupDissolved(GroupId group) implements GroupEvent {}
}
