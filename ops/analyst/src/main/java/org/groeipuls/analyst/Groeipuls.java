package org.groeipuls.analyst;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.groeipuls.council.CouncilCommand;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command line. */
@Command(
        name = "groeipuls",
        header = "Tools beside the server of Groeipuls.",
        description = {
            "History holds released figures only, so nothing that is done here can get below them.",
            "Shell completion: source <(groeipuls generate-completion)"
        },
        subcommands = {
            LoginCommand.class,
            HistoryCommand.class,
            TrendsCommand.class,
            VerifyCommand.class,
            AuditCommand.class,
            DoctorCommand.class,
            ReplayCommand.class,
            CompareCommand.class,
            AttackCommand.class,
            CouncilCommand.class,
            GenerateCompletion.class,
            HelpCommand.class
        })
public final class Groeipuls {
    static final int UNREACHABLE = 3;

    private static final Map<String, String> EXIT_CODES = new LinkedHashMap<>();

    static {
        EXIT_CODES.put("0", "all well");
        EXIT_CODES.put("1", "a difference, or something that is not well, was found");
        EXIT_CODES.put("2", "it could not be done as it was asked");
        EXIT_CODES.put("3", "the server does not answer, or cannot now");
    }

    private Groeipuls() {}

    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command and gives back its exit code. */
    public static int run(String... arguments) {
        return commands().execute(arguments);
    }

    static CommandLine commands() {
        var commands = new CommandLine(new Groeipuls());
        commands.setExecutionExceptionHandler((failed, command, parsed) -> {
            command.getErr().println(why(failed));
            return failed instanceof Unreachable ? UNREACHABLE : 2;
        });
        commands.setExecutionStrategy(parsed -> {
            refuseLostOptions(parsed);
            return new RunLast().execute(parsed);
        });
        dress(commands);
        return commands;
    }

    /** What of a failure says what to do; that of files names the file alone. */
    private static @Nullable String why(Exception failed) {
        return switch (failed) {
            case NoSuchFileException gone -> "There is no file " + gone.getFile();
            case AccessDeniedException mine -> "The file " + mine.getFile() + " is not yours to read or write";
            case FileSystemException other -> "This file cannot be used: " + other.getMessage();
            case CharacterCodingException damaged -> "The file is damaged: it is no text in UTF-8";
            default -> failed.getMessage();
        };
    }

    /** Options of a command that only leads to another one would be read and forgotten. */
    private static void refuseLostOptions(ParseResult parsed) {
        for (var at = parsed; at.hasSubcommand(); at = at.subcommand()) {
            var lost = at.matchedOptions().stream()
                    .filter(option -> !option.usageHelp() && !option.versionHelp())
                    .findFirst();
            if (lost.isPresent()) {
                throw new ParameterException(
                        at.commandSpec().commandLine(),
                        "Write " + lost.get().longestName() + " behind "
                                + at.subcommand().commandSpec().name());
            }
        }
    }

    private static String version() {
        var known = Groeipuls.class.getPackage().getImplementationVersion();
        return known == null ? "of a build" : known;
    }

    /** Help in the order of a manual's page. */
    private static void dress(CommandLine command) {
        var spec = command.getCommandSpec();
        spec.mixinStandardHelpOptions(true);
        spec.version("groeipuls " + version());
        var page = spec.usageMessage();
        page.synopsisHeading("%nSYNOPSIS%n  ");
        page.descriptionHeading("%nDESCRIPTION%n");
        page.parameterListHeading("%nARGUMENTS%n");
        page.optionListHeading("%nOPTIONS%n");
        page.commandListHeading("%nCOMMANDS%n");
        page.sortOptions(true);
        if (page.exitCodeList().isEmpty() && page.description().length > 0) {
            page.exitCodeListHeading("%nEXIT STATUS%n");
            page.exitCodeList(EXIT_CODES);
        }
        command.getSubcommands().values().forEach(Groeipuls::dress);
    }
}
