package org.groeipuls.language;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a row of a word list is for. */
enum Kind {
    LEARNING(Category.LEARNING, null, Category.LEARNING),
    BLAME(Category.BLAME, null, Category.BLAME),
    SILENCE(Category.SILENCE, null, Category.SILENCE),

    /** Says by itself that it is not so: "learn nothing". */
    LEARNING_NEG(null, null, Category.LEARNING),
    BLAME_NEG(null, null, Category.BLAME),
    SILENCE_NEG(null, null, Category.SILENCE),

    /** To talk errors over: learning when people do, silence when they do not. */
    OPEN_TALK(Category.LEARNING, Category.SILENCE, null),

    /** To say something at all: silence when people do not, nothing when they do. */
    TALK(null, Category.SILENCE, null),

    /** Looks like a mention and is none: "lag stil". */
    NONE(null, null, null),

    NEGATOR(null, null, null),
    /** Denies what follows it and never what stands before it: "zonder". */
    NEGATOR_BEFORE(null, null, null),
    /** No negator behind this word reaches back over it: "dat", "om". */
    NEGATION_STOP(null, null, null),
    /** Holds a negator that denies nothing: "niet alleen". */
    PSEUDO_NEGATOR(null, null, null),
    /** Begins a new clause; the words after the first only look ahead. */
    CLAUSE_BREAKER(null, null, null),
    /** Holds a breaker that begins nothing: "dan maar". */
    CLAUSE_KEEPER(null, null, null);

    static final Set<Kind> MENTIONS = EnumSet.range(LEARNING, NONE);

    private final @Nullable Category asserted;
    private final @Nullable Category missed;
    private final @Nullable Category denied;

    Kind(@Nullable Category asserted, @Nullable Category missed, @Nullable Category denied) {
        this.asserted = asserted;
        this.missed = missed;
        this.denied = denied;
    }

    /** What a phrase of this kind mentions, negated or not; empty when it mentions nothing. */
    Optional<Category> mentions(boolean negated) {
        return Optional.ofNullable(negated ? missed : asserted);
    }

    /** What a phrase of this kind denies: its category when negated, or when it is a denial by itself and is not. */
    Optional<Category> denies(boolean negated) {
        boolean denial = asserted == null;
        return negated == denial ? Optional.empty() : Optional.ofNullable(denied);
    }

    static Optional<Kind> of(String written) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(written))
                .findFirst();
    }
}
