package org.groeipuls.instrument;

import org.axonframework.serialization.Revision;

/** What happened to instruments. */
public sealed interface InstrumentEvent {

    /**
     * A version of an instrument was laid down; its content never changes again.
     *
     * <p>Who may infer what: everybody may read which statements exist and in which forms they are asked; nothing about
     * any person, group or answer follows from it.
     *
     * @param instrument aggregate id, {@code instrument:groeipuls@1}
     */
    @Revision("1")
    record InstrumentRegistered(String instrument, Instrument definition) implements InstrumentEvent {}
}
