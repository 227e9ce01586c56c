package org.groeipuls.system.architecture.breach.api.bossy;

import org.groeipuls.pulse.Pulse;
import org.springframework.web.bind.annotation.RestController;

/** Has an aggregate at hand, not commands to it. */
@RestController
public final class DecidingResource {
    /** What a command is for. */
    public String show(Pulse pulse) {
        return pulse.toString();
    }
}
