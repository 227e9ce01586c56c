package org.groeipuls.api.hr;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.groeipuls.anonymity.TextKeys;
import org.groeipuls.organisation.Organisation.KnownUnit;
import org.groeipuls.organisation.OrganisationTable;
import org.groeipuls.release.ReleasedTexts;
import org.groeipuls.team.UnitId;
import org.groeipuls.theme.TextTable;

/** What people wrote in the name of units, as far as it may be read: without group, day or order. */
public final class UnitTexts {
    private final TextTable released;
    private final TextKeys keys;
    private final OrganisationTable organisation;

    public UnitTexts(TextTable released, TextKeys keys, OrganisationTable organisation) {
        this.released = released;
        this.keys = keys;
        this.organisation = organisation;
    }

    /**
     * @param texts of all pulses together, in an order that only depends on the texts
     * @param expired how many were released that nobody can read any more, because their retention ended
     */
    public record Texts(UnitId unit, String name, List<String> texts, int expired) {}

    /** The units of which something was released, by name. */
    public List<KnownUnit> units() {
        var known = organisation.read();
        return released.units().stream()
                .flatMap(unit -> known.unit(unit).stream())
                .sorted(Comparator.comparing(KnownUnit::name).thenComparing(KnownUnit::unit))
                .toList();
    }

    /** Empty when there is no such unit. */
    public Optional<Texts> read(UnitId unit) {
        return organisation.read().unit(unit).map(known -> read(known));
    }

    private Texts read(KnownUnit unit) {
        List<String> texts = new ArrayList<>();
        int expired = 0;
        for (var event : released.of(unit.unit())) {
            var key = keys.find(event.pulse().value());
            if (key.isEmpty()) {
                expired += event.texts();
            } else {
                texts.addAll(ReleasedTexts.read(event, key.get()).orElseThrow());
            }
        }
        texts.sort(Comparator.comparing(text -> digest(unit.unit(), text)));
        return new Texts(unit.unit(), unit.name(), texts, expired);
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
