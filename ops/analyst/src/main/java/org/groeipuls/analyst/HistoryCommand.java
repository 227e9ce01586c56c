package org.groeipuls.analyst;

import picocli.CommandLine.Command;

/** History itself: taken along, followed, signed. */
@Command(
        name = "history",
        header = "Take history along, follow it, or have it signed.",
        description = "History holds released figures and nothing finer. The format is described in docs/protocol.md,"
                + " every event in docs/events.",
        subcommands = {ExportCommand.class, TailCommand.class, SignCommand.class})
final class HistoryCommand {}
