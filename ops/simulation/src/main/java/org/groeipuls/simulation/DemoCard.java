package org.groeipuls.simulation;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;

/** What somebody who started the demonstration reads. */
record DemoCard(URI origin, DemoFolder folder) {
    void print(PrintStream out, Duration took) {
        out.printf("%nGroeipuls runs at %s (ready after %d s; stop it with Ctrl+C).%n", origin, took.toSeconds());
        out.println("  Two years of a municipal service whose people are simulated; on this computer only.");
        out.println("  Logins: hr, analyst, operator, works-council, lead-" + DemoOrganisation.NORTH
                + " (and one per team); the secret is the name + \"-demo\".");
        out.println("  A lead's trend, from a shell:");
        String lead = "lead-" + DemoOrganisation.NORTH;
        out.printf(
                "    TOKEN=$(curl -s -u %s:%s-demo -d grant_type=client_credentials -d scope=groeipuls %s/oauth2/token"
                        + " | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')%n",
                lead, lead, origin);
        out.printf(
                "    curl -s -H \"Authorization: Bearer $TOKEN\" '%s/api/v1/teams/%s/trends?construct=leader-role-modelling'%n",
                origin, DemoOrganisation.NORTH);
        folder.unused().stream().findFirst().ifPresent(free -> {
            out.println("  Answer as somebody of " + free.group() + ", no login needed:");
            out.printf(
                    "    curl -s -H 'Content-Type: application/json' %s/api/v1/ballots -d"
                            + " '{\"pulse\":\"%s\",\"code\":\"%s\",\"sequence\":1,\"answers\":{\"PS1\":4,\"PS2\":2,\"LR1\":3}}'%n",
                    origin, free.pulse(), free.code());
        });
        out.println("  More unused codes: " + folder.links());
        out.println("  What is really true in it: " + folder.truth());
        out.flush();
    }
}
