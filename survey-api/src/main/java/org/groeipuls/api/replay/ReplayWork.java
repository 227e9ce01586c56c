package org.groeipuls.api.replay;

import java.util.function.LongSupplier;
import org.groeipuls.api.job.Pace;
import org.groeipuls.api.storage.BulkReader;
import org.groeipuls.api.storage.BulkReader.Extent;
import org.groeipuls.api.storage.ScratchSession;
import org.groeipuls.constants.CalibrationRegister;
import org.groeipuls.replay.TrendReplay;
import org.groeipuls.replay.Views;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.trend.BulkTrends.Instead;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes a replay, a stretch of history at a time, from where it is; however often it is broken off, nothing is done twice. */
final class ReplayWork {
    /** How many events are read at a time at most; of a short history a hundredth, so that it can be seen how far it is. */
    static final int STRETCH = 2000;

    private static final int LEAST_STRETCH = 100;
    private static final int PARTS = 100;
    private static final long EVERY_MILLIS = 250;

    private final BulkReader history;
    private final JobTable jobs;
    private final Replays replays;
    private final CalibrationRegister calibrations;
    private final JsonMapper json;
    private final LongSupplier millis;
    private final Pace pace;
    private final int stretch;

    /**
     * @param millis a running time in milliseconds
     * @param stretch how many events are read at a time at most
     */
    ReplayWork(
            BulkReader history,
            JobTable jobs,
            Replays replays,
            CalibrationRegister calibrations,
            JsonMapper json,
            LongSupplier millis,
            Pace pace,
            int stretch) {
        this.history = history;
        this.jobs = jobs;
        this.replays = replays;
        this.calibrations = calibrations;
        this.json = json;
        this.millis = millis;
        this.pace = pace;
        this.stretch = stretch;
    }

    /** Is told now and then how far it is. */
    @FunctionalInterface
    interface Progress {
        /**
         * @param spent milliseconds in all
         * @return whether to go on
         */
        boolean goesOn(long done, long spent);
    }

    /** Works until it is done, which it says, or until it is not to go on. */
    boolean on(Job job, Progress progress) {
        var extent = extent(job);
        var scratch = replays.scratch(job.id());
        if (!scratch.ready()) {
            scratch.make();
        }
        try (var session = new ScratchSession(scratch)) {
            return fill(job, extent, session, progress);
        }
    }

    /** Which part of history it reads is fixed when it begins. */
    private Extent extent(Job job) {
        if (job.head() > 0) {
            return new Extent(job.head(), job.total(), job.terms().asOf());
        }
        var extent = history.extent(job.terms().asOf());
        jobs.begin(job.id(), extent.head(), extent.total());
        return extent;
    }

    private boolean fill(Job job, Extent extent, ScratchSession session, Progress progress) {
        long begun = millis.getAsLong() - job.spent().toMillis();
        long position = session.position();
        long done = position == 0 ? 0 : history.before(position, extent);
        long told = Long.MIN_VALUE;
        long toldDone = done;
        long part = extent.total() / PARTS;
        int most = (int) Math.min(stretch, Math.max(LEAST_STRETCH, part));
        var views = Views.over(session.client(), json);
        var replay = new TrendReplay(views, session.rows(), json, instead(job.terms()));
        pace.start(done);
        while (position < extent.head()) {
            long now = millis.getAsLong();
            if (told == Long.MIN_VALUE || now - told >= EVERY_MILLIS || done - toldDone >= part) {
                if (!progress.goesOn(done, now - begun)) {
                    return false;
                }
                told = now;
                toldDone = done;
            }
            var read = history.read(position, extent, most, replay::on);
            replay.written();
            session.commit(position, read.position());
            position = read.position();
            done += read.events();
            pace.at(done);
        }
        session.settle();
        return progress.goesOn(done, millis.getAsLong() - begun);
    }

    private Instead instead(ReplayTerms terms) {
        return new Instead(terms.rule(), calibration(terms), terms.mapping());
    }

    private @Nullable Calibration calibration(ReplayTerms terms) {
        var version = terms.calibration();
        var constants = terms.constants();
        if (version == null) {
            return null;
        }
        return constants == null ? calibrations.version(version.value()) : constants.calibration(version, false);
    }
}
