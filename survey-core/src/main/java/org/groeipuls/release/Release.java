package org.groeipuls.release;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.release.ReleaseCommand.PublishRelease;
import org.groeipuls.release.ReleaseEvent.BlockReleased;
import org.groeipuls.release.ReleaseEvent.CountPublished;
import org.groeipuls.release.ReleaseEvent.TextsReleased;
import org.jspecify.annotations.NullUnmarked;

/** The one release of a pulse, never amended. Its first event is the lock between nodes: the store takes it once. */
@NullUnmarked
public final class Release {
    @AggregateIdentifier
    private ReleaseId id;

    Release() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PublishRelease command) {
        if (id != null) {
            return;
        }
        apply(command.count());
        command.blocks().forEach(block -> apply(block));
        command.texts().forEach(texts -> apply(texts));
    }

    @EventSourcingHandler
    void on(CountPublished event) {
        id = event.release();
    }

    @EventSourcingHandler
    void on(TextsReleased event) {
        id = event.release();
    }

    @EventSourcingHandler
    void on(BlockReleased event) {
        id = event.release();
    }
}
