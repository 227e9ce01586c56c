package org.groeipuls.mirror;

import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;

/** What can happen to a lead's own answers. */
public sealed interface MirrorEvent {
    MirrorId mirror();

    /**
     * A lead of the group answered of themselves, or answered otherwise. This is the one thing of a person in history; it
     * is sealed, and its key is destroyed when the person is erased. Whoever reads it learns that a lead of the group
     * filled in the form, and with one lead who; never what, nor how many statements were left out.
     *
     * @param form the leader's form that was asked
     * @param sealed the answers, sealed for the mirror, in base64; always of one length for one form
     */
    record MirrorAnswered(MirrorId mirror, GroupId group, PulseId pulse, String form, String sealed)
            implements MirrorEvent {}

    /** The lead shows the answers to the group from now on. It says that they do, and not what the answers are. */
    record MirrorShared(MirrorId mirror, GroupId group, PulseId pulse) implements MirrorEvent {}
}
