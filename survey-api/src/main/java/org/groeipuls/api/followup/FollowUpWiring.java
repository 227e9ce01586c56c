package org.groeipuls.api.followup;

import org.groeipuls.api.storage.PointSenders;
import org.groeipuls.api.storage.Wordings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desks of what is done with answers, and the tables of theirs that are no views. */
@Configuration(proxyBeanMethods = false)
@Import({ActionDesk.class, PointDesk.class, BundleDesk.class, GoalDesk.class})
public class FollowUpWiring {
    @Bean
    Wordings wordings(JdbcClient jdbc) {
        return new Wordings(jdbc);
    }

    @Bean
    PointSenders pointSenders(JdbcClient jdbc) {
        return new PointSenders(jdbc);
    }
}
