package org.groeipuls.lexicon;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.groeipuls.language.Validity;
import org.groeipuls.lexicon.Study.Trial;

/** What a category of a list has to pass before anything of it is shown; with why not. */
public enum Gate {
    /** Two coders agreed, kappa at least {@link Validity#HUMAN_KAPPA}. */
    CODERS,
    /** The list agrees with the settled labels, kappa at least {@link Validity#LIST_KAPPA}. */
    KAPPA,
    /** What it finds is right, at least {@link Validity#PRECISION}. */
    PRECISION,
    /** It finds what is there, at least {@link Validity#RECALL}. */
    RECALL,
    /** At least {@link #LEAST_PHRASES} of its phrases were found: else it is a list of few words in all but name. */
    PHRASES;

    /** Different phrases of a category that stood in the labelled texts, at least. */
    public static final int LEAST_PHRASES = 5;

    static Set<Gate> failed(Trial trial) {
        var failed = EnumSet.noneOf(Gate.class);
        var coders = trial.coders();
        var list = trial.list().matrix();
        check(coders == null ? OptionalDouble.empty() : coders.matrix().kappa(), Validity.HUMAN_KAPPA, CODERS, failed);
        check(list.kappa(), Validity.LIST_KAPPA, KAPPA, failed);
        check(list.precision(0), Validity.PRECISION, PRECISION, failed);
        check(list.recall(0), Validity.RECALL, RECALL, failed);
        check(OptionalDouble.of(trial.phrases()), LEAST_PHRASES, PHRASES, failed);
        return failed;
    }

    /** A figure that is not there has not passed. */
    private static void check(OptionalDouble figure, double least, Gate gate, Set<Gate> failed) {
        if (figure.isEmpty() || figure.getAsDouble() < least) {
            failed.add(gate);
        }
    }
}
