package org.groeipuls.system.browser.matrix;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings a picture down to 256 colours, which is plenty for text and lines and makes the file a third. */
final class Palette {
    private static final int COLOURS = 256;
    private static final int BITS = 8;

    private Palette() {}

    static BufferedImage of(BufferedImage full) {
        var kept = mostUsed(full);
        var model = new IndexColorModel(
                BITS, kept.size(), kept.stream().mapToInt(Integer::intValue).toArray(), 0, false, -1, 0);
        var small = new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> places = new HashMap<>();
        var raster = small.getRaster();
        for (int y = 0; y < full.getHeight(); y++) {
            for (int x = 0; x < full.getWidth(); x++) {
                int place = places.computeIfAbsent(full.getRGB(x, y), colour -> nearest(colour, kept));
                raster.setSample(x, y, 0, place);
            }
        }
        return small;
    }

    private static List<Integer> mostUsed(BufferedImage full) {
        Map<Integer, Integer> uses = new HashMap<>();
        for (int y = 0; y < full.getHeight(); y++) {
            for (int x = 0; x < full.getWidth(); x++) {
                uses.merge(full.getRGB(x, y), 1, Integer::sum);
            }
        }
        return uses.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int nearest(int colour, List<Integer> kept) {
        int best = 0;
        for (int at = 1; at < kept.size(); at++) {
            if (apart(colour, kept.get(at)) < apart(colour, kept.get(best))) {
                best = at;
            }
        }
        return best;
    }

    private static int apart(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift <= 2 * BITS; shift += BITS) {
            int difference = ((one >> shift) & 0xff) - ((other >> shift) & 0xff);
            sum += difference * difference;
        }
        return sum;
    }
}
