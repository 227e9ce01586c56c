package org.groeipuls.api.webhook;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends one message. */
interface Post {
    /**
     * What came of it.
     *
     * @param status what the receiver answered; absent when it did not
     * @param failure why it did not, in a word
     * @param retryAfter in how many seconds the receiver wants to be asked again; 0 when it does not say
     */
    record Answer(@Nullable Integer status, @Nullable String failure, long retryAfter) {
        static Answer none(String failure) {
            return new Answer(null, failure, 0);
        }

        boolean taken() {
            return status != null && status >= 200 && status < 300;
        }

        boolean gone() {
            return status != null && status == 410;
        }
    }

    Answer send(URI url, Map<String, String> headers, String body);
}
