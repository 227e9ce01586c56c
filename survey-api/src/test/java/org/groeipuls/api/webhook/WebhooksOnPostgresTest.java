package org.groeipuls.api.webhook;

import org.groeipuls.api.Server;

class WebhooksOnPostgresTest extends WebhookContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}
