package org.groeipuls.followup;

import java.util.List;
import java.util.Optional;
import org.groeipuls.development.BundleId;
import org.groeipuls.development.GoalId;
import org.groeipuls.development.PointId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where development points, bundles and goals are kept, without their texts. All lists are in the order of the ids, which
 * says nothing of when something was sent.
 */
public final class DevelopmentTable {
    private static final String POINT = "point";
    private static final String BUNDLE = "bundle";
    private static final String GOAL = "goal";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** @param json reads and writes content as history does events */
    public DevelopmentTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The point with this id. */
    public Optional<KnownPoint> find(PointId id) {
        return find(POINT, id.value(), KnownPoint.class);
    }

    /** All points. */
    public List<KnownPoint> points() {
        return all(POINT, KnownPoint.class);
    }

    /** The bundle with this id. */
    public Optional<KnownBundle> find(BundleId id) {
        return find(BUNDLE, id.value(), KnownBundle.class);
    }

    /** All bundles. */
    public List<KnownBundle> bundles() {
        return all(BUNDLE, KnownBundle.class);
    }

    /** The bundle that a point is in. */
    public Optional<KnownBundle> bundleOf(PointId point) {
        return bundles().stream()
                .filter(bundle -> bundle.points().contains(point))
                .findFirst();
    }

    /** The goal with this id. */
    public Optional<KnownGoal> find(GoalId id) {
        return find(GOAL, id.value(), KnownGoal.class);
    }

    /** All goals. */
    public List<KnownGoal> goals() {
        return all(GOAL, KnownGoal.class);
    }

    private <T> Optional<T> find(String kind, String id, Class<T> type) {
        return jdbc.sql("select content from followup_development where kind = :kind and id = :id")
                .param("kind", kind)
                .param("id", id)
                .query(String.class)
                .optional()
                .map(content -> json.readValue(content, type));
    }

    private <T> List<T> all(String kind, Class<T> type) {
        return jdbc
                .sql("select content from followup_development where kind = :kind order by id")
                .param("kind", kind)
                .query(String.class)
                .list()
                .stream()
                .map(content -> json.readValue(content, type))
                .toList();
    }

    void put(KnownPoint known) {
        put(POINT, known.id().value(), known);
    }

    void put(KnownBundle known) {
        put(BUNDLE, known.id().value(), known);
    }

    void put(KnownGoal known) {
        put(GOAL, known.id().value(), known);
    }

    private void put(String kind, String id, Object known) {
        jdbc.sql("delete from followup_development where kind = :kind and id = :id")
                .param("kind", kind)
                .param("id", id)
                .update();
        jdbc.sql("insert into followup_development (kind, id, content) values (:kind, :id, :content)")
                .param("kind", kind)
                .param("id", id)
                .param("content", json.writeValueAsString(known))
                .update();
    }

    void clear() {
        jdbc.sql("delete from followup_development").update();
    }
}
