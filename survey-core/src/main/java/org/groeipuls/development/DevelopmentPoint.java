package org.groeipuls.development;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.development.PointCommand.RemovePointWords;
import org.groeipuls.development.PointCommand.SendPoint;
import org.groeipuls.development.PointEvent.PointReworded;
import org.groeipuls.development.PointEvent.PointSent;
import org.groeipuls.development.PointEvent.PointWordsRemoved;
import org.groeipuls.wording.WordingId;
import org.jspecify.annotations.NullUnmarked;

/** One sentence that a group sent up. Saying the same twice changes nothing; the unit stays the first one. */
@NullUnmarked
public final class DevelopmentPoint {
    @AggregateIdentifier
    private PointId id;

    private WordingId wording;
    private boolean wordless;

    DevelopmentPoint() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SendPoint command) {
        if (!command.wording().equals(wording)) {
            apply(
                    wording == null
                            ? new PointSent(command.point(), command.unit(), command.wording())
                            : new PointReworded(id, command.wording()));
        }
    }

    @CommandHandler
    void handle(RemovePointWords command) {
        if (!wordless) {
            apply(new PointWordsRemoved(id));
        }
    }

    @EventSourcingHandler
    void on(PointSent event) {
        id = event.point();
        wording = event.wording();
    }

    @EventSourcingHandler
    void on(PointReworded event) {
        wording = event.wording();
        wordless = false;
    }

    @EventSourcingHandler
    void on(PointWordsRemoved event) {
        wordless = true;
    }
}
