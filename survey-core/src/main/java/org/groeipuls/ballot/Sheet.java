package org.groeipuls.ballot;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed in the inner layer: the answers and the receipt, or the word that they were withdrawn.
 *
 * <pre>
 * answers   = 1 | nonce length(1) | nonce | number of answers(2) | { item length(1) | item in UTF-8 | value(1) }
 * withdrawn = 2
 * </pre>
 *
 * @param nonce the receipt; absent when withdrawn
 * @param answers per item a value 1..5
 */
record Sheet(@Nullable String nonce, Map<String, Integer> answers) implements InnerSheet {
    private static final byte ANSWERED = 1;
    private static final byte EMPTIED = 2;
    private static final int LONGEST_NONCE = 128;
    static final Sheet WITHDRAWN = new Sheet(null, Map.of());

    Sheet {
        answers = new TreeMap<>(answers);
    }

    /** @throws BallotRefusal when the nonce is none, or an answer does not fit the form */
    static Sheet answered(String nonce, Map<String, @Nullable Integer> answers, List<String> form) {
        if (!isNonce(nonce)) {
            throw new BallotRefusal.NonceNotAllowed();
        }
        Map<String, Integer> given = new TreeMap<>();
        for (Map.Entry<String, @Nullable Integer> answer : answers.entrySet()) {
            Integer value = answer.getValue();
            if (!form.contains(answer.getKey()) || value != null && !onScale(value)) {
                throw new BallotRefusal.AnswerNotAllowed(answer.getKey());
            }
            if (value != null) {
                given.put(answer.getKey(), value);
            }
        }
        return new Sheet(nonce, given);
    }

    @Override
    public boolean withdrawn() {
        return nonce == null;
    }

    boolean fits(List<String> form) {
        return form.containsAll(answers.keySet()) && answers.values().stream().allMatch(Sheet::onScale);
    }

    private static boolean onScale(int value) {
        return value >= 1 && value <= 5;
    }

    private static boolean isNonce(String nonce) {
        return nonce.length() >= 32
                && nonce.length() <= LONGEST_NONCE
                && nonce.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }

    /** The size of the largest sheet that any of these forms can need, in bytes. */
    static int largest(Collection<List<String>> forms) {
        return forms.stream().mapToInt(Sheet::largest).max().orElse(0);
    }

    private static int largest(List<String> form) {
        return 1
                + 1
                + LONGEST_NONCE
                + 2
                + form.stream()
                        .mapToInt(item -> 2 + item.getBytes(UTF_8).length)
                        .sum();
    }

    @Override
    public byte[] encoded() {
        if (nonce == null) {
            return new byte[] {EMPTIED};
        }
        ByteBuffer sheet = ByteBuffer.allocate(largest(List.copyOf(answers.keySet())));
        sheet.put(ANSWERED).put((byte) nonce.length()).put(nonce.getBytes(US_ASCII));
        sheet.putShort((short) answers.size());
        answers.forEach((item, value) -> {
            byte[] id = item.getBytes(UTF_8);
            sheet.put((byte) id.length).put(id).put(value.byteValue());
        });
        byte[] encoded = new byte[sheet.flip().remaining()];
        sheet.get(encoded);
        return encoded;
    }

    /** Reads a sheet; empty when it is none. */
    static Optional<Sheet> read(byte[] encoded) {
        try {
            ByteBuffer sheet = ByteBuffer.wrap(encoded);
            Optional<Sheet> read = switch (sheet.get()) {
                case ANSWERED -> readAnswers(sheet);
                case EMPTIED -> Optional.of(WITHDRAWN);
                default -> Optional.empty();
            };
            return sheet.hasRemaining() ? Optional.empty() : read;
        } catch (BufferUnderflowException tooShort) {
            return Optional.empty();
        }
    }

    private static Optional<Sheet> readAnswers(ByteBuffer sheet) {
        String nonce = new String(bytes(sheet), US_ASCII);
        int number = Short.toUnsignedInt(sheet.getShort());
        Map<String, Integer> answers = new TreeMap<>();
        for (int i = 0; i < number; i++) {
            String item = new String(bytes(sheet), UTF_8);
            answers.put(item, (int) sheet.get());
        }
        return answers.size() == number && isNonce(nonce) ? Optional.of(new Sheet(nonce, answers)) : Optional.empty();
    }

    private static byte[] bytes(ByteBuffer sheet) {
        byte[] bytes = new byte[Byte.toUnsignedInt(sheet.get())];
        sheet.get(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "Sheet[not shown]";
    }
}
