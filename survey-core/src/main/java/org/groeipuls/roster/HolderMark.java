package org.groeipuls.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * By what a browser that several people share tells their tickets for one pulse apart. It lies beside the ticket on the
 * device and is never sent.
 *
 * <h2>What is not promised</h2>
 * Until the pulse closes, whoever has the device and the salt, which are the roster's and the works council's, can tell
 * whose ticket it is. Afterwards the salt is gone.
 */
final class HolderMark {
    private static final byte[] DOMAIN = "groeipuls/1/holder\0".getBytes(UTF_8);

    private HolderMark() {}

    /** Lower-case hex of the SHA-256 in docs/protocol.md; without the salt it could be found by trying all names. */
    static String of(byte[] salt, PersonId who) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(DOMAIN);
        bytes.writeBytes(salt);
        bytes.writeBytes(who.subject().getBytes(UTF_8));
        return HexFormat.of().formatHex(Invited.sha256(bytes.toByteArray()));
    }
}
