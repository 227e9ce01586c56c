package org.groeipuls.api;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Stops the shared servers after the last test, before the database that they need. */
public final class Stopping implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.create(Stopping.class)).computeIfAbsent("servers", key ->
                (AutoCloseable) Server::stopAll);
    }
}
