package org.groeipuls.calibration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.groeipuls.refusal.IdNotAllowed;
import org.groeipuls.scoring.Calibration;

/**
 * Name of one set of constants; what stands under it never changes.
 *
 * @param value 1 to 59 of A-Z a-z 0-9 . _ -, perhaps with an at sign and a number behind it, such as {@code year-two@1}
 */
public record CalibrationVersion(@JsonValue String value) {
    private static final Pattern NUMBER = Pattern.compile("@[1-9][0-9]{0,3}$");
    private static final int LONGEST = 59;
    private static final String BUILT_IN = "default@";

    /** @throws IdNotAllowed when the value cannot be a version */
    @JsonCreator
    public CalibrationVersion {
        IdNotAllowed.check("calibration", NUMBER.matcher(value).replaceFirst(""), LONGEST);
    }

    /** The version of these constants. */
    public static CalibrationVersion of(Calibration calibration) {
        return new CalibrationVersion(calibration.version());
    }

    /** Whether the name is kept for constants that come with the product. */
    boolean isReserved() {
        return value.startsWith(BUILT_IN);
    }

    /** The version with its type, which is what the event store knows the aggregate by. */
    @Override
    public String toString() {
        return "calibration:" + value;
    }
}
