package org.groeipuls.api.hr;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.api.problem.NotFound;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.release.ReleasedTexts;
import org.groeipuls.team.UnitId;
import org.groeipuls.theme.TextTable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people wrote in the name of a unit, without group, day or order. */
@RestController
@RequestMapping("/api/v1/units")
@PreAuthorize("hasAnyRole('HR', 'ANALYST')")
class TextResource {
    private final TextTable released;
    private final TextKeys keys;
    private final OrganisationTable organisation;

    TextResource(TextTable released, TextKeys keys, OrganisationTable organisation) {
        this.released = released;
        this.keys = keys;
        this.organisation = organisation;
    }

    /**
     * @param texts of all pulses together, in an order that only depends on the texts
     * @param expired how many were released that nobody can read any more, because their retention ended
     */
    record Texts(UnitId unit, String name, List<String> texts, int expired) {}

    @GetMapping("/{unit}/texts")
    @Operation(
            summary = "What people wrote in the name of a unit, as long as it may be read",
            description = "From 10 respondents and 5 texts per pulse on. No group, no day, no order.")
    ResponseEntity<Texts> read(@PathVariable("unit") UnitId unit) {
        var known = organisation.read().unit(unit).orElseThrow(NotFound::new);
        List<String> texts = new ArrayList<>();
        int expired = 0;
        for (var event : released.of(unit)) {
            var key = keys.find(event.pulse().value());
            if (key.isEmpty()) {
                expired += event.texts();
            } else {
                texts.addAll(ReleasedTexts.read(event, key.get()).orElseThrow());
            }
        }
        texts.sort(Comparator.comparing(text -> digest(unit, text)));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Texts(unit, known.name(), texts, expired));
    }

    private static String digest(UnitId unit, String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(unit.value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
