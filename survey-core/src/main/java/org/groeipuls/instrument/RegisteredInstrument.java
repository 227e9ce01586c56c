package org.groeipuls.instrument;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.instrument.InstrumentCommand.RegisterInstrument;
import org.groeipuls.instrument.InstrumentEvent.InstrumentRegistered;
import org.jspecify.annotations.Nullable;

/** One version of an instrument: laid down once, the same for ever. */
@AggregateRoot
public final class RegisteredInstrument {

    @AggregateIdentifier
    private @Nullable String instrument;

    private @Nullable Instrument definition;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterInstrument command) {
        if (definition == null) {
            apply(new InstrumentRegistered(command.instrument(), command.definition()));
        } else if (!definition.equals(command.definition())) {
            throw new InstrumentAlreadyRegistered(command.definition().key());
        }
    }

    @EventSourcingHandler
    void on(InstrumentRegistered event) {
        instrument = event.instrument();
        definition = event.definition();
    }

    /** For the framework, which fills it from events. */
    RegisteredInstrument() {}
}
