package org.groeipuls.api.webhook;

import org.groeipuls.api.Server;

class WebhookAddressesOnH2Test extends WebhookAddressContract {
    @Override
    Server server() {
        return Server.onH2();
    }
}
