package org.groeipuls.api.past;

import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.groeipuls.api.storage.BulkReader;
import org.groeipuls.api.storage.EventNames;
import org.groeipuls.api.storage.StrictJson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Views of earlier days. */
@Configuration(proxyBeanMethods = false)
public class PastWiring {
    @Bean(destroyMethod = "close")
    Pasts pasts(DataSource source, EventNames events) {
        return new Pasts(
                source,
                new BulkReader(source, events),
                StrictJson.mapper(),
                () -> LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC));
    }

    @Bean
    SettledDays settledDays(InstantSource surveyClock) {
        return new SettledDays(surveyClock);
    }

    @Bean
    ReadingAsOf readingAsOf(Pasts pasts, SettledDays settledDays) {
        return new ReadingAsOf(pasts, settledDays);
    }

    @Bean
    EarlierDays earlierDays(Pasts pasts, SettledDays settledDays) {
        return new EarlierDays(pasts, settledDays);
    }
}
