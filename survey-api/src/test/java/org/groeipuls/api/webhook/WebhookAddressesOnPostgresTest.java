package org.groeipuls.api.webhook;

import org.groeipuls.api.Server;
import org.junit.jupiter.api.Tag;

@Tag("ci")
class WebhookAddressesOnPostgresTest extends WebhookAddressContract {
    @Override
    Server server() {
        return Server.onPostgres();
    }
}
