package org.groeipuls.ballot;

import java.util.List;
import java.util.Optional;

/** Where the databases of all boxes are kept. */
public interface BoxDatabases {

    /** Opens the database of a pulse, and makes one unless it is there. */
    BoxDatabase open(String pulse);

    /** The database of a pulse, when there is one. */
    Optional<BoxDatabase> find(String pulse);

    /** The databases of all pulses. */
    List<BoxDatabase> all();

    /** Deletes the database of a pulse for ever; does nothing when it is gone. */
    void drop(String pulse);
}
