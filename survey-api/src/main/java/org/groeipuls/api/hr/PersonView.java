package org.groeipuls.api.hr;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.groeipuls.api.mail.MailDesk;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.reflection.Reflection;
import org.groeipuls.roster.KeptImport;
import org.groeipuls.roster.Person;
import org.groeipuls.team.GroupId;
import org.groeipuls.team.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is held of a person. Whether they fetched a ticket is not in it: nobody is ever told that.
 *
 * @param listed their row in the list of people; absent for a lead who was set by hand and for who left
 * @param leads the teams that they lead
 * @param invitations which pulses that are not closed yet ask them, and for which group
 * @param lastGroups the groups in which their last pulse asked them
 * @param ledGroups the groups that they led when those were asked last
 * @param mirror of whoever leads or led: what they show of what they answered of themselves
 * @param mail what is kept to write to them
 * @param kept their rows in lists that are kept for a while: shown and not confirmed, or to undo an import with
 */
record PersonView(
        String person,
        @Nullable ListedRow listed,
        SortedSet<TeamId> leads,
        List<InvitedBy> invitations,
        SortedSet<GroupId> lastGroups,
        SortedSet<GroupId> ledGroups,
        @Nullable Mirror mirror,
        MailDesk.Held mail,
        List<KeptRow> kept) {
    /** @param teams the team they are in, or the teams that they lead */
    record ListedRow(@Nullable String name, String address, String language, boolean lead, SortedSet<TeamId> teams) {
        static ListedRow of(Person person) {
            return new ListedRow(person.name(), person.address(), person.language(), person.lead(), person.teams());
        }

        @Override
        public String toString() {
            return "ListedRow[not shown]";
        }
    }

    /**
     * Own answers lie in history, sealed under a key of the person's alone that lies in the vault. What they are, and for
     * which pulses there are any, the person sees on their own page and nobody sees here: who answers is nobody's business.
     *
     * @param shared the pulses of which they show them to their group; an erasure destroys the key of all
     */
    record Mirror(List<GivenFor> shared) {
        static Mirror of(List<Reflection> sealed) {
            return new Mirror(sealed.stream()
                    .filter(Reflection::shared)
                    .map(one ->
                            new GivenFor(one.answered().pulse(), one.answered().group()))
                    .toList());
        }
    }

    record GivenFor(PulseId pulse, GroupId group) {}

    record InvitedBy(PulseId pulse, GroupId group) {}

    /**
     * @param id of the import
     * @param keptOn since which day; a day for lists that were shown, 30 days otherwise
     * @param listed their row in it; absent where it only has teams that they lead
     */
    record KeptRow(
            @JsonProperty("import") String id,
            KeptImport.State state,
            LocalDate keptOn,
            @Nullable ListedRow listed,
            SortedSet<TeamId> leads) {
        @Override
        public String toString() {
            return "KeptRow[not shown]";
        }
    }

    static List<InvitedBy> invitations(SortedMap<PulseId, GroupId> groups) {
        return groups.entrySet().stream()
                .map(each -> new InvitedBy(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public String toString() {
        return "PersonView[not shown]";
    }
}
