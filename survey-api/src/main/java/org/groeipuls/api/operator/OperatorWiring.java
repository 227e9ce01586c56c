package org.groeipuls.api.operator;

import java.util.List;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.groeipuls.api.operator.OperatorDesk.LetterCount;
import org.groeipuls.api.rebuild.Rebuilds;
import org.groeipuls.api.replay.Replays;
import org.groeipuls.api.storage.HistoryStore;
import org.groeipuls.api.storage.ViewLag;
import org.groeipuls.api.storage.ViewPosition;
import org.groeipuls.api.tree.HistoryTree;
import org.groeipuls.api.webhook.WebhookDesk;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The resources of this audience. */
@Configuration(proxyBeanMethods = false)
@Import({ClockResource.class, OperatorResource.class})
public class OperatorWiring {
    @Bean
    OperatorDesk operatorDesk(
            HealthEndpoint health,
            StreamingEventProcessor viewsProcessor,
            HistoryStore history,
            ViewPosition views,
            ViewLag lag,
            HistoryTree tree,
            LetterCount letterCount,
            WebhookDesk webhooks,
            Replays replays,
            Rebuilds rebuilds,
            List<StoreFolder> folders,
            SurveyClock clock,
            Clockwork clockwork) {
        return new OperatorDesk(
                health,
                viewsProcessor,
                history,
                views,
                lag,
                tree,
                letterCount,
                webhooks,
                replays,
                rebuilds,
                folders,
                clock,
                clockwork);
    }
}
