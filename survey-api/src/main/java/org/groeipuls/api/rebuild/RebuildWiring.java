package org.groeipuls.api.rebuild;

import java.time.Clock;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.job.Pace;
import org.groeipuls.api.storage.Rebuild;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rebuilds and what works on them. */
@Configuration(proxyBeanMethods = false)
@Import(RebuildResource.class)
public class RebuildWiring {
    private final Semaphore bell = new Semaphore(0);

    @Bean
    RebuildTable rebuildJobs(JdbcClient jdbc) {
        return new RebuildTable(jdbc, Clock.systemUTC());
    }

    @Bean
    Rebuilds rebuilds(RebuildTable rebuildJobs) {
        return new Rebuilds(rebuildJobs, bell::release);
    }

    @Bean
    RebuildRunner rebuildRunner(
            RebuildTable rebuildJobs, Rebuild rebuild, PulseAgenda agenda, InstantSource surveyClock) {
        return new RebuildRunner(
                rebuildJobs,
                rebuild::begin,
                new Pace(() -> agenda.asksAt(surveyClock.instant())),
                () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
                bell);
    }
}
