package org.groeipuls.reference;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.reference.ReferenceCommand.ImportReference;
import org.groeipuls.reference.ReferenceEvent.ReferenceCorrected;
import org.groeipuls.reference.ReferenceEvent.ReferenceImported;
import org.jspecify.annotations.NullUnmarked;

/** Earlier results for one statement. Saying the same twice changes nothing. */
@NullUnmarked
public final class Reference {
    @AggregateIdentifier
    private ReferenceId id;

    private EarlierResults known;

    Reference() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ImportReference command) {
        var results = command.results();
        if (results.equals(known)) {
            return;
        }
        ImportRules.check(results, command.thisYear());
        apply(
                known == null
                        ? new ReferenceImported(command.reference(), results)
                        : new ReferenceCorrected(id, results));
    }

    @EventSourcingHandler
    void on(ReferenceImported event) {
        id = event.reference();
        known = event.results();
    }

    @EventSourcingHandler
    void on(ReferenceCorrected event) {
        known = event.results();
    }
}
