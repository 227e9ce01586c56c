package org.groeipuls.api.workscouncil;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import org.groeipuls.agenda.PulseAgenda;
import org.groeipuls.anonymity.PublicKeys;
import org.groeipuls.api.storage.Commands;
import org.groeipuls.api.storage.CouncilKeys;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public half of the key that the works council makes for a pulse, before the pulse is issued. */
@RestController
@RequestMapping("/api/v1/pulses")
class CouncilKeyResource {
    private final CouncilKeys keys;
    private final PulseAgenda agenda;
    private final Commands commands;

    CouncilKeyResource(CouncilKeys keys, PulseAgenda agenda, Commands commands) {
        this.keys = keys;
        this.agenda = agenda;
        this.commands = commands;
    }

    /** @param publicKey SubjectPublicKeyInfo of a P-256 key, in base64 */
    record KeyRequest(@NotNull @Size(max = 200) String publicKey) {}

    /** @param fingerprint lower-case hex SHA-256; compare it with the one that the pulse shows when it is issued */
    record KeyView(PulseId pulse, String publicKey, String fingerprint) {}

    @PutMapping("/{pulse}/council-key")
    @PreAuthorize("hasRole('WORKS_COUNCIL')")
    @Operation(summary = "Give the public key of the outer layer for a pulse that is not issued yet")
    ResponseEntity<KeyView> put(@PathVariable("pulse") PulseId pulse, @Valid @RequestBody KeyRequest request) {
        var spki = spki(request.publicKey());
        var standing = keys.find(pulse);
        boolean same =
                standing.filter(known -> java.util.Arrays.equals(known, spki)).isPresent();
        if (!same && agenda.find(pulse).isPresent()) {
            throw new KeyTooLate(pulse);
        }
        keys.put(pulse, spki);
        commands.awaitDurable();
        return ResponseEntity.status(standing.isPresent() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new KeyView(pulse, request.publicKey(), PublicKeys.fingerprint(spki)));
    }

    private static byte[] spki(String base64) {
        try {
            var key = Base64.getDecoder().decode(base64);
            return new PublicKeys(key, key).council();
        } catch (IllegalArgumentException notAKey) {
            throw new KeyNotAllowed();
        }
    }

    /** The pulse has frozen its keys. */
    static final class KeyTooLate extends Refusal {
        private static final long serialVersionUID = 1;

        private KeyTooLate(PulseId pulse) {
            super(
                    Kind.CONFLICT,
                    "council-key-too-late",
                    "Pulse " + pulse.value() + " was issued and its keys are frozen; give a key before the next one");
        }
    }

    /** No public key of the curve. */
    static final class KeyNotAllowed extends Refusal {
        private static final long serialVersionUID = 1;

        private KeyNotAllowed() {
            super(
                    Kind.UNACCEPTABLE,
                    "council-key-not-allowed",
                    "publicKey is the SubjectPublicKeyInfo of a P-256 key in base64, as the works council's tool shows it");
        }
    }
}
