package org.groeipuls.api.replay;

import java.util.function.LongSupplier;
import org.groeipuls.api.job.Account;
import org.groeipuls.api.job.Account.Listener;
import org.groeipuls.api.job.Pace;
import org.groeipuls.api.storage.BulkReader;
import org.groeipuls.api.storage.BulkReader.Extent;
import org.groeipuls.api.storage.ScratchSession;
import org.groeipuls.constants.CalibrationRegister;
import org.groeipuls.replay.TrendReplay;
import org.groeipuls.replay.Views;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.trend.BulkTrends.Instead;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes a replay, a stretch of history at a time, from where it is; however often it is broken off, nothing is done twice. */
final class ReplayWork {
    /** How many events are read at a time at most. */
    static final int STRETCH = 2000;

    private final BulkReader history;
    private final JobTable jobs;
    private final Replays replays;
    private final CalibrationRegister calibrations;
    private final InstrumentShelf shelf;
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
            InstrumentShelf shelf,
            JsonMapper json,
            LongSupplier millis,
            Pace pace,
            int stretch) {
        this.history = history;
        this.jobs = jobs;
        this.replays = replays;
        this.calibrations = calibrations;
        this.shelf = shelf;
        this.json = json;
        this.millis = millis;
        this.pace = pace;
        this.stretch = stretch;
    }

    /**
     * Works until it is done, which it says, or until it is not to go on.
     *
     * @param listener is told now and then how far it is
     */
    boolean on(Job job, Listener listener) {
        var extent = extent(job);
        var scratch = replays.scratch(job.id());
        if (!scratch.ready()) {
            scratch.make();
        }
        try (var session = new ScratchSession(scratch)) {
            return fill(job, extent, session, listener);
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

    private boolean fill(Job job, Extent extent, ScratchSession session, Listener listener) {
        var account = new Account(millis, job.spent(), listener);
        long position = session.position();
        long done = position == 0 ? 0 : history.before(position, extent);
        int most = extent.stretch(stretch);
        var views = Views.over(session.client(), json);
        var replay = new TrendReplay(views, session.rows(), json, instead(job.terms()));
        pace.start(done);
        while (position < extent.head()) {
            if (!account.at(done, extent.total())) {
                return false;
            }
            var read = history.read(position, extent, most, replay::on);
            replay.written();
            session.commit(position, read.position());
            position = read.position();
            done += read.events();
            pace.at(done);
        }
        session.settle();
        return account.end(done, extent.total());
    }

    private Instead instead(ReplayTerms terms) {
        var mapping = terms.mapping();
        var target = mapping == null ? null : shelf.find(mapping.to()).orElseThrow();
        return new Instead(terms.rule(), calibration(terms), mapping, target);
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
