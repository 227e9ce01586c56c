package org.groeipuls.api.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is on its way, and what became of it. A row stays until its webhook is removed: it is why nothing goes twice. */
final class DeliveryTable {
    private static final String COLUMNS =
            "select d.webhook, d.id, d.position, d.type, d.pulse, d.body, d.state, d.attempts, d.due_at, d.status,"
                    + " d.failure from webhook_delivery d";

    private final JdbcClient jdbc;

    DeliveryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a message on its way, once for each event and webhook. */
    void add(WebhookId webhook, String id, long position, String type, String pulse, String body) {
        boolean there = jdbc.sql("select count(*) from webhook_delivery where webhook = :webhook and id = :id")
                        .param("webhook", webhook.value())
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
        if (there) {
            return;
        }
        jdbc.sql("insert into webhook_delivery"
                        + " (webhook, id, position, type, pulse, body, state, attempts, due_at, claimed_until)"
                        + " values (:webhook, :id, :position, :type, :pulse, :body, 'WAITING', 0, 0, 0)")
                .param("webhook", webhook.value())
                .param("id", id)
                .param("position", position)
                .param("type", type)
                .param("pulse", pulse)
                .param("body", body)
                .update();
    }

    /** The webhooks to which something can go now. */
    List<WebhookId> due(Instant now) {
        return jdbc
                .sql("select distinct d.webhook from webhook_delivery d join webhook w on w.id = d.webhook"
                        + " where w.state = 'ACTIVE' and d.state = 'WAITING' and d.due_at <= :now"
                        + " and d.claimed_until <= :now order by d.webhook")
                .param("now", now.toEpochMilli())
                .query(String.class)
                .list()
                .stream()
                .map(WebhookId::new)
                .toList();
    }

    /**
     * Takes the first message that can go to a webhook now, for this node alone until {@code lease} has passed. The attempt
     * counts from here, so that a node that dies at it every time comes to an end too.
     */
    Optional<Delivery> claim(WebhookId webhook, Instant now, Duration lease) {
        return jdbc.sql(COLUMNS + " where d.webhook = :webhook and d.state = 'WAITING' and d.due_at <= :now"
                        + " and d.claimed_until <= :now order by d.position fetch first 1 rows only")
                .param("webhook", webhook.value())
                .param("now", now.toEpochMilli())
                .query(DeliveryTable::delivery)
                .optional()
                .filter(found -> taken(found, now, lease))
                .flatMap(found -> find(webhook, found.id()));
    }

    private boolean taken(Delivery found, Instant now, Duration lease) {
        return jdbc.sql("update webhook_delivery set claimed_until = :until, attempts = attempts + 1 where"
                                + " webhook = :webhook and id = :id and state = 'WAITING' and attempts = :attempts"
                                + " and claimed_until <= :now")
                        .param("until", now.plus(lease).toEpochMilli())
                        .param("webhook", found.webhook().value())
                        .param("id", found.id())
                        .param("attempts", found.attempts())
                        .param("now", now.toEpochMilli())
                        .update()
                == 1;
    }

    void end(Delivery delivery, Delivery.State state, @Nullable Integer status, @Nullable String failure) {
        change(delivery, state, delivery.attempts(), 0, status, failure);
    }

    void later(Delivery delivery, Instant due, @Nullable Integer status, String failure) {
        change(delivery, Delivery.State.WAITING, delivery.attempts(), due.toEpochMilli(), status, failure);
    }

    /** From the beginning, as if it had never been tried. */
    void again(Delivery delivery) {
        change(delivery, Delivery.State.WAITING, 0, 0, delivery.status(), delivery.failure());
    }

    private void change(
            Delivery delivery,
            Delivery.State state,
            int attempts,
            long dueAt,
            @Nullable Integer status,
            @Nullable String failure) {
        jdbc.sql("update webhook_delivery set state = :state, attempts = :attempts, due_at = :due, claimed_until = 0,"
                        + " status = :status, failure = :failure"
                        + " where webhook = :webhook and id = :id and state <> 'DELIVERED'")
                .param("state", state.name())
                .param("attempts", attempts)
                .param("due", dueAt)
                .param("status", status)
                .param("failure", failure)
                .param("webhook", delivery.webhook().value())
                .param("id", delivery.id())
                .update();
    }

    /** All that still waits for a webhook is given up. */
    void giveUp(WebhookId webhook, String failure) {
        jdbc.sql("update webhook_delivery set state = 'DEAD', claimed_until = 0, failure = :failure"
                        + " where webhook = :webhook and state = 'WAITING'")
                .param("webhook", webhook.value())
                .param("failure", failure)
                .update();
    }

    Optional<Delivery> find(WebhookId webhook, String id) {
        return jdbc.sql(COLUMNS + " where d.webhook = :webhook and d.id = :id")
                .param("webhook", webhook.value())
                .param("id", id)
                .query(DeliveryTable::delivery)
                .optional();
    }

    /** The newest first, from before a position of history on. */
    List<Delivery> before(WebhookId webhook, long position, int limit) {
        return jdbc.sql(COLUMNS + " where d.webhook = :webhook and d.position < :position"
                        + " order by d.position desc fetch first :limit rows only")
                .param("webhook", webhook.value())
                .param("position", position)
                .param("limit", limit)
                .query(DeliveryTable::delivery)
                .list();
    }

    int waiting(WebhookId webhook) {
        return jdbc.sql("select count(*) from webhook_delivery where webhook = :webhook and state = 'WAITING'")
                .param("webhook", webhook.value())
                .query(Integer.class)
                .single();
    }

    /** Those that were given up, the newest first. */
    List<Delivery> dead(WebhookId webhook, int limit) {
        return jdbc.sql(COLUMNS + " where d.webhook = :webhook and d.state = 'DEAD'"
                        + " order by d.position desc fetch first :limit rows only")
                .param("webhook", webhook.value())
                .param("limit", limit)
                .query(DeliveryTable::delivery)
                .list();
    }

    private static Delivery delivery(ResultSet row, int n) throws SQLException {
        int status = row.getInt(10);
        return new Delivery(
                new WebhookId(row.getString(1)),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Delivery.State.valueOf(row.getString(7)),
                row.getInt(8),
                row.getLong(9),
                status == 0 ? null : status,
                row.getString(11));
    }
}
