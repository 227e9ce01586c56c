package org.groeipuls.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretTest {
    /** The vector that all libraries of the specification have in their tests. */
    @Test
    void the_published_vector_is_reproduced() {
        var secret = new Secret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertThat(secret.shown()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void the_library_of_the_specification_signs_the_same_and_differently_what_differs() throws Exception {
        var secret = Secret.fresh(new SecureRandom());
        var theirs = new Webhook(secret.shown());

        assertThat(secret.sign("msg_1", 1614265330, "{}")).isEqualTo(theirs.sign("msg_1", 1614265330, "{}"));
        assertThat(secret.sign("msg_1", 1614265330, "{}"))
                .isNotEqualTo(theirs.sign("msg_2", 1614265330, "{}"))
                .isNotEqualTo(theirs.sign("msg_1", 1614265331, "{}"))
                .isNotEqualTo(theirs.sign("msg_1", 1614265330, "{ }"));
        assertThat(secret.toString()).doesNotContain(secret.shown());
    }
}
