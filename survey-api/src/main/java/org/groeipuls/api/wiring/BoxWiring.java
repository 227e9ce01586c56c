package org.groeipuls.api.wiring;

import org.groeipuls.anonymity.FileVault;
import org.groeipuls.anonymity.Vault;
import org.groeipuls.ballot.BallotBoxes;
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
