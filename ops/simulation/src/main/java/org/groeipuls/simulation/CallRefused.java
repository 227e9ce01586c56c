package org.groeipuls.simulation;

import org.jspecify.annotations.Nullable;

/** The server answered otherwise than the play expects; the message holds the server's own explanation. */
public final class CallRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    CallRefused(Reply reply, String why, @Nullable Throwable cause) {
        super("%s answered %d, %s".formatted(reply.asked(), reply.status(), why), cause);
    }
}
