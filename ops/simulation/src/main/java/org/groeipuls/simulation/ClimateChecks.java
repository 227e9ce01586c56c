package org.groeipuls.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Holds what history released of a pulse against the file that the people answered from. */
public final class ClimateChecks {
    private static final double EXACT = 1e-9;
    private static final int LEAST = 5;

    private ClimateChecks() {}

    /** Under {@code exact}: n and mean of every item of every company are the file's, read from the released tallies. */
    public static Check means(ClimateFile file, List<History.Event> ofPulse) {
        return eachItem("every mean is the file's", file, ofPulse, (truth, released) -> {
            int[] counts = ints(released.path("counts"));
            if (counts.length != 5) {
                return "has no five counts";
            }
            if (total(counts) != total(truth) || released.path("n").asInt(-1) != total(truth)) {
                return "n is " + released.path("n") + ", the file has " + total(truth);
            }
            double difference = (double) sum(counts) / total(counts) - (double) sum(truth) / total(truth);
            return Math.abs(difference) < EXACT ? "" : "mean is off by " + difference;
        });
    }

    /** Under {@code banded}: n is the file's and its sum lies in the released class. */
    public static Check sums(ClimateFile file, List<History.Event> ofPulse) {
        return eachItem("every sum lies in its released class", file, ofPulse, (truth, released) -> {
            JsonNode band = released.path("sum");
            if (!band.path("low").isInt() || !band.path("high").isInt()) {
                return "has no class";
            }
            int low = band.path("low").asInt();
            int high = band.path("high").asInt();
            if (released.path("n").asInt(-1) != total(truth)) {
                return "n is " + released.path("n") + ", the file has " + total(truth);
            }
            if (high - low + 1 < 4) {
                return "class " + low + ".." + high + " is narrower than four sums";
            }
            return low <= sum(truth) && sum(truth) <= high ? "" : "sum is not in " + low + ".." + high;
        });
    }

    /** Under {@code banded}: history has no tallies, scores or spreads of the pulse; noisy distributions of large units may be there. */
    public static Check noTallies(List<History.Event> ofPulse) {
        List<String> faults = new ArrayList<>();
        for (var event : ofPulse) {
            finer(event.data(), event.type(), faults);
        }
        return new Check("history holds no tallies", ofPulse.size(), faults);
    }

    private static void finer(JsonNode node, String where, List<String> faults) {
        for (var field : node.properties()) {
            String name = field.getKey();
            boolean something = !field.getValue().isNull()
                    && !(field.getValue().isArray() && field.getValue().isEmpty());
            if (something && List.of("counts", "scales", "pairs", "spread").contains(name)) {
                faults.add(where + " has " + name);
            } else if (!name.equals("distributions")) {
                finer(field.getValue(), where + "." + name, faults);
            }
        }
        if (node.isArray()) {
            node.forEach(element -> finer(element, where, faults));
        }
    }

    /** The inclusion list is exactly the hashes of the ledger's receipts, sorted. */
    public static Check inclusion(Collection<String> listed, Collection<String> nonces) {
        List<String> expected =
                nonces.stream().map(ClimateChecks::sha256).sorted().toList();
        List<String> faults = new ArrayList<>();
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(List.copyOf(listed));
        List<String> foreign = new ArrayList<>(listed);
        foreign.removeAll(expected);
        if (!missing.isEmpty()) {
            faults.add(missing.size() + " acknowledged ballots are not counted");
        }
        if (!foreign.isEmpty()) {
            faults.add(foreign.size() + " counted ballots nobody sent");
        }
        if (faults.isEmpty() && !expected.equals(List.copyOf(listed))) {
            faults.add("a ballot is counted twice, or the list is not sorted");
        }
        return new Check("the inclusion list is the ledger", expected.size(), faults);
    }

    private interface Comparison {
        /** What is wrong, or nothing. */
        String fault(int[] truth, JsonNode released);
    }

    private static Check eachItem(
            String promise, ClimateFile file, List<History.Event> ofPulse, Comparison comparison) {
        Map<String, JsonNode> released = new TreeMap<>();
        ofPulse.stream()
                .filter(event -> event.type().equals("BlockReleased"))
                .forEach(event -> event.data()
                        .path("items")
                        .forEach(item -> released.put(
                                event.data().path("block").asString() + "/"
                                        + item.path("item").asString(),
                                item)));
        List<String> faults = new ArrayList<>();
        int compared = 0;
        for (String company : file.companies().keySet()) {
            for (int item = 0; item < ClimateFile.ITEMS.size(); item++) {
                String at = company + "/" + ClimateFile.ITEMS.get(item);
                JsonNode figures = released.remove(at);
                int[] truth = file.tally(company, item);
                String fault = figures == null ? "is not released" : fault(file, company, truth, figures, comparison);
                if (!fault.isEmpty()) {
                    faults.add(at + ": " + fault);
                }
                compared++;
            }
        }
        released.keySet().forEach(foreign -> faults.add(foreign + ": is not in the file"));
        return new Check(promise, compared, faults);
    }

    private static String fault(
            ClimateFile file, String company, int[] truth, JsonNode figures, Comparison comparison) {
        if (!figures.path("withheld").isString()) {
            return total(truth) < LEAST ? "is released for fewer than " + LEAST : comparison.fault(truth, figures);
        }
        var rows = file.companies().getOrDefault(company, List.of());
        long partly = rows.stream().filter(ClimateFile.Row::partly).count();
        long scored = rows.stream().filter(ClimateFile.Row::partlyScored).count();
        boolean pointing = (0 < partly && partly < LEAST) || (0 < scored && scored < LEAST);
        boolean mayBe = total(truth) < LEAST
                || (pointing && figures.path("withheld").asString().equals("partly-answered"));
        return mayBe ? "" : "is withheld: " + figures.path("withheld").asString();
    }

    private static int[] ints(JsonNode array) {
        int[] ints = new int[array.size()];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = array.get(i).asInt();
        }
        return ints;
    }

    private static int total(int[] tally) {
        int total = 0;
        for (int count : tally) {
            total += count;
        }
        return total;
    }

    private static int sum(int[] tally) {
        int sum = 0;
        for (int answer = 1; answer <= tally.length; answer++) {
            sum += answer * tally[answer - 1];
        }
        return sum;
    }

    /** Lower-case hexadecimal SHA-256 of the characters of a receipt. */
    static String sha256(String nonce) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(nonce.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every Java has SHA-256", never);
        }
    }
}
