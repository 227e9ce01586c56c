package org.groeipuls.ballot;

import java.util.Optional;
import java.util.Set;

/** Where the databases of all boxes are kept. */
public interface BoxDatabases {

    /** Opens the database of a pulse, and makes one unless it is there. */
    BoxDatabase open(String pulse);

    /** The database of a pulse, when there is one. */
    Optional<BoxDatabase> find(String pulse);

    /** Of these pulses those of whose database anything is left; none is opened. */
    Set<String> left(Set<String> pulses);

    /** Deletes the database of a pulse for ever; does nothing when it is gone. */
    void drop(String pulse);

    /**
     * What tells this place from every other where boxes are kept, made when it was used first; nothing secret.
     *
     * @throws RuntimeException when the place is not there any more, or another one is
     */
    String identity();
}
