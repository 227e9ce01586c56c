package org.groeipuls.system.architecture.breach.api.gossip;

import org.groeipuls.ballot.BallotBoxes;
import org.springframework.web.bind.annotation.RestController;

/** Has the box at hand, not commands to it. */
@RestController
public final class BallotResource {
    private final BallotBoxes boxes;

    BallotResource(BallotBoxes boxes) {
        this.boxes = boxes;
    }

    /** Whether a pulse has a box. */
    public boolean boxes() {
        return boxes.holds("march");
    }
}
