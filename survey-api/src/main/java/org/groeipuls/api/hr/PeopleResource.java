package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import java.util.concurrent.locks.ReentrantLock;
import org.groeipuls.api.storage.Together;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.roster.People;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of people: kept in the roster, erased from it, and never in history. */
@RestController
@RequestMapping("/api/v1/people")
@PreAuthorize("hasRole('HR')")
class PeopleResource {
    private final Together together;
    private final OrganisationTable organisation;
    private final People people;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    PeopleResource(Together together, OrganisationTable organisation, People people) {
        this.together = together;
        this.organisation = organisation;
        this.people = people;
    }

    /** Leads, sizes of teams and units follow the list; who was asked by a pulse that was issued before does not. */
    @PostMapping(path = "/imports", consumes = "text/csv")
    @Operation(
            summary = "Replace the list of people by this one, or see what that would change",
            description = "The file is the whole list: CSV in UTF-8, parted by commas or semicolons, with the columns"
                    + " person (subject of the token), address, language (nl or en), team and role (employee or lead)."
                    + " A lead has a row for each team they lead. With dryRun, which is the default, nothing changes.")
    ResponseEntity<PeopleChanges> replace(
            @RequestParam(name = "dryRun", defaultValue = "true") boolean dryRun, @RequestBody byte[] file) {
        oneAtATime.lock();
        try {
            var known = organisation.read();
            var everybody = PeopleList.read(file, known);
            var changes = PeopleChanges.between(people.all(), everybody, known, !dryRun);
            if (!dryRun) {
                together.change(connection -> people.replaceIn(connection, everybody), changes.orders(known));
            }
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(changes);
        } finally {
            oneAtATime.unlock();
        }
    }
}
