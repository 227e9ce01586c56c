package org.groeipuls.reference;

/** What can happen to a series of earlier results. */
public sealed interface ReferenceEvent {
    ReferenceId reference();

    /**
     * Earlier results of another supplier were imported. They are figures of the whole organisation of at least five
     * people; they say nothing about any answer given here.
     */
    record ReferenceImported(ReferenceId reference, EarlierResults results) implements ReferenceEvent {}

    /** They were otherwise than imported before; these hold instead, and say as much. */
    record ReferenceCorrected(ReferenceId reference, EarlierResults results) implements ReferenceEvent {}
}
