package org.groeipuls.api.wiring;

import java.net.InetAddress;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.security.DemonstrationSignIn;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A demonstration is one only where it can do no harm: on loopback, and in a store without real pulses. */
@Configuration(proxyBeanMethods = false)
class DemonstrationWiring {
    /** The demonstration's own sign-in; there is no other place where it is switched on. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "groeipuls.demonstration", havingValue = "true")
    @Import(DemonstrationSignIn.class)
    static class SignIn {}

    @Bean
    SmartInitializingSingleton demonstrationStaysApart(Settings settings, ServerProperties server, PulseAgenda agenda) {
        return () -> {
            if (settings.demonstration()) {
                onlyOnLoopback(server.getAddress());
            }
            agenda.all().stream()
                    .filter(pulse -> pulse.issued().demonstration() != settings.demonstration())
                    .findFirst()
                    .ifPresent(pulse -> {
                        throw new IllegalStateException(
                                settings.demonstration()
                                        ? "This store holds real pulses; a demonstration needs an empty folder"
                                                + " (groeipuls.data)"
                                        : "This store is a demonstration's; start with groeipuls.demonstration=true or"
                                                + " take another folder (groeipuls.data)");
                    });
        };
    }

    private static void onlyOnLoopback(@org.jspecify.annotations.Nullable InetAddress address) {
        if (address == null || !address.isLoopbackAddress()) {
            throw new IllegalStateException(
                    "A demonstration has known passwords and listens on loopback only: set server.address=127.0.0.1");
        }
    }
}
