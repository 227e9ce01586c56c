package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.groeipuls.api.past.ReadableAsOf;
import org.groeipuls.api.past.Then;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.api.problem.UnknownParameters.ParameterNotAllowed;
import org.groeipuls.api.security.Role;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.instrument.Instrument;
import org.groeipuls.instrument.InstrumentCommand.RegisterInstrument;
import org.groeipuls.instrument.InstrumentKey;
import org.groeipuls.instrument.Localised;
import org.groeipuls.refusal.Refusal;
import org.groeipuls.shelf.InstrumentShelf;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Instruments: versioned, never edited. */
@RestController
@RequestMapping("/api/v1/instruments")
class InstrumentResource {
    private final Commands commands;
    private final InstrumentShelf shelf;

    InstrumentResource(Commands commands, InstrumentShelf shelf) {
        this.commands = commands;
        this.shelf = shelf;
    }

    /** An instrument in a list. */
    record Listed(InstrumentKey instrument, Localised title, int items, List<String> forms) {}

    /** All instruments; there are a handful. */
    record Instruments(List<Listed> instruments) {}

    @ReadableAsOf
    @GetMapping
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "The instruments that can be asked; for HR and analysts also as of an earlier day")
    Instruments all(Authentication who) {
        earlierOnlyFor(who);
        return new Instruments(shelf.all().stream()
                .map(known -> new Listed(
                        known.key(),
                        known.title(),
                        known.items().size(),
                        known.forms().stream().map(form -> form.name()).toList()))
                .toList());
    }

    @ReadableAsOf
    @GetMapping("/{key}")
    @PreAuthorize("isAuthenticated()")
    @Operation(summary = "An instrument, whole")
    Instrument read(@PathVariable("key") InstrumentKey key, Authentication who) {
        earlierOnlyFor(who);
        return shelf.find(key).orElseThrow(NotFound::new);
    }

    /** Earlier views cost something to make, and everybody who signs in may read instruments. */
    private static void earlierOnlyFor(Authentication who) {
        if (Then.moment().isPresent() && !Role.HR.heldBy(who) && !Role.ANALYST.heldBy(who)) {
            throw new ParameterNotAllowed();
        }
    }

    @PutMapping("/{key}")
    @PreAuthorize("hasRole('HR')")
    @Operation(summary = "Register an instrument under a key that is free")
    ResponseEntity<Instrument> register(
            @PathVariable("key") InstrumentKey key, @RequestBody Instrument definition, Authentication who) {
        if (!definition.key().equals(key)) {
            throw new KeyDiffers(key, definition.key());
        }
        boolean grown = commands.send(RegisterInstrument.of(definition));
        return ResponseEntity.status(grown ? HttpStatus.CREATED : HttpStatus.OK).body(read(key, who));
    }

    /** The address and the content name different instruments. */
    static final class KeyDiffers extends Refusal {
        private static final long serialVersionUID = 1;

        KeyDiffers(InstrumentKey address, InstrumentKey content) {
            super(
                    Kind.UNACCEPTABLE,
                    "instrument-key-differs",
                    "The address says " + address + ", the content " + content + "; they have to be the same");
        }
    }
}
