package org.groeipuls.api.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groeipuls.api.Reply;
import org.groeipuls.api.Server;
import org.groeipuls.tree.HeadKey;
import org.groeipuls.tree.Proofs;
import org.groeipuls.tree.SignedHead;
import org.groeipuls.tree.TreeHash;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What whoever keeps a head may rely on, whichever store stands behind it and however many nodes there are. */
abstract class HistoryTreeContract {
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);

    private final List<Server> nodes = nodes();
    private final Server server = nodes.getFirst();
    private final JdbcClient jdbc = server.bean(JdbcClient.class);
    private final HistoryTree tree = server.bean(HistoryTree.class);

    abstract List<Server> nodes();

    /** How often stored history is changed by chance. */
    abstract int rounds();

    private JsonNode ok(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private JsonNode get(String path) {
        return ok(server.get("works-council", "/api/v1/history" + path));
    }

    private SignedHead sign(Server node) {
        return head(ok(node.ask("analyst", "POST", "/api/v1/history/heads", null)));
    }

    private static SignedHead head(JsonNode json) {
        return new SignedHead(
                json.get("size").asLong(),
                json.get("root").asString(),
                LocalDate.parse(json.get("day").asString()),
                json.get("key").asString(),
                json.get("signature").asString());
    }

    private HeadKey key() {
        return HeadKey.parse(get("/heads/key").get("publicKey").asString());
    }

    private void happen(String name, int events) {
        for (int i = 0; i < events; i++) {
            var reply = server.ask(
                    "hr",
                    "PUT",
                    "/api/v1/units/" + name + i,
                    "{\"name\":\"" + name + i
                            + "\"%s}".formatted(i == 0 && !exists() ? "" : ",\"parent\":\"" + top() + "\""));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        }
    }

    private boolean exists() {
        return jdbc.sql("select count(*) from organisation_unit")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private String top() {
        return jdbc.sql("select unit from organisation_unit where parent is null")
                .query(String.class)
                .single();
    }

    @Test
    void a_head_is_signed_and_every_event_is_proven_to_be_in_it() {
        happen("proof", 5);
        var head = sign(server);
        var key = key();

        assertThat(head.signedBy(key)).isTrue();
        assertThat(get("/heads/key").get("key").asString()).isEqualTo(head.key());
        assertThat(head.size())
                .isEqualTo(jdbc.sql("select count(*) from history_event")
                        .query(Long.class)
                        .single());
        for (long leaf = 0; leaf < head.size(); leaf++) {
            var proof = get("/proofs?leaf=" + leaf + "&size=" + head.size());
            assertThat(Proofs.included(
                            TreeHash.parse(proof.get("hash").asString()),
                            leaf,
                            head.size(),
                            path(proof),
                            TreeHash.parse(head.root())))
                    .as("leaf " + leaf)
                    .isTrue();
        }
        var listed = get("/heads");
        assertThat(listed.get("fault")).isNull();
        assertThat(listed.get("heads").valueStream().map(HistoryTreeContract::head))
                .contains(head);
    }

    @Test
    void a_later_tree_is_proven_to_begin_with_an_older_head() {
        var older = sign(server);
        happen("later", 3);
        var newer = sign(server);

        assertThat(newer.size()).isEqualTo(older.size() + 3);
        var proof = get("/proofs?from=" + older.size() + "&to=" + newer.size());
        assertThat(Proofs.consistent(
                        older.size(),
                        TreeHash.parse(older.root()),
                        newer.size(),
                        TreeHash.parse(newer.root()),
                        path(proof)))
                .isTrue();
    }

    private static List<TreeHash> path(JsonNode proof) {
        return proof.get("path")
                .valueStream()
                .map(hash -> TreeHash.parse(hash.asString()))
                .toList();
    }

    @Test
    void whichever_node_signs_it_is_one_tree_and_one_head() throws Exception {
        happen("joint", 2);
        List<Future<SignedHead>> heads = new ArrayList<>();
        var go = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 16; i++) {
                var node = nodes.get(i % nodes.size());
                heads.add(threads.submit(() -> {
                    go.await();
                    return sign(node);
                }));
            }
            go.countDown();
            Set<SignedHead> different = new HashSet<>();
            for (var head : heads) {
                different.add(head.get());
            }
            assertThat(different).hasSize(1);
        }
        assertThat(jdbc.sql("select count(*) from tree_node where level = 0")
                        .query(Long.class)
                        .single())
                .isEqualTo(jdbc.sql("select count(*) from history_event")
                        .query(Long.class)
                        .single());
    }

    @Test
    void a_tree_that_is_made_anew_is_the_same_tree() {
        happen("again", 1);
        var head = sign(server);
        jdbc.sql("delete from tree_node").update();
        jdbc.sql("update tree_state set size = 0, position = 0").update();

        tree.catchUp();

        assertThat(tree.root(head.size())).hasToString(head.root());
        assertThat(sign(server)).isEqualTo(head);
        tree.check(TODAY);
        assertThat(tree.fault()).isEmpty();
    }

    @Test
    void a_day_has_its_head_without_being_asked() {
        var day = TODAY.plusDays(1);
        tree.turn(day);
        tree.turn(day);

        assertThat(tree.heads(1000).stream().filter(head -> head.day().equals(day)))
                .singleElement()
                .satisfies(
                        head -> assertThat(head.size()).isEqualTo(tree.state().size()));
    }

    @Test
    void every_change_of_stored_history_is_found() {
        long seed = Long.getLong("seed", 9162);
        System.out.println("changes of stored history, seed " + seed);
        happen("kept", 20);
        sign(server);
        var chance = new Random(seed);
        var transaction = new TransactionTemplate(server.bean(PlatformTransactionManager.class));
        Set<String> faults = new HashSet<>();

        for (int round = 0; round < rounds(); round++) {
            var fault = transaction.execute(status -> {
                status.setRollbackOnly();
                change(chance);
                tree.check(TODAY);
                return tree.fault().orElse("");
            });
            assertThat(fault).as("round %d of seed %d", round, seed).isNotEmpty();
            faults.add(String.valueOf(fault));
        }
        tree.check(TODAY);
        assertThat(tree.fault()).isEmpty();
        assertThat(faults).as("it says which event it is").hasSizeGreaterThan(20);
    }

    private void change(Random chance) {
        var positions = jdbc.sql("select global_index from history_event order by global_index")
                .query(Long.class)
                .list();
        long at = positions.get(chance.nextInt(positions.size()));
        long other = positions.get((positions.indexOf(at) + 1) % positions.size());
        int changed = switch (chance.nextInt(7)) {
            case 0 -> update("payload = payload || ' '", at);
            case 1 -> update("payload_revision = '2'", at);
            case 2 -> update("time_stamp = '2019-01-01T00:00:00.000Z'", at);
            case 3 -> update("aggregate_identifier = 'unit:forged'", at);
            case 4 ->
                jdbc.sql("delete from history_event where global_index = " + at).update();
            case 5 ->
                jdbc.sql("delete from history_event where global_index >= " + at)
                        .update();
            default -> swap(at, other);
        };
        assertThat(changed).isPositive();
    }

    private int update(String set, long at) {
        return jdbc.sql("update history_event set " + set + " where global_index = " + at)
                .update();
    }

    private int swap(long one, long other) {
        var first = payload(one);
        var second = payload(other);
        jdbc.sql("update history_event set payload = :payload where global_index = :at")
                .param("payload", second)
                .param("at", one)
                .update();
        return jdbc.sql("update history_event set payload = :payload where global_index = :at")
                .param("payload", first)
                .param("at", other)
                .update();
    }

    private String payload(long at) {
        return jdbc.sql("select payload from history_event where global_index = " + at)
                .query(String.class)
                .single();
    }

    @Test
    void a_changed_history_makes_the_server_unhealthy_and_signs_nothing() {
        happen("sick", 2);
        sign(server);
        assertThat(health()).isEqualTo(200);
        long last = last();
        var before = payload(last);
        write(last, before.replace("sick1", "well1"));

        tree.check(TODAY);

        assertThat(health()).isEqualTo(503);
        assertThat(get("/heads").get("fault").asString()).contains("at position " + last, "restore history");
        var refused = server.ask("analyst", "POST", "/api/v1/history/heads", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("history-differs");

        write(last, before);
        sign(server);
        assertThat(health()).as("what was put right is well again").isEqualTo(200);
    }

    @Test
    void what_was_changed_after_the_last_check_is_found_before_a_head_is_signed() {
        happen("fresh", 2);
        sign(server);
        long last = last();
        var before = payload(last);
        write(last, before.replace("fresh1", "stale1"));
        pretendCheckedOn(LocalDate.ofInstant(server.now(), ZoneOffset.UTC));

        var refused = server.ask("works-council", "POST", "/api/v1/history/heads", null);

        assertThat(refused.code()).isEqualTo("history-differs");
        assertThat(get("/heads").get("fault").asString()).contains("at position " + last);
        write(last, before);
        sign(server);
    }

    @Test
    void a_tree_whose_stored_nodes_are_not_those_of_history_is_found_before_a_wrong_root_is_signed() {
        happen("node", 4);
        sign(server);
        long size = tree.state().size();
        for (var node : List.of(List.of(1L, size / 2 - 1), List.of(2L, size / 4 - 1))) {
            var before = hash(node);
            hash(node, TreeHash.ofNothing().bytes());

            assertThat(server.ask("works-council", "POST", "/api/v1/history/heads", null)
                            .code())
                    .as("node %s", node)
                    .isEqualTo("history-differs");
            hash(node, before);
            sign(server);
        }
    }

    private byte[] hash(List<Long> node) {
        return jdbc.sql("select hash from tree_node where level = :level and node = :node")
                .param("level", node.getFirst())
                .param("node", node.getLast())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private void hash(List<Long> node, byte[] hash) {
        jdbc.sql("update tree_node set hash = :hash where level = :level and node = :node")
                .param("hash", hash)
                .param("level", node.getFirst())
                .param("node", node.getLast())
                .update();
    }

    @Test
    void a_day_is_checked_whatever_the_database_says_of_it() {
        var day = TODAY.plusDays(2);
        happen("daily", 2);
        sign(server);
        long last = last();
        var before = payload(last);
        write(last, before.replace("daily1", "other1"));
        pretendCheckedOn(day);

        tree.turn(day);

        assertThat(tree.fault()).hasValueSatisfying(fault -> assertThat(fault).contains("at position " + last));
        assertThat(tree.heads(1000)).noneMatch(head -> head.day().equals(day));
        write(last, before);
        sign(server);
    }

    private void pretendCheckedOn(LocalDate day) {
        jdbc.sql("update tree_state set checked_on = :day")
                .param("day", day.toString())
                .update();
    }

    private long last() {
        return jdbc.sql("select max(global_index) from history_event")
                .query(Long.class)
                .single();
    }

    private void write(long at, String payload) {
        jdbc.sql("update history_event set payload = :payload where global_index = :at")
                .param("payload", payload)
                .param("at", at)
                .update();
    }

    @Test
    void a_forged_head_makes_the_server_unhealthy() {
        var head = sign(server);
        jdbc.sql("update tree_head set root = :root where size = :size and signed_on = :day")
                .param("root", TreeHash.ofNothing().toString())
                .param("size", head.size())
                .param("day", head.day().toString())
                .update();

        assertThat(tree.fault()).hasValueSatisfying(fault -> assertThat(fault).contains("not signed with the key"));

        jdbc.sql("delete from tree_head").update();
        assertThat(tree.fault()).isEmpty();
    }

    private int health() {
        return server.get(null, "/actuator/health").status();
    }

    @Test
    void what_is_not_in_the_tree_is_refused() {
        long size = sign(server).size();
        for (var wrong : List.of("leaf=" + size + "&size=" + size, "leaf=-1&size=1", "leaf=0&size=" + (size + 1))) {
            assertThat(refused(wrong)).as(wrong).isEqualTo("not-in-tree");
        }
        assertThat(refused("from=0&to=1")).isEqualTo("not-in-tree");
        assertThat(refused("from=2&to=1")).isEqualTo("not-in-tree");
        for (var wrong : List.of("leaf=1", "leaf=0&to=1", "from=1&to=1&size=1", "leaf=x&size=1", "")) {
            assertThat(refused(wrong)).as(wrong).isEqualTo("parameter-not-allowed");
        }
    }

    private @Nullable String refused(String query) {
        return server.get("analyst", "/api/v1/history/proofs?" + query).code();
    }
}
