package org.groeipuls.api.mail;

import java.util.List;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.team.GroupId;
import org.jspecify.annotations.Nullable;

/** Makes the one-time codes of link mode. Nothing of boxes can be reached from here, and nobody's name goes in. */
public interface Links {
    /**
     * Makes the codes of a group, one for everybody who may answer; until the pulse opens it can be repeated and then
     * replaces them.
     *
     * @throws org.groeipuls.refusal.Refusal when the group has none, or they were made and the pulse has opened
     */
    Codes make(PulseId pulse, GroupId group);

    /** Whether these are the codes of a group that hold, and no others were made since. */
    boolean stand(PulseId pulse, GroupId group, Codes codes);

    /**
     * The codes of one group in random order.
     *
     * @param text with an open question the second code of each link, at the same place
     */
    record Codes(List<String> answers, @Nullable List<String> text) {
        /** What stands behind the # of each link. */
        public List<String> whole() {
            var second = text;
            return second == null
                    ? answers
                    : java.util.stream.IntStream.range(0, answers.size())
                            .mapToObj(i -> answers.get(i) + "." + second.get(i))
                            .toList();
        }

        @Override
        public String toString() {
            return "Codes[" + answers.size() + ", not shown]";
        }
    }
}
