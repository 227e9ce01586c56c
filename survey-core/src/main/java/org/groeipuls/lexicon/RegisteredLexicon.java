package org.groeipuls.lexicon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.lexicon.LexiconCommand.RegisterLexicon;
import org.groeipuls.lexicon.LexiconCommand.TryLexicon;
import org.groeipuls.lexicon.LexiconEvent.LexiconRegistered;
import org.groeipuls.lexicon.LexiconEvent.LexiconTried;
import org.jspecify.annotations.NullUnmarked;

/** One version of a word list: laid down once, the same for ever, and tried as often as somebody does. */
@NullUnmarked
public final class RegisteredLexicon {
    @AggregateIdentifier
    private LexiconId id;

    private String content;
    private Study study;

    RegisteredLexicon() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterLexicon command) {
        if (content == null) {
            LexiconTooNarrow.refuse(command.list());
            apply(new LexiconRegistered(command.lexicon(), command.language(), command.content(), command.method()));
        } else if (!content.equals(command.content())) {
            throw new LexiconAlreadyRegistered(id);
        }
    }

    @CommandHandler
    void handle(TryLexicon command) {
        StudyTooSmall.refuse(command.study());
        if (!command.study().equals(study)) {
            apply(new LexiconTried(id, command.study()));
        }
    }

    @EventSourcingHandler
    void on(LexiconRegistered event) {
        id = event.lexicon();
        content = event.content();
    }

    @EventSourcingHandler
    void on(LexiconTried event) {
        study = event.study();
    }
}
