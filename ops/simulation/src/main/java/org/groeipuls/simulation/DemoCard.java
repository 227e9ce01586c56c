package org.groeipuls.simulation;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;

/** What somebody who started the demonstration reads. */
record DemoCard(URI origin, DemoFolder folder) {
    void print(PrintStream out, Duration took) {
        String lead = "lead-" + DemoOrganisation.NORTH;
        out.printf("%nGroeipuls runs at %s (ready after %d s; stop it with Ctrl+C).%n", origin, took.toSeconds());
        out.println("  Two years of a municipal service whose people are simulated; on this computer only.");
        out.printf(
                "  Logins: hr, analyst, operator, works-council, direction, and %s and so on for each team,"
                        + " and everybody in the roster, such as wijkteam-noord-14; the password is the name with \"-demo\" behind it.%n",
                lead);
        out.printf("  A dashboard:        %s/dashboard/%s (as %s)%n", origin, DemoOrganisation.NORTH, lead);
        folder.unused().stream()
                .findFirst()
                .ifPresent(free -> out.printf(
                        "  A list to fill in:  %s/answer/%s/%s#%s%n", origin, free.pulse(), free.group(), free.code()));
        out.println("  More such codes:    " + folder.links());
        var employee = DemoOrganisation.peopleOf(DemoOrganisation.NORTH).getLast();
        out.printf("  An inbox:           %s/inbox (as %s; fetch an entry code, then answer)%n", origin, employee);
        out.printf("  Actions, points:    %s/development (as hr or direction)%n", origin);
        out.printf("  The works council:  %s/council (as works-council)%n", origin);
        out.println("  What is really so:  " + folder.truth());
        out.flush();
    }
}
