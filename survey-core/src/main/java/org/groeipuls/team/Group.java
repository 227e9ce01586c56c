package org.groeipuls.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.SortedSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.team.GroupCommand.DissolveGroup;
import org.groeipuls.team.GroupCommand.FormGroup;
import org.groeipuls.team.GroupEvent.GroupChanged;
import org.groeipuls.team.GroupEvent.GroupDissolved;
import org.groeipuls.team.GroupEvent.GroupFormed;
import org.jspecify.annotations.NullUnmarked;

/** One team, or several small teams combined, whose answers are shown together. */
@NullUnmarked
public final class Group {
    /** Fewer people than this are never a group: too few of them would answer. */
    public static final int SMALLEST = 6;

    /** Below this a group is accepted with a warning: one holiday and it falls silent. */
    public static final int ADVISED = 8;

    @AggregateIdentifier
    private GroupId id;

    private SortedSet<TeamId> teams;

    Group() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(FormGroup command) {
        IdReserved.check(command.group().value());
        if (command.teams().isEmpty()) {
            throw new GroupWithoutTeams(command.group());
        }
        if (command.eligible() < SMALLEST) {
            throw new GroupTooSmall(command.group(), command.eligible());
        }
        if (teams == null) {
            apply(new GroupFormed(command.group(), command.teams()));
        } else if (!teams.equals(command.teams())) {
            apply(new GroupChanged(command.group(), command.teams()));
        }
    }

    @CommandHandler
    void handle(DissolveGroup command) {
        if (teams != null) {
            apply(new GroupDissolved(command.group()));
        }
    }

    @EventSourcingHandler
    void on(GroupFormed event) {
        id = event.group();
        teams = event.teams();
    }

    @EventSourcingHandler
    void on(GroupChanged event) {
        teams = event.teams();
    }

    @EventSourcingHandler
    void on(GroupDissolved event) {
        teams = null;
    }
}
