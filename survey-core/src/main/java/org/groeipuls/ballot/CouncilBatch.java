package org.groeipuls.ballot;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the works council's tool gets of a closed box with two layers: every ballot, in an order that has nothing to do
 * with arrival.
 *
 * @param pulse id of the pulse
 * @param ballots the sealed ballots, sorted by their bytes
 * @param codes with personal links: per hash of a code, in lower-case hex, its group; else empty
 */
public record CouncilBatch(String pulse, List<byte[]> ballots, Map<String, String> codes) {
    public CouncilBatch {
        ballots = ballots.stream().sorted(Arrays::compareUnsigned).toList();
        codes = Map.copyOf(codes);
    }

    @Override
    public String toString() {
        return "CouncilBatch[" + ballots.size() + " ballots, not shown]";
    }
}
