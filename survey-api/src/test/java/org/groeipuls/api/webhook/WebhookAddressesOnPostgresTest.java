package org.groeipuls.api.webhook;

import org.groeipuls.api.Server;

class WebhookAddressesOnPostgresTest extends WebhookAddressContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}
