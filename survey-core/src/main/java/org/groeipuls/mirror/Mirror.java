package org.groeipuls.mirror;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.mirror.MirrorCommand.AnswerMirror;
import org.groeipuls.mirror.MirrorCommand.ShareMirror;
import org.groeipuls.mirror.MirrorEvent.MirrorAnswered;
import org.groeipuls.mirror.MirrorEvent.MirrorShared;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.NullUnmarked;

/** What a lead answered of themselves at one pulse: it changes until the pulse is counted, and stays when it is. */
@NullUnmarked
public final class Mirror {
    @AggregateIdentifier
    private MirrorId id;

    private GroupId group;
    private PulseId pulse;
    private boolean shared;

    Mirror() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AnswerMirror command) {
        if (id != null && command.counted()) {
            throw new MirrorFixed();
        }
        apply(new MirrorAnswered(command.mirror(), command.group(), command.pulse(), command.form(), command.sealed()));
    }

    @CommandHandler
    void handle(ShareMirror command) {
        if (!command.counted()) {
            throw new MirrorTooEarly();
        }
        if (!shared) {
            apply(new MirrorShared(id, group, pulse));
        }
    }

    @EventSourcingHandler
    void on(MirrorAnswered event) {
        id = event.mirror();
        group = event.group();
        pulse = event.pulse();
    }

    @EventSourcingHandler
    void on(MirrorShared event) {
        shared = true;
    }
}
