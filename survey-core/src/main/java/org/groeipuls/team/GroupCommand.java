package org.groeipuls.team;

import java.util.SortedSet;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a group. */
public sealed interface GroupCommand {
    /**
     * Combines teams into a group, or changes which teams an existing group has; counts from the next pulse on.
     *
     * @param eligible how many people the teams have together, without leads; at least {@link Group#SMALLEST}
     */
    record FormGroup(@TargetAggregateIdentifier GroupId group, SortedSet<TeamId> teams, int eligible)
            implements GroupCommand {}

    /** Ends a group; its teams are groups of their own again. */
    record DissolveGroup(@TargetAggregateIdentifier GroupId group) implements GroupCommand {}
}
