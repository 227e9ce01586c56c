package org.groeipuls.api.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A mail server that keeps what it gets, and is down or refuses when a test says so. */
final class HeldPost implements Post {
    /** A letter with the address on its envelope. */
    record Sent(String address, Letter letter) {}

    final List<Sent> sent = new ArrayList<>();
    final Map<String, Answer> answers = new HashMap<>();
    boolean down;
    boolean diesAfterTaking;

    @Override
    public Round begin() {
        if (down) {
            throw new Unreachable("test");
        }
        return new Round() {
            @Override
            public Answer hand(String address, Letter letter) {
                var answer = answers.getOrDefault(address, new Answer.Taken());
                if (answer instanceof Answer.Taken) {
                    sent.add(new Sent(address, letter));
                }
                if (diesAfterTaking) {
                    throw new IllegalStateException("This node is gone");
                }
                return answer;
            }

            @Override
            public void close() {}
        };
    }

    List<String> addresses() {
        return sent.stream().map(Sent::address).toList();
    }

    List<String> subjects() {
        return sent.stream().map(one -> one.letter().subject()).distinct().toList();
    }

    /** All letters, and forgets them. */
    List<Sent> take() {
        var taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }
}
