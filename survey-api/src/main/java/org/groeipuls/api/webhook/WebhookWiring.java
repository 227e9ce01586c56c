package org.groeipuls.api.webhook;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.groeipuls.anonymity.FileVault;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.StoreSync;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Webhooks: who is told, and who brings it there. What fills the outbox stands with history's processors. */
@Configuration(proxyBeanMethods = false)
@Import(WebhookResource.class)
public class WebhookWiring {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    WebhookTable webhookTable(JdbcClient jdbc) {
        return new WebhookTable(jdbc);
    }

    @Bean
    DeliveryTable deliveryTable(JdbcClient jdbc) {
        return new DeliveryTable(jdbc);
    }

    @Bean
    Secrets webhookSecrets(WebhookTable webhooks, FileVault vault) {
        return new Secrets(webhooks, () -> vault.ownKey("webhooks"));
    }

    @Bean
    HttpPost webhookPost(AllowedHosts hosts) {
        return new HttpPost(hosts, PATIENCE);
    }

    @Bean
    WebhookDesk webhookDesk(
            AllowedHosts hosts,
            WebhookTable webhooks,
            DeliveryTable deliveries,
            Secrets secrets,
            HistoryStore history) {
        return new WebhookDesk(hosts, webhooks, deliveries, secrets, history, Clock.systemUTC());
    }

    @Bean
    Courier courier(
            AllowedHosts hosts,
            WebhookTable webhooks,
            DeliveryTable deliveries,
            Secrets secrets,
            HttpPost post,
            StoreSync historySync) {
        return new Courier(hosts, webhooks, deliveries, secrets, post, historySync, Clock.systemUTC());
    }

    /** Down when events no longer come into the outbox; the server can work on without. */
    @Bean
    HealthIndicator webhooksHealthIndicator(org.axonframework.config.Configuration history) {
        return () -> {
            boolean reading = history.eventProcessingConfiguration()
                    .eventProcessor("webhooks", StreamingEventProcessor.class)
                    .filter(processor -> processor.isRunning() && !processor.isError())
                    .filter(processor ->
                            processor.processingStatus().values().stream().noneMatch(EventTrackerStatus::isErrorState))
                    .isPresent();
            return (reading ? Health.up() : Health.down()).build();
        };
    }
}
