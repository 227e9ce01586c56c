package org.groeipuls.api.wiring;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.anonymity.Vault;
import org.groeipuls.ballot.BallotBoxes;
import org.groeipuls.ballot.BallotDesk;
import org.groeipuls.ballot.BoxDatabases;
import org.groeipuls.release.Counting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The plane of the ballots: its own databases, its own command bus without interceptors, and the vault. */
@Configuration(proxyBeanMethods = false)
class BoxWiring {
    @Bean
    Vault vault(Settings settings) {
        return FileVault.at(settings.vault());
    }

    @Bean
    Counting counting(Vault vault, BallotBoxes boxes) {
        return new Counting(vault, boxes);
    }
}
