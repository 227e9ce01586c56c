package org.groeipuls.api.replay;

import java.time.Clock;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.job.Pace;
import org.groeipuls.api.storage.BulkReader;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.StrictJson;
import org.groeipuls.constants.CalibrationRegister;
import org.groeipuls.shelf.InstrumentShelf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Replays and what works on them. */
@Configuration(proxyBeanMethods = false)
public class ReplayWiring {
    private final Semaphore bell = new Semaphore(0);

    @Bean
    JobTable replayJobs(JdbcClient jdbc) {
        return new JobTable(jdbc, StrictJson.mapper(), Clock.systemUTC());
    }

    @Bean
    Replays replays(JobTable replayJobs, DataSource source) {
        return new Replays(replayJobs, source, StrictJson.mapper(), bell::release);
    }

    @Bean
    ReplayRunner replayRunner(
            JobTable replayJobs,
            Replays replays,
            DataSource source,
            EventNames events,
            CalibrationRegister calibrations,
            InstrumentShelf shelf,
            PulseAgenda agenda,
            InstantSource surveyClock) {
        var work = new ReplayWork(
                new BulkReader(source, events),
                replayJobs,
                replays,
                calibrations,
                shelf,
                StrictJson.mapper(),
                () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
                new Pace(() -> agenda.asksAt(surveyClock.instant())),
                ReplayWork.STRETCH);
        return new ReplayRunner(replayJobs, replays, work, bell);
    }
}
