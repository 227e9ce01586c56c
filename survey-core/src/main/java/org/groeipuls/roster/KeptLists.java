package org.groeipuls.roster;

import java.time.LocalDate;

/** Lists of people that are kept beside the roster for a while; whoever ends that time sees no name. */
public interface KeptLists {
    /** Deletes what its time is over of: lists that nobody confirmed, and what an import could be undone with. */
    void deleteOld(LocalDate today);
}
