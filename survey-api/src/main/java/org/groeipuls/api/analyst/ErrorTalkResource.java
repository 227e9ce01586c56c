package org.groeipuls.api.analyst;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.api.analyst.ErrorTalk.StatementView;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.security.Role;
import org.groeipuls.api.security.UnitLeads;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.language.Language;
import org.groeipuls.organisation.Organisation;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.roster.TeamLeads;
import org.groeipuls.shelf.InstrumentShelf;
import org.groeipuls.talk.Statements;
import org.groeipuls.talk.Statements.Said;
import org.groeipuls.team.UnitId;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a whole unit talks about errors; never a person, a group or a single text. */
@RestController
@RequestMapping("/api/v1/units")
@PreAuthorize("hasAnyRole('HR', 'ANALYST')")
class ErrorTalkResource {
    private final OrganisationTable organisation;
    private final Statements statements;
    private final PulseAgenda agenda;
    private final InstrumentShelf shelf;
    private final TalkReader reader;
    private final UnitLeads leads;
    private final MessageSource words;

    ErrorTalkResource(
            OrganisationTable organisation,
            Statements statements,
            PulseAgenda agenda,
            InstrumentShelf shelf,
            TalkReader reader,
            TeamLeads leads,
            MessageSource words) {
        this.organisation = organisation;
        this.statements = statements;
        this.agenda = agenda;
        this.shelf = shelf;
        this.reader = reader;
        this.leads = new UnitLeads(leads);
        this.words = words;
    }

    @GetMapping("/{unit}/error-talk")
    @Operation(
            summary = "How a unit talks about errors: the statements first, then what word lists found in texts",
            description =
                    "Of all pulses together, because beside texts stands no day. A category is shown once a list was"
                            + " tried on answers of this organisation and passed; until then it is said that it was not."
                            + " HR reads statements of units with at least three leads that have no other unit below"
                            + " them.")
    ResponseEntity<ErrorTalk> read(@PathVariable("unit") UnitId unit, Authentication who, Locale locale) {
        var now = organisation.read();
        var known = now.unit(unit).orElseThrow(NotFound::new);
        var texts = Arrays.stream(Language.values())
                .map(language -> reader.read(unit, language, reason -> say(reason, locale)))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ErrorTalk(unit, known.name(), views(said(unit, now, who)), texts));
    }

    private List<Said> said(UnitId unit, Organisation now, Authentication who) {
        if (Role.ANALYST.heldBy(who)) {
            return statements.of(unit);
        }
        return leads.enoughIn(unit, now) ? statements.ofLowest(unit) : List.of();
    }

    private List<StatementView> views(List<Said> all) {
        return all.stream()
                .map(said -> new StatementView(
                        said.item(),
                        instrument(said.pulse()).item(said.item()).text(),
                        LexiconFigures.word(said.about()),
                        said.pulse(),
                        said.blocks(),
                        said.n(),
                        LexiconFigures.rounded(said.mean().low()),
                        LexiconFigures.rounded(said.mean().high())))
                .toList();
    }

    private Instrument instrument(PulseId pulse) {
        var key = agenda.find(pulse).orElseThrow().issued().instrument();
        return shelf.find(key).orElseThrow();
    }

    private String say(String reason, Locale locale) {
        return words.getMessage("not-shown." + reason, null, locale);
    }
}
