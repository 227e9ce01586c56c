package org.groeipuls.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Reads history from its first event on and says where it is not what was signed. Needs the events with their salts, a
 * few heads and the public key; no server.
 */
public final class HistoryCheck {
    private final Frontier tree = new Frontier();
    private final List<SignedHead> heads;
    private final HeadKey key;
    private final List<Fault> faults = new ArrayList<>();
    private int next;
    private long position;

    /**
     * What was found.
     *
     * @param size the size of the head that says otherwise; 0 when it is about no head
     */
    public record Fault(long size, String what) {}

    /** @param heads in any order; those that the key did not sign are faults themselves */
    public HistoryCheck(Collection<SignedHead> heads, HeadKey key) {
        this.heads = heads.stream()
                .sorted(Comparator.comparingLong(SignedHead::size))
                .toList();
        this.key = key;
        reached();
    }

    /** Takes in the next event. */
    public void next(RecordedEvent event, byte[] salt) {
        if (event.position() <= position) {
            faults.add(new Fault(0, "Position " + event.position() + " does not follow on " + position));
        }
        position = event.position();
        tree.append(event.leaf(salt), (level, index, hash) -> {});
        reached();
    }

    private void reached() {
        for (; next < heads.size() && heads.get(next).size() <= tree.size(); next++) {
            var head = heads.get(next);
            if (!head.signedBy(key)) {
                faults.add(new Fault(
                        head.size(), "The head of " + head.day() + " is not signed by the key " + key.fingerprint()));
            } else if (head.size() == tree.size()
                    && !head.root().equals(tree.root().toString())) {
                faults.add(new Fault(
                        head.size(),
                        "The first " + head.size() + " events are not those that were signed on " + head.day()));
            }
        }
    }

    /** What was found when nothing more comes; empty: history is what was signed. */
    public List<Fault> end() {
        for (; next < heads.size(); next++) {
            var head = heads.get(next);
            faults.add(new Fault(
                    head.size(),
                    "There are " + tree.size() + " events; " + head.size() + " were signed on " + head.day()));
        }
        return List.copyOf(faults);
    }

    /** How many events were read. */
    public long size() {
        return tree.size();
    }

    /** The position of the last event that was read; 0 before the first. */
    public long position() {
        return position;
    }

    /** The root of what was read. */
    public TreeHash root() {
        return tree.root();
    }
}
