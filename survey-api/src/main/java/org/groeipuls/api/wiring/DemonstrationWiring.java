package org.groeipuls.api.wiring;

import java.net.InetAddress;
import org.groeipuls.api.security.DemonstrationSignIn;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.instrument.InstrumentEvent.InstrumentRegistered;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A demonstration is one only where it can do no harm: on loopback, and in a store that was empty when it began. The
 * store is marked as such by its clock, so that neither is ever run as the other.
 */
@Configuration(proxyBeanMethods = false)
class DemonstrationWiring {
    /** The demonstration's own sign-in; there is no other place where it is switched on. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "groeipuls.demonstration", havingValue = "true")
    @Import(DemonstrationSignIn.class)
    static class SignIn {}

    @Bean
    SmartInitializingSingleton demonstrationStaysApart(
            Settings settings, ServerProperties server, HistoryStore history, JdbcClient jdbc) {
        return () -> {
            if (settings.demonstration()) {
                onlyOnLoopback(server.getAddress());
                begin(history, jdbc);
            } else if (marked(jdbc)) {
                throw new IllegalStateException("This store is a demonstration's; start with"
                        + " groeipuls.demonstration=true or take another folder (groeipuls.data)");
            }
        };
    }

    private static void begin(HistoryStore history, JdbcClient jdbc) {
        if (marked(jdbc)) {
            return;
        }
        if (history.holdsMoreThan(InstrumentRegistered.class.getSimpleName())) {
            throw new IllegalStateException(
                    "This store is not a demonstration's; a demonstration needs an empty folder (groeipuls.data)");
        }
        jdbc.sql("insert into demonstration_clock (id, ahead_millis) values (1, 0)")
                .update();
    }

    private static boolean marked(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from demonstration_clock")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static void onlyOnLoopback(@Nullable InetAddress address) {
        if (address == null || !address.isLoopbackAddress()) {
            throw new IllegalStateException(
                    "A demonstration has known passwords and listens on loopback only: set server.address=127.0.0.1");
        }
    }
}
