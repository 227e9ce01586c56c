package org.groeipuls.api.webhook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is told. */
final class WebhookTable {
    private final JdbcClient jdbc;

    WebhookTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Secrets as they are sealed.
     *
     * @param previous the one before, with which messages are signed too until then
     */
    record Sealed(
            String current,
            @Nullable String previous,
            @Nullable Long previousUntil) {}

    List<Webhook> all() {
        return jdbc.sql("select id, url, events, state, since from webhook order by id")
                .query(WebhookTable::webhook)
                .list();
    }

    Optional<Webhook> find(WebhookId id) {
        return jdbc.sql("select id, url, events, state, since from webhook where id = :id")
                .param("id", id.value())
                .query(WebhookTable::webhook)
                .optional();
    }

    private static Webhook webhook(ResultSet row, int n) throws SQLException {
        return new Webhook(
                new WebhookId(row.getString(1)),
                URI.create(row.getString(2)),
                Announced.read(row.getString(3)),
                Webhook.State.valueOf(row.getString(4)),
                row.getLong(5));
    }

    /** Whether it is new now; false when there is one with this id. */
    boolean add(Webhook webhook, String sealed) {
        try {
            return jdbc.sql("insert into webhook (id, url, events, state, since, secret)"
                                    + " values (:id, :url, :events, :state, :since, :secret)")
                            .param("id", webhook.id().value())
                            .param("url", webhook.url().toString())
                            .param("events", Announced.joined(webhook.events()))
                            .param("state", webhook.state().name())
                            .param("since", webhook.since())
                            .param("secret", sealed)
                            .update()
                    == 1;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    /** Another address or other events, and wanted again if it was gone. */
    void change(Webhook webhook) {
        jdbc.sql("update webhook set url = :url, events = :events, state = :state where id = :id")
                .param("id", webhook.id().value())
                .param("url", webhook.url().toString())
                .param("events", Announced.joined(webhook.events()))
                .param("state", webhook.state().name())
                .update();
    }

    /** With all that is on its way to it. */
    boolean remove(WebhookId id) {
        return jdbc.sql("delete from webhook where id = :id")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<Sealed> secrets(WebhookId id) {
        return jdbc.sql("select secret, previous_secret, previous_until from webhook where id = :id")
                .param("id", id.value())
                .query((row, n) -> {
                    long until = row.getLong(3);
                    return new Sealed(row.getString(1), row.getString(2), row.wasNull() ? null : until);
                })
                .optional();
    }

    void rotate(WebhookId id, String sealed, Instant previousUntil) {
        jdbc.sql(
                        "update webhook set previous_secret = secret, previous_until = :until, secret = :secret where id = :id")
                .param("id", id.value())
                .param("secret", sealed)
                .param("until", previousUntil.toEpochMilli())
                .update();
    }

    void gone(WebhookId id) {
        jdbc.sql("update webhook set state = 'GONE' where id = :id")
                .param("id", id.value())
                .update();
    }
}
