package org.groeipuls.trend;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.groeipuls.pulse.PulseId;
import org.groeipuls.scoring.Interval;
import org.groeipuls.team.GroupId;

/**
 * What is drawn before a line that began with a reorganisation: the band of the groups its people come from. It is not the
 * group's own, and nothing is compared across.
 *
 * @param groups which groups, each with its share of the people, 0..1
 * @param points in order
 */
public record Before(SortedMap<GroupId, Double> groups, List<Point> points) {
    /**
     * @param level weighted mean of their lines on that day, 1 to 5
     * @param band its 90 % band, variance Σ w² P
     */
    public record Point(PulseId pulse, LocalDate countedOn, double level, Interval band) {
        static Point of(PulseId pulse, LocalDate countedOn, double level, double variance) {
            return new Point(pulse, countedOn, level, Interval.around(level, Math.sqrt(variance)));
        }
    }
}
