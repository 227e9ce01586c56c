package org.groeipuls.system.architecture.breach.api.curious;

import org.groeipuls.api.operator.Timekeeper;
import org.springframework.web.bind.annotation.RestController;

/** Knows the class that closes and counts boxes instead of the interface it is there for. */
@RestController
public final class CuriousResource {
    private final Timekeeper timekeeper;

    CuriousResource(Timekeeper timekeeper) {
        this.timekeeper = timekeeper;
    }

    /** Harmless so far. */
    public void tick() {
        timekeeper.tick();
    }
}
