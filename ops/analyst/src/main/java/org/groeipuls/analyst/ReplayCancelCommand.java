package org.groeipuls.analyst;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Breaks a replay off. */
@Command(
        name = "cancel",
        header = "Break a replay off.",
        description = "What it computed so far goes. One that is over stays as it is.")
final class ReplayCancelCommand implements Callable<Integer> {
    @Mixin
    Connection connection = new Connection();

    @Mixin
    Output output = new Output();

    @Parameters(paramLabel = "REPLAY", description = "The id that groeipuls replay printed")
    String replay = "";

    @Override
    public Integer call() {
        try (var server = connection.open(output)) {
            var state = new ReplayJob(server, replay).cancelled();
            if (!state.equals("cancelled")) {
                throw new WrongUse("Replay " + replay + " is over: " + state + ". There was nothing to break off");
            }
            output.say("Replay %s: %s", replay, state);
            output.result(
                    ExportedEvent.JSON.createObjectNode().put("replay", replay).put("state", state));
        }
        return 0;
    }
}
