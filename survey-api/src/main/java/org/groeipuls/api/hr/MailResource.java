package org.groeipuls.api.hr;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.groeipuls.api.mail.MailDesk;
import org.groeipuls.api.mail.MailOverview;
import org.groeipuls.pulse.PulseId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Letters to everybody who is invited: when they go, how many went, and which addresses take none. Nobody's answers. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasRole('HR')")
class MailResource {
    private final MailDesk desk;
    private final GroupPeople people;

    MailResource(MailDesk desk, GroupPeople people) {
        this.desk = desk;
        this.people = people;
    }

    @GetMapping("/mails")
    @Operation(summary = "How many letters wait, were sent or failed, and which addresses take none")
    ResponseEntity<MailOverview> overview() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(desk.overview());
    }

    @PostMapping("/mails/retry")
    @Operation(summary = "Write again to addresses that refused, and send what failed")
    ResponseEntity<MailOverview> retry() {
        desk.retry();
        return overview();
    }

    /** How personal links reach people. */
    enum LinkMode {
        MAIL,
        HAND;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param links with personal links: {@code mail} to mail one to everybody in the list, {@code hand} (as it is) when HR
     *     hands them out; cannot be undone
     * @param reminders up to two times; empty for none; absent: those of its programme, or halfway and one working day before the
     *     end
     */
    record MailRequest(
            @Nullable LinkMode links,
            @Nullable @Size(max = 2) List<@NotNull Instant> reminders) {}

    @GetMapping("/pulses/{pulse}/mails")
    @Operation(summary = "When letters of a pulse are due, and how its links are handed out")
    ResponseEntity<MailDesk.Plan> plan(@PathVariable("pulse") PulseId pulse) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(desk.read(pulse));
    }

    @PutMapping("/pulses/{pulse}/mails")
    @Operation(summary = "Arrange the letters of a pulse, until it opens")
    ResponseEntity<MailDesk.Plan> arrange(
            @PathVariable("pulse") PulseId pulse, @Valid @RequestBody MailRequest request) {
        desk.remind(pulse, request.reminders());
        if (request.links() == LinkMode.MAIL) {
            desk.mailLinks(pulse, people.of(pulse));
        } else if (request.links() == LinkMode.HAND) {
            desk.keepInHand(pulse);
        }
        return plan(pulse);
    }
}
