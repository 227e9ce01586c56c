package org.groeipuls.constants;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.groeipuls.calibration.CalibrationEvent.CalibrationAdopted;
import org.groeipuls.calibration.CalibrationVersion;
import org.groeipuls.scoring.Calibration;
import org.groeipuls.scoring.Calibrations;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where the adopted constants are kept, beside those that come along. */
public final class CalibrationRegister implements Calibrations {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes events as history does */
    public CalibrationRegister(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * The constants that are valid on a day (UTC): of those adopted the ones that began last, of two that began together
     * the ones adopted last; {@link Calibration#DEFAULT} before all of them.
     */
    public Calibration validOn(LocalDate day) {
        return read(jdbc.sql("select content from constants_calibration where valid_from <= :day"
                                + " order by valid_from desc, place desc fetch first 1 rows only")
                        .param("day", day))
                .stream()
                .findFirst()
                .map(CalibrationAdopted::asCalibration)
                .orElse(Calibration.DEFAULT);
    }

    @Override
    public Calibration version(String version) {
        return adopted(version)
                .map(CalibrationAdopted::asCalibration)
                .orElseGet(() -> Calibrations.BUILT_IN.version(version));
    }

    /** How this version was adopted; empty where it was not. */
    public Optional<CalibrationAdopted> find(CalibrationVersion version) {
        return adopted(version.value());
    }

    /** All that were adopted, in that order. */
    public List<CalibrationAdopted> all() {
        return read(jdbc.sql("select content from constants_calibration order by place"));
    }

    private Optional<CalibrationAdopted> adopted(String version) {
        return read(jdbc.sql("select content from constants_calibration where calibration = :version")
                        .param("version", version))
                .stream()
                .findFirst();
    }

    private List<CalibrationAdopted> read(JdbcClient.StatementSpec statement) {
        return statement.query(String.class).list().stream()
                .map(content -> json.readValue(content, CalibrationAdopted.class))
                .toList();
    }

    void put(CalibrationAdopted event) {
        if (find(event.calibration()).isEmpty()) {
            jdbc.sql("insert into constants_calibration (calibration, valid_from, place, content) values"
                            + " (:version, :validFrom,"
                            + " (select coalesce(max(place), 0) + 1 from constants_calibration), :content)")
                    .param("version", event.calibration().value())
                    .param("validFrom", event.validFrom())
                    .param("content", json.writeValueAsString(event))
                    .update();
        }
    }

    void clear() {
        jdbc.sql("delete from constants_calibration").update();
    }
}
