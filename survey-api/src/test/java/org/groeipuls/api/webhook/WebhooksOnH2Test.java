package org.groeipuls.api.webhook;

import org.groeipuls.api.Server;

class WebhooksOnH2Test extends WebhookContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}
