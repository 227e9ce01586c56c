package org.groeipuls.api.wiring;

import java.time.Duration;
import org.groeipuls.anonymity.TreeKeyFile;
import org.groeipuls.tree.TreeKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What history's tree needs of the settings: its key, and how often it looks for what is new. */
@Configuration(proxyBeanMethods = false)
class ProofWiring {
    @Bean
    TreeKey treeKey(Settings settings) {
        return TreeKeyFile.at(settings.tree());
    }

    @Bean
    Duration treePace(Settings settings) {
        return settings.tick();
    }
}
