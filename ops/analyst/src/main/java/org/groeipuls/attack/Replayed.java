package org.groeipuls.attack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Has a server compute the past anew, looks, and removes it again. */
final class Replayed {
    static final String PATH = "/replays";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Replayed() {}

    /** @param look gets the address of the replay, under which its trends are */
    static <T> T read(Api api, Map<String, Object> request, Function<String, T> look) {
        var begun = api.ask("analyst", "POST", PATH, request);
        if (!begun.ok()) {
            throw new AttackNotRun("The server takes no replay: " + begun);
        }
        var replay = begun.json().path("replay").asString();
        try {
            await(api, replay);
            return look.apply(PATH + "/" + replay);
        } finally {
            api.ask("analyst", "DELETE", PATH + "/" + replay, null);
        }
    }

    private static void await(Api api, String replay) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            switch (api.get("analyst", "/jobs/" + replay).json().path("state").asString("")) {
                case "done" -> {
                    return;
                }
                case "waiting", "running" ->
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                default -> throw new AttackNotRun("A replay broke off");
            }
        }
        throw new AttackNotRun("A replay takes too long");
    }
}
