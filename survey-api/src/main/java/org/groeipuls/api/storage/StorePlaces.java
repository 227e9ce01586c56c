package org.groeipuls.api.storage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.groeipuls.anonymity.OtherVault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which vault and which place of boxes this history belongs to. To a node that is given another one every key and every
 * box would look lost, and it would destroy the ballots of all: so it does not start, and one whose disk goes away does
 * nothing with pulses until it is back.
 */
public final class StorePlaces {
    private static final Logger LOG = LoggerFactory.getLogger(StorePlaces.class);

    /** What a store of a version before this one says it belongs to. */
    private static final String UNRECORDED = "unrecorded";

    private final JdbcClient jdbc;
    private final List<Place> places;

    /**
     * A place that history belongs to.
     *
     * @param kind by which it is known in history's database
     * @param setting where it is looked for
     * @param givenUp the identity that the operator has given up for ever; null for none
     * @param identity what stands there now
     * @param running the pulses of which something has to be there
     * @param holds those of them of which something is there
     */
    public record Place(
            String kind,
            String setting,
            @Nullable String givenUp,
            Supplier<String> identity,
            Supplier<Set<String>> running,
            UnaryOperator<Set<String>> holds) {}

    /** @throws OtherVault when history belongs to another place than one of these */
    public StorePlaces(JdbcClient jdbc, List<Place> places) {
        this.jdbc = jdbc;
        this.places = List.copyOf(places);
        this.places.forEach(this::admit);
    }

    /**
     * Returns when this node has what history belongs to.
     *
     * @throws OtherVault when it has not: then nothing may be taken for lost
     */
    public void require() {
        for (var place : places) {
            var here = place.identity().get();
            if (!recorded(place).equals(Optional.of(here))) {
                throw other(place, here);
            }
        }
    }

    private void admit(Place place) {
        var here = place.identity().get();
        var recorded = recorded(place);
        if (recorded.isEmpty()) {
            if (strange(place) && !UNRECORDED.equals(place.givenUp())) {
                throw other(place, here);
            }
            record(place, here);
        } else if (recorded.get().equals(place.givenUp()) && !recorded.get().equals(here)) {
            LOG.warn("The {} {} is given up; history belongs to {} from now on", place.kind(), recorded.get(), here);
            jdbc.sql("update store_place set identity = :identity where kind = :kind and identity = :before")
                    .param("identity", here)
                    .param("kind", place.kind())
                    .param("before", recorded.get())
                    .update();
        }
        if (!recorded(place).equals(Optional.of(here))) {
            throw other(place, here);
        }
    }

    /** A store of an earlier version names no place; then it is the one that has something of what is running. */
    private static boolean strange(Place place) {
        var running = place.running().get();
        return !running.isEmpty() && place.holds().apply(running).isEmpty();
    }

    private void record(Place place, String here) {
        try {
            jdbc.sql("insert into store_place (kind, identity) values (:kind, :identity)")
                    .param("kind", place.kind())
                    .param("identity", here)
                    .update();
        } catch (DuplicateKeyException anotherNode) {
            LOG.debug("Another node was first");
        }
    }

    private Optional<String> recorded(Place place) {
        return jdbc.sql("select identity from store_place where kind = :kind")
                .param("kind", place.kind())
                .query(String.class)
                .optional();
    }

    private OtherVault other(Place place, String here) {
        var belongs = recorded(place).orElse(UNRECORDED);
        return new OtherVault(
                ("This history belongs to the %1$s %2$s, and %3$s leads to another one, %4$s: see that its"
                                + " disk is mounted, and give all nodes the same. Only if it is lost for ever, start one node with"
                                + " groeipuls.%1$s-lost=%2$s, and the others after it: pulses that miss something are then"
                                + " cancelled when they end")
                        .formatted(place.kind(), belongs, place.setting(), here));
    }
}
