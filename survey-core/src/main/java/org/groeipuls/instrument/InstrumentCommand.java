package org.groeipuls.instrument;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of the register of instruments. */
public sealed interface InstrumentCommand {

    /** The aggregate id of the instrument with this key: {@code instrument:groeipuls@1}. */
    static String idOf(InstrumentKey key) {
        return "instrument:" + key;
    }

    /**
     * Puts an instrument under its key, for good. Asking again for the same content changes nothing.
     *
     * @param instrument {@code instrument:} and the key of the definition
     */
    record RegisterInstrument(@TargetAggregateIdentifier String instrument, Instrument definition)
            implements InstrumentCommand {

        /** @throws InvalidInstrument if the id does not fit the definition's key */
        public RegisterInstrument {
            if (!idOf(definition.key()).equals(instrument)) {
                throw new InvalidInstrument("The definition is of %s: register it as %s"
                        .formatted(definition.key(), idOf(definition.key())));
            }
        }

        /** The command that registers this instrument under its own key. */
        public static RegisterInstrument of(Instrument definition) {
            return new RegisterInstrument(idOf(definition.key()), definition);
        }
    }
}
