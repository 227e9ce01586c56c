package org.groeipuls.ballot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a closed box, cut loose from tickets and from the order of arrival.
 *
 * @param sheets the answers that count, by group, shuffled within each group; withdrawn ones are left out
 * @param rejected how many ballots were no valid ballot of this pulse
 */
public record OpenedBox(List<CountedSheet> sheets, int rejected) {
    public OpenedBox {
        sheets = List.copyOf(sheets);
    }

    @Override
    public String toString() {
        return "OpenedBox[not shown]";
    }

    /** Reads the sheets of a box for answers; what is no sheet of its group's form counts as rejected. */
    static OpenedBox of(BoxTerms terms, BoxOpening.Opened opened) {
        List<CountedSheet> counted = new ArrayList<>();
        int rejected = opened.rejected();
        for (Map.Entry<String, List<byte[]>> group : opened.sheets().entrySet()) {
            List<String> form = terms.form(group.getKey());
            for (byte[] encoded : group.getValue()) {
                Optional<Sheet> sheet = Sheet.read(encoded).filter(valid -> valid.fits(form));
                if (sheet.isEmpty()) {
                    rejected++;
                }
                sheet.flatMap(valid -> Optional.ofNullable(valid.nonce())
                                .map(nonce -> new CountedSheet(group.getKey(), valid.answers(), hash(nonce))))
                        .ifPresent(counted::add);
            }
        }
        return new OpenedBox(counted, rejected);
    }

    private static String hash(String nonce) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(nonce.getBytes(US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /**
     * The answers of one person.
     *
     * @param group id of the group
     * @param answers per item id a value 1..5; what was not answered is absent
     * @param nonceHash lower-case hex SHA-256 of the receipt's characters
     */
    public record CountedSheet(String group, Map<String, Integer> answers, String nonceHash) {
        public CountedSheet {
            answers = Map.copyOf(answers);
        }

        @Override
        public String toString() {
            return "CountedSheet[not shown]";
        }
    }
}
