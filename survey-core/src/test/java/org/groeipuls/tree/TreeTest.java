package org.groeipuls.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeTest {
    private static final int MOST = 300;

    /** Entries and roots with which implementations of Certificate Transparency are compared (RFC 6962 and 9162). */
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final Map<String, TreeHash> stored = new HashMap<>();
    private final StoredTree tree = new StoredTree(this::stored);

    private TreeHash stored(int level, long index) {
        return Objects.requireNonNull(stored.get(level + "/" + index), () -> level + "/" + index);
    }

    private List<TreeHash> grow(List<byte[]> entries) {
        var frontier = new Frontier();
        List<TreeHash> roots = new ArrayList<>(List.of(frontier.root()));
        for (byte[] entry : entries) {
            frontier.append(
                    TreeHash.ofLeaf(entry),
                    (level, index, hash) -> assertThat(stored.put(level + "/" + index, hash))
                            .as("a subtree is completed once")
                            .isNull());
            roots.add(frontier.root());
        }
        return roots;
    }

    private static List<byte[]> entries(int count) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(ByteBuffer.allocate(Integer.BYTES).putInt(i).array());
        }
        return entries;
    }

    private static List<TreeHash> hashes(List<byte[]> bytes) {
        return bytes.stream().map(TreeHash::of).toList();
    }

    @Test
    void roots_are_those_of_the_published_vectors() {
        var roots = grow(ENTRIES.stream().map(HexFormat.of()::parseHex).toList());

        assertThat(roots).map(TreeHash::toString).isEqualTo(ROOTS);
    }

    @Test
    void roots_are_those_of_the_definition_and_can_be_made_from_stored_subtrees() {
        var entries = entries(MOST);
        var roots = grow(entries);

        for (int size = 0; size <= MOST; size++) {
            var root = TreeHash.of(Definition.root(entries.subList(0, size)));
            assertThat(roots.get(size)).as("size " + size).isEqualTo(root);
            assertThat(tree.root(size)).isEqualTo(root);
            assertThat(Frontier.of(size, this::stored).root()).isEqualTo(root);
        }
    }

    @Test
    void every_leaf_is_proven_as_defined_and_every_proof_holds() {
        var entries = entries(MOST);
        var roots = grow(entries);

        for (int size = 1; size <= MOST; size += size < 70 ? 1 : 23) {
            for (int leaf = 0; leaf < size; leaf++) {
                var path = tree.inclusion(leaf, size);
                assertThat(path).isEqualTo(hashes(Definition.path(leaf, entries.subList(0, size))));
                assertThat(Proofs.included(TreeHash.ofLeaf(entries.get(leaf)), leaf, size, path, roots.get(size)))
                        .as(leaf + " in " + size)
                        .isTrue();
            }
        }
    }

    @Test
    void every_older_tree_is_proven_as_defined_and_every_proof_holds() {
        var entries = entries(MOST);
        var roots = grow(entries);

        for (int to = 1; to <= MOST; to += to < 70 ? 1 : 23) {
            for (int from = 1; from <= to; from++) {
                var path = tree.consistency(from, to);
                assertThat(path).isEqualTo(hashes(Definition.proof(from, entries.subList(0, to))));
                assertThat(Proofs.consistent(from, roots.get(from), to, roots.get(to), path))
                        .as(from + " in " + to)
                        .isTrue();
            }
        }
    }

    @Test
    void a_proof_of_something_else_does_not_hold() {
        var entries = entries(MOST);
        var roots = grow(entries);
        var chance = new Random(91_62);

        for (int round = 0; round < 1000; round++) {
            int size = 2 + chance.nextInt(MOST - 1);
            int leaf = chance.nextInt(size);
            var path = tree.inclusion(leaf, size);
            var hash = TreeHash.ofLeaf(entries.get(leaf));
            int other = (leaf + 1 + chance.nextInt(size - 1)) % size;
            assertThat(Proofs.included(hash, other, size, path, roots.get(size)))
                    .isFalse();
            assertThat(Proofs.included(hash, leaf, size, path, roots.get(size - 1)))
                    .isFalse();
            assertThat(Proofs.included(hash, leaf, size, bent(path, chance), roots.get(size)))
                    .isFalse();
            assertThat(Proofs.included(hash, leaf, size, path.subList(1, path.size()), roots.get(size)))
                    .isFalse();
            int from = 1 + chance.nextInt(size - 1);
            var between = tree.consistency(from, size);
            assertThat(Proofs.consistent(from, roots.get(from), size, roots.get(size), bent(between, chance)))
                    .isFalse();
            assertThat(Proofs.consistent(from, roots.get(size), size, roots.get(size), between))
                    .isFalse();
        }
    }

    private static List<TreeHash> bent(List<TreeHash> path, Random chance) {
        List<TreeHash> bent = new ArrayList<>(path);
        int at = chance.nextInt(bent.size());
        byte[] bytes = bent.get(at).bytes();
        bytes[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(8));
        bent.set(at, TreeHash.of(bytes));
        return bent;
    }

    @Test
    void what_is_not_in_the_tree_cannot_be_proven() {
        grow(entries(9));

        assertThatThrownBy(() -> tree.inclusion(9, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(-1, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(0, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(9, 8)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_proof_in_a_large_tree_reads_few_nodes() {
        int[] reads = {0};
        var large = new StoredTree((level, index) -> {
            reads[0]++;
            return TreeHash.ofNothing();
        });

        large.inclusion(123_456, 1_000_003);
        assertThat(reads[0]).isBetween(20, 40);
        reads[0] = 0;
        large.consistency(654_321, 1_000_003);
        assertThat(reads[0]).isBetween(20, 60);
    }
}
