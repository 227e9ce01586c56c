package org.groeipuls.development;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.SortedSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.groeipuls.development.BundleCommand.AnswerBundle;
import org.groeipuls.development.BundleCommand.BundlePoints;
import org.groeipuls.development.BundleCommand.RemoveBundleWords;
import org.groeipuls.development.BundleEvent.AnswerCorrected;
import org.groeipuls.development.BundleEvent.BundleAnswered;
import org.groeipuls.development.BundleEvent.BundleChanged;
import org.groeipuls.development.BundleEvent.BundleWordsRemoved;
import org.groeipuls.development.BundleEvent.PointsBundled;
import org.groeipuls.wording.WordingId;
import org.jspecify.annotations.NullUnmarked;

/** Development points on one theme, which the direction answers. Saying the same twice changes nothing. */
@NullUnmarked
public final class Bundle {
    /** The direction answers within four weeks. */
    public static final int DAYS_TO_ANSWER = 28;

    static final int MOST = 100;

    @AggregateIdentifier
    private BundleId id;

    private WordingId theme;
    private SortedSet<PointId> points;
    private Decision decision;
    private WordingId because;
    private boolean wordless;

    Bundle() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(BundlePoints command) {
        if (command.points().isEmpty() || command.points().size() > MOST) {
            throw BundleRefusal.withoutPoints();
        }
        if (theme == null) {
            apply(new PointsBundled(
                    command.bundle(),
                    command.theme(),
                    command.points(),
                    command.today().plusDays(DAYS_TO_ANSWER)));
            return;
        }
        if (decision != null && !points.equals(command.points())) {
            throw BundleRefusal.answered(id);
        }
        if (!theme.equals(command.theme()) || !points.equals(command.points())) {
            apply(new BundleChanged(id, command.theme(), command.points()));
        }
    }

    @CommandHandler
    void handle(AnswerBundle command) {
        if (decision == null) {
            apply(new BundleAnswered(id, command.decision(), command.because(), command.today()));
        } else if (decision != command.decision() || !because.equals(command.because())) {
            apply(new AnswerCorrected(id, command.decision(), command.because()));
        }
    }

    @CommandHandler
    void handle(RemoveBundleWords command) {
        if (!wordless) {
            apply(new BundleWordsRemoved(id));
        }
    }

    @EventSourcingHandler
    void on(PointsBundled event) {
        id = event.bundle();
        theme = event.theme();
        points = event.points();
    }

    @EventSourcingHandler
    void on(BundleChanged event) {
        theme = event.theme();
        points = event.points();
        wordless = false;
    }

    @EventSourcingHandler
    void on(BundleAnswered event) {
        decision = event.decision();
        because = event.because();
        wordless = false;
    }

    @EventSourcingHandler
    void on(AnswerCorrected event) {
        decision = event.decision();
        because = event.because();
        wordless = false;
    }

    @EventSourcingHandler
    void on(BundleWordsRemoved event) {
        wordless = true;
    }
}
