package org.groeipuls.analyst;

import org.groeipuls.council.CouncilCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit codes: 0 all well, 1 something was found, 2 it could not be done. */
@Command(
        name = "groeipuls",
        mixinStandardHelpOptions = true,
        description = "Tools beside the server of Groeipuls.",
        subcommands = {AttackCommand.class, CouncilCommand.class})
public final class Groeipuls {
    private Groeipuls() {}

    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command and gives back its exit code. */
    public static int run(String... arguments) {
        return new CommandLine(new Groeipuls())
                .setExecutionExceptionHandler((failed, command, parsed) -> {
                    command.getErr().println(failed.getMessage());
                    return 2;
                })
                .execute(arguments);
    }
}
