package org.groeipuls.api.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.groeipuls.api.mail.MailSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be configured; an unknown key under {@code groeipuls} stops the start.
 *
 * @param demonstration a driven clock, an own sign-in and no agreement; loopback and an empty or demonstration store only
 * @param data the folder for the embedded database and the boxes
 * @param vault the folder for opening keys; beside the data, never in it and never in a backup
 * @param vaultKey a file of 32 bytes outside the vault's folder that wraps the vault's key; none: the folder's
 *     permissions are all that guards it
 * @param tree the folder for the key of history's tree, beside the vault and shared by all nodes; belongs into backups
 * @param attackReport the HTML report of the last attacks, which the works council can download
 * @param tick how often the clockwork looks for what is due
 * @param webhooks where webhooks may go; nothing leaves the machine for a host that is not named here
 * @param mail what letters need beside a mail server ({@code spring.mail}); without that server none is made
 * @param vaultLost the identity of a vault that is lost for ever, so that this node may start with another; said once
 * @param boxesLost the same of a place of boxes
 * @param box where boxes are kept when history is in PostgreSQL
 */
@ConfigurationProperties(prefix = "groeipuls", ignoreUnknownFields = false)
public record Settings(
        @DefaultValue("false") boolean demonstration,
        @DefaultValue("./data") Path data,
        @DefaultValue("./data-vault") Path vault,
        @Nullable Path vaultKey,
        @DefaultValue("./data-vault-tree") Path tree,
        @Nullable Path attackReport,
        @DefaultValue("5s") Duration tick,
        @DefaultValue Webhooks webhooks,
        @Nullable MailSettings mail,
        @Nullable String vaultLost,
        @Nullable String boxesLost,
        @Nullable Box box) {
    /** @param hosts names without a port; none: webhooks are off */
    public record Webhooks(@DefaultValue List<String> hosts) {}

    /** A PostgreSQL database for boxes alone; best in a cluster without archive or replica. */
    public record Box(
            String url, String user, @DefaultValue("") String password) {}
}
