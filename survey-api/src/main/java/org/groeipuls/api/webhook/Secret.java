package org.groeipuls.api.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver and this server both know, so that the receiver sees who sent a message and that nobody changed it:
 * symmetric signatures of Standard Webhooks 1.0.0.
 */
final class Secret {
    private static final String PREFIX = "whsec_";
    private static final int LENGTH = 32;

    private final byte[] key;

    Secret(byte[] key) {
        this.key = key.clone();
    }

    static Secret fresh(SecureRandom chance) {
        byte[] key = new byte[LENGTH];
        chance.nextBytes(key);
        return new Secret(key);
    }

    byte[] bytes() {
        return key.clone();
    }

    /** As it is given to whoever runs the receiver. */
    String shown() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /**
     * {@code v1,} and the base64 of HMAC-SHA256 over {@code id.timestamp.body}.
     *
     * @param timestamp of the attempt, in seconds since 1970
     */
    String sign(String id, long timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return "v1,"
                    + Base64.getEncoder()
                            .encodeToString(mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }

    @Override
    public String toString() {
        return "Secret[not shown]";
    }
}
