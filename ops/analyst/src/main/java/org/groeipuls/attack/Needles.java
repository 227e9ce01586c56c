package org.groeipuls.attack;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recognisable bytes, and a search for all of them in one reading. */
final class Needles {
    private static final int WINDOW = Long.BYTES;
    private static final int CHUNK = 1 << 16;

    private final Map<Long, List<Needle>> byStart = new HashMap<>();
    private final long[] perhaps = new long[1 << 16];
    private int longest = WINDOW;

    /**
     * What is searched for.
     *
     * @param kind what it is, such as {@code code}
     * @param person whose it is: the place in the order of answering, from 0
     */
    record Needle(String kind, int person, byte[] bytes) {}

    /** Where one was found. */
    record Hit(Needle needle, long offset) {}

    /** @param bytes at least 8 */
    void add(String kind, int person, byte[] bytes) {
        if (bytes.length < WINDOW) {
            throw new IllegalArgumentException("A needle has at least " + WINDOW + " bytes");
        }
        long start = start(bytes, 0);
        byStart.computeIfAbsent(start, fresh -> new ArrayList<>()).add(new Needle(kind, person, bytes));
        perhaps[slot(start) >> 6] |= 1L << slot(start);
        longest = Math.max(longest, bytes.length);
    }

    int size() {
        return byStart.values().stream().mapToInt(List::size).sum();
    }

    /** All places at which any of them stands. */
    List<Hit> in(InputStream stream) throws IOException {
        List<Hit> hits = new ArrayList<>();
        try (stream) {
            byte[] chunk = new byte[CHUNK];
            int kept = 0;
            long offset = 0;
            boolean last = false;
            while (!last) {
                int filled = kept + stream.readNBytes(chunk, kept, chunk.length - kept);
                last = filled < chunk.length;
                int until = last ? filled - WINDOW + 1 : filled - longest;
                search(chunk, filled, until, offset, hits);
                if (!last) {
                    kept = filled - until;
                    System.arraycopy(chunk, until, chunk, 0, kept);
                    offset += until;
                }
            }
        }
        return hits;
    }

    private void search(byte[] chunk, int filled, int until, long offset, List<Hit> hits) {
        for (int at = 0; at < until; at++) {
            long start = start(chunk, at);
            int slot = slot(start);
            if ((perhaps[slot >> 6] & 1L << slot) != 0) {
                for (var needle : byStart.getOrDefault(start, List.of())) {
                    int end = at + needle.bytes().length;
                    if (end <= filled && Arrays.equals(needle.bytes(), 0, needle.bytes().length, chunk, at, end)) {
                        hits.add(new Hit(needle, offset + at));
                    }
                }
            }
        }
    }

    private static int slot(long start) {
        return (int) (start * 0x9E3779B97F4A7C15L >>> 42);
    }

    private static long start(byte[] bytes, int at) {
        long start = 0;
        for (int i = 0; i < WINDOW; i++) {
            start = start << 8 | bytes[at + i] & 0xff;
        }
        return start;
    }
}
