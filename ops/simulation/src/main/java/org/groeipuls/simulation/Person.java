package org.groeipuls.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One simulated person with one way in, one sheet and one habit. */
record Person(SurveyClient client, Entrance entrance, AnswerSheet sheet, Behaviour behaviour, SplittableRandom chance) {
    private static final int STORM = 16;

    /** Answers, and gives back what has to be counted. */
    PlayResult.Entry answer() {
        String nonce = nonce();
        switch (behaviour) {
            case PLAIN -> first(ballot(1, nonce));
            case DOUBLE_SEND -> {
                first(ballot(1, nonce));
                client.ballot(ballot(1, nonce)).expect(200);
            }
            case CUT_REPLY -> {
                client.ballotWithoutReply(ballot(1, nonce));
                client.ballot(ballot(1, nonce)).expect(200, 201);
            }
            case STORM -> storm(ballot(1, nonce));
            case REVISION -> {
                first(other(1));
                client.ballot(ballot(2, nonce)).expect(200);
            }
            case WITHDRAWAL -> {
                first(other(1));
                client.withdrawal(entrance.withdrawal(2)).expect(200, 204);
                client.ballot(ballot(3, nonce)).expect(200, 201);
            }
            case STALE -> {
                first(ballot(5, nonce));
                client.ballot(other(4)).expect(409);
            }
            case FORGED -> {
                client.ballot(entrance.forged(chance, nonce(), sheet.answers())).expect(404);
                first(ballot(1, nonce));
            }
        }
        write();
        return new PlayResult.Entry(sheet.group(), nonce, sheet.answers());
    }

    /** For the open question, when there is one: everybody sends, and most of them nothing. */
    private void write() {
        if (entrance.text(1, "").isEmpty()) {
            return;
        }
        String text = Remarks.of(chance);
        switch (behaviour) {
            case DOUBLE_SEND, CUT_REPLY, STORM -> {
                first(text(1, text));
                client.ballot(text(1, text)).expect(200);
            }
            case REVISION -> {
                first(text(1, Remarks.of(chance)));
                client.ballot(text(2, text)).expect(200);
            }
            case WITHDRAWAL -> {
                first(text(1, Remarks.of(chance)));
                client.withdrawal(entrance.textWithdrawal(2).orElseThrow()).expect(200, 204);
                client.ballot(text(3, text)).expect(200, 201);
            }
            case PLAIN, STALE, FORGED -> first(text(1, text));
        }
    }

    private void first(Map<String, ?> ballot) {
        var reply = client.ballot(ballot);
        // after a broken connection nobody knows whether the first try arrived
        if (reply.broken()) {
            reply.expect(200, 201);
        } else {
            reply.expect(201);
        }
    }

    private void storm(Map<String, ?> ballot) {
        List<Future<Reply>> replies = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < STORM; i++) {
                replies.add(threads.submit(() -> client.ballot(ballot).expect(200, 201)));
            }
        }
        var known = replies.stream().map(Play::outcome).toList();
        long recorded = known.stream().filter(reply -> reply.status() == 201).count();
        if (recorded > 1 || (recorded == 0 && known.stream().noneMatch(Reply::broken))) {
            throw new IllegalStateException(
                    "One ballot, sent " + STORM + " times at once, was recorded " + recorded + " times");
        }
    }

    private Map<String, ?> text(long sequence, String text) {
        return entrance.text(sequence, text).orElseThrow();
    }

    private Map<String, ?> ballot(long sequence, String nonce) {
        return entrance.ballot(sequence, nonce, sheet.answers());
    }

    /** Answers to the same items that are not meant to be counted. */
    private Map<String, ?> other(long sequence) {
        Map<String, @Nullable Integer> others = new LinkedHashMap<>();
        sheet.answers().keySet().forEach(item -> others.put(item, chance.nextInt(1, 6)));
        return entrance.ballot(sequence, nonce(), others);
    }

    private String nonce() {
        return "%016x%016x".formatted(chance.nextLong(), chance.nextLong());
    }
}
