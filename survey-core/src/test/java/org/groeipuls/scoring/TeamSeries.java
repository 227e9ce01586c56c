package org.groeipuls.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The points of one team and construct with the constants that the filter takes. */
record TeamSeries(double mu, double tau2, double q, List<Point> points) {
    record Point(int pulse, double y, double r) {}

    static TeamSeries read(String team, JsonNode expected) {
        JsonNode hyper = expected.get("hyper");
        List<Point> points = Oracles.csv("04_team_" + team + ".csv").stream()
                .map(row -> point(row, hyper))
                .toList();
        return new TeamSeries(
                hyper.get("mu").doubleValue(),
                hyper.get("tau2").doubleValue(),
                hyper.get("q").doubleValue(),
                points);
    }

    private static Point point(Map<String, String> row, JsonNode hyper) {
        int n = Integer.parseInt(row.get("n"));
        double s2 = Double.parseDouble(row.get("s2"));
        double s2m =
                ModeratedVariance.of(ModeratedVariance.LINE_D0, hyper.get("s02").doubleValue(), n, s2);
        double r = Noise.exact(hyper.get("kappa").doubleValue(), s2m, n);
        return new Point(Integer.parseInt(row.get("pulse")), Double.parseDouble(row.get("y")), r);
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Line line = Line.start(mu, tau2);
        for (Point point : points) {
            line = line.next(point.y(), point.r(), point.pulse(), q);
            lines.add(line);
        }
        return lines;
    }

    /** The change since the last point at or before {@code anchor}. */
    AnchoredChange changeSince(int anchor) {
        List<Point> until =
                points.stream().filter(point -> point.pulse() <= anchor).toList();
        AnchoredChange change =
                AnchoredChange.at(new TeamSeries(mu, tau2, q, until).lines().getLast());
        for (Point point : points.subList(until.size(), points.size())) {
            change = change.next(point.y(), point.r(), point.pulse(), q);
        }
        return change;
    }
}
