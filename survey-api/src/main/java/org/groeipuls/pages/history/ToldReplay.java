package org.groeipuls.pages.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.groeipuls.api.replay.Job;
import org.groeipuls.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * A replay in words.
 *
 * @param what what it takes instead of what held; the sentences
 * @param state the stable word, for texts that hang on it
 * @param said how it stands, in words
 * @param done events that were read
 * @param total events that are to be read; 0 until it has begun
 */
public record ToldReplay(
        String id, List<String> what, String state, String said, long done, long total, String startedOn) {
    static ToldReplay of(Job job, Words words) {
        return new ToldReplay(
                job.id().value(),
                what(job, words),
                job.state().word(),
                said(job, words),
                job.done(),
                job.total(),
                words.date(job.startedOn()));
    }

    private static List<String> what(Job job, Words words) {
        var terms = job.terms();
        List<String> what = new ArrayList<>();
        var rule = terms.rule();
        if (rule != null) {
            what.add(words.text(
                    "replays.what.rule",
                    rule.rule().value(),
                    rule.weights().size(),
                    rule.turned().size()));
        }
        var calibration = terms.calibration();
        if (calibration != null) {
            what.add(words.text(
                    terms.constants() == null ? "replays.what.calibration" : "replays.what.constants",
                    calibration.value()));
        }
        var mapping = terms.mapping();
        if (mapping != null) {
            what.add(words.text(
                    "replays.what.mapping",
                    mapping.from().toString(),
                    mapping.to().toString(),
                    mapping.items().size()));
        }
        var asOf = terms.asOf();
        if (asOf != null) {
            what.add(words.text("replays.what.as-of", words.date(asOf)));
        }
        return what.isEmpty() ? List.of(words.text("replays.what.nothing")) : what;
    }

    private static String said(Job job, Words words) {
        return switch (job.state()) {
            case RUNNING -> words.text("replays.state.running", percent(job), left(job.eta(), words));
            case WAITING -> words.text("replays.state.waiting");
            case DONE -> words.text("replays.state.done", job.done());
            case FAILED -> words.text("replays.state.failed");
            case CANCELLED -> words.text("replays.state.cancelled");
        };
    }

    private static long percent(Job job) {
        return job.total() == 0 ? 0 : 100 * job.done() / job.total();
    }

    private static String left(@Nullable Duration eta, Words words) {
        return eta == null ? "" : words.text("replays.left", Math.max(1, eta.toSeconds()));
    }

    public boolean over() {
        return !state.equals("waiting") && !state.equals("running");
    }

    public boolean finished() {
        return state.equals("done");
    }

    /** What it is, on one line. */
    public String title() {
        return String.join(" ", what);
    }
}
