package org.groeipuls.pages.answer;

import java.util.List;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;
import org.springframework.security.core.Authentication;

/** What the roster says of somebody who signed in; the pages know no more of people than this. */
public interface OwnPulses {
    /**
     * @param group the group in which they answer the pulse
     * @param people how everybody in that group is called
     * @param holder tells their ticket from others' in one browser, and not whose it is
     */
    record Mine(PulseId pulse, GroupId group, List<String> people, String holder) {}

    /** The pulses that ask somebody and have not ended, in the order in which they open. */
    List<Mine> of(Authentication who);
}
