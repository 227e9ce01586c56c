package org.groeipuls.api.tree;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.groeipuls.api.storage.StoreSync;
import org.groeipuls.tree.TreeKey;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** History's tree: apart from what appends to history, and from the views. */
@Configuration(proxyBeanMethods = false)
@Import(HeadResource.class)
public class TreeWiring {
    @Bean
    HistoryTree historyTree(
            JdbcClient jdbc,
            JdbcTemplate batches,
            PlatformTransactionManager transactions,
            TreeKey treeKey,
            StoreSync historySync) {
        return new HistoryTree(
                new TreeTable(jdbc, batches), treeKey, new TransactionTemplate(transactions), historySync);
    }

    @Bean
    HeadDesk headDesk(HistoryTree tree, InstantSource surveyClock) {
        return new HeadDesk(tree, surveyClock);
    }

    /** @param treePace how long it rests between two looks */
    @Bean
    Task<Void> treeTurns(HistoryTree tree, InstantSource surveyClock, Duration treePace) {
        return Tasks.recurring("tree", FixedDelay.of(treePace))
                .execute((instance, context) -> tree.turn(LocalDate.ofInstant(surveyClock.instant(), ZoneOffset.UTC)));
    }

    /** Down when history is not what was signed: then its figures may not be those that people gave. */
    @Bean
    HealthIndicator historyTreeHealthIndicator(HistoryTree tree) {
        return () -> tree.fault()
                .map(fault -> Health.down().withDetail("fault", fault).build())
                .orElseGet(() -> Health.up().build());
    }
}
