package org.groeipuls.pages.hr;

import org.groeipuls.api.mail.Links;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;

/** Makes the codes of a group for cards, once. */
@FunctionalInterface
public interface CardCodes {
    /** @throws org.groeipuls.refusal.Refusal when it cannot be done now, or not any more */
    Links.Codes of(PulseId pulse, GroupId group);
}
