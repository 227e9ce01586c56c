package org.groeipuls.api.storage;

import java.util.Optional;
import org.groeipuls.pulse.PulseId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The public keys that the works council made for pulses to come; an issued pulse has frozen its own. */
public final class CouncilKeys {
    private final JdbcClient jdbc;

    public CouncilKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps or replaces the key of a pulse, SubjectPublicKeyInfo in DER. */
    public void put(PulseId pulse, byte[] spki) {
        int replaced = jdbc.sql("update council_key set spki = :spki where pulse = :pulse")
                .param("spki", spki)
                .param("pulse", pulse.value())
                .update();
        if (replaced == 0) {
            jdbc.sql("insert into council_key (pulse, spki) values (:pulse, :spki)")
                    .param("pulse", pulse.value())
                    .param("spki", spki)
                    .update();
        }
    }

    /** The key that was made for a pulse. */
    public Optional<byte[]> find(PulseId pulse) {
        return jdbc.sql("select spki from council_key where pulse = :pulse")
                .param("pulse", pulse.value())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }
}
