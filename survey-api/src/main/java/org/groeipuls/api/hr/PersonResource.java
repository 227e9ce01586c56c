package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groeipuls.api.hr.PersonView.KeptRow;
import org.groeipuls.api.hr.Sizes.TeamSize;
import org.groeipuls.api.hr.Sizes.UnitSize;
import org.groeipuls.api.mail.MailDesk;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.reflection.Reflection;
import org.groeipuls.reflection.ReflectionTable;
import org.groeipuls.roster.Invitations;
import org.groeipuls.roster.KeptImport;
import org.groeipuls.roster.LeadKeys;
import org.groeipuls.roster.People;
import org.groeipuls.roster.PersonId;
import org.groeipuls.roster.RosterImports;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.team.GroupId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is held of one person, and its erasure. */
@RestController
@RequestMapping("/api/v1/people/{person}")
@PreAuthorize("hasRole('HR')")
class PersonResource {
    private static final String ERASED =
            "Erased from the roster, its groups and all copies. Invitations of pulses that are not closed stay until their"
                    + " close and go then: they are bound by what the works council can check. Leave this person out of"
                    + " your next list too. Old rows linger in files and backups of the database until these are overwritten.";

    private static final String KEY_DESTROYED =
            "The key of what this person answered of themselves as a lead is destroyed: nobody can read it any more.";

    private final PeopleDesk desk;
    private final People people;
    private final TeamLeads leads;
    private final Invitations invitations;
    private final RosterImports imports;
    private final LeadKeys keys;
    private final ReflectionTable reflections;
    private final MailDesk mails;
    private final MessageSource texts;

    PersonResource(
            PeopleDesk desk,
            People people,
            TeamLeads leads,
            Invitations invitations,
            RosterImports imports,
            LeadKeys keys,
            ReflectionTable reflections,
            MailDesk mails,
            MessageSource texts) {
        this.desk = desk;
        this.people = people;
        this.leads = leads;
        this.invitations = invitations;
        this.imports = imports;
        this.keys = keys;
        this.reflections = reflections;
        this.mails = mails;
        this.texts = texts;
    }

    /**
     * @param stillInvited the pulses whose invitation stays until they close
     * @param mirrorKeyDestroyed of whoever led: nothing that they may have answered of themselves can be read any more
     * @param note what was done and what was not, in words
     */
    record Erased(
            List<PulseId> stillInvited,
            List<TeamSize> teams,
            List<UnitSize> units,
            boolean mirrorKeyDestroyed,
            String note) {}

    private static PersonId who(String person) {
        if (person.isBlank() || person.length() > PersonId.LONGEST) {
            throw new NotFound();
        }
        return new PersonId(person);
    }

    @GetMapping
    @Operation(
            summary =
                    "Everything that is held of a person; never whether they fetched a ticket, and nothing of what they answered")
    ResponseEntity<PersonView> read(@PathVariable("person") String person) {
        var who = who(person);
        var view = new PersonView(
                person,
                people.find(who).map(PersonView.ListedRow::of).orElse(null),
                leads.teamsOf(who),
                PersonView.invitations(invitations.of(who)),
                invitations.lastGroupsOf(who),
                leads.groupsLedBy(who),
                leads(who) ? PersonView.Mirror.of(own(who)) : null,
                mails.heldOf(who),
                imports.about(who).stream()
                        .flatMap(id -> imports.find(id).stream())
                        .map(kept -> kept(kept, who))
                        .toList());
        if (Stream.of(view.leads(), view.invitations(), view.lastGroups(), view.ledGroups(), view.kept())
                        .allMatch(java.util.Collection::isEmpty)
                && view.listed() == null
                && view.mirror() == null
                && view.mail().none()) {
            throw new NotFound();
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }

    /** Whether somebody leads or led; of nobody else is there anything under a key. */
    private boolean leads(PersonId who) {
        return !leads.teamsOf(who).isEmpty() || !leads.groupsLedBy(who).isEmpty();
    }

    private List<Reflection> own(PersonId who) {
        return keys.find(who).map(reflections::of).orElse(List.of());
    }

    private KeptRow kept(KeptImport kept, PersonId who) {
        var list = imports.rowOf(kept.id(), who);
        return new KeptRow(
                kept.id(),
                kept.state(),
                kept.day(),
                list.people().stream().findFirst().map(PersonView.ListedRow::of).orElse(null),
                Optional.ofNullable(list.leads().get(who.subject())).orElseGet(TreeSet::new));
    }

    @DeleteMapping
    @Operation(
            summary = "Erase a person from the roster and all that is kept beside it",
            description =
                    "Sizes of teams and units follow. Invitations of pulses that are not closed stay until the close,"
                            + " and are named in the answer. Erasing somebody whom nobody knows changes nothing.")
    ResponseEntity<Erased> erase(@PathVariable("person") String person) {
        var who = who(person);
        boolean mirrored = leads(who);
        var sizes = desk.erase(who);
        SortedMap<PulseId, GroupId> still = invitations.of(who);
        var note = said("erased.note", ERASED) + (mirrored ? " " + said("erased.mirror", KEY_DESTROYED) : "");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Erased(List.copyOf(still.keySet()), sizes.teams(), sizes.units(), mirrored, note));
    }

    private String said(String key, String otherwise) {
        return String.valueOf(texts.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()));
    }
}
