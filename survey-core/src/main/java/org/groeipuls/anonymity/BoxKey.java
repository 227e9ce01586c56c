package org.groeipuls.anonymity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the vault holds to open the ballots of one pulse: the private half of the inner layer, with one layer that of the
 * outer layer too, and the secret from which shuffle and noise of its count are derived. Whatever opens a ballot takes
 * it as a parameter, so that a search for this name finds every dangerous line.
 */
public final class BoxKey {
    static final int SEED = 32;
    private static final byte[] CHANCE = "groeipuls/1/chance".getBytes(UTF_8);

    private final KeyHalf operator;
    private final byte[] councilPublic;
    private final @Nullable CouncilKey council;
    private final BoxSecret boxSecret;
    private final byte[] seed;

    /** @param council with one layer the key of the outer layer; absent when the works council has it */
    BoxKey(KeyHalf operator, byte[] councilPublic, @Nullable CouncilKey council, BoxSecret boxSecret, byte[] seed) {
        if (seed.length != SEED) {
            throw new IllegalArgumentException("The seed of a box has " + SEED + " bytes");
        }
        this.operator = operator;
        this.councilPublic = councilPublic.clone();
        this.council = council;
        this.boxSecret = boxSecret;
        this.seed = seed.clone();
    }

    /** The public halves that belong to this key. */
    public PublicKeys publicKeys() {
        return new PublicKeys(P256.spki(operator.point()), councilPublic);
    }

    /** The secret under which the ballots of this pulse are marked. */
    public BoxSecret boxSecret() {
        return boxSecret;
    }

    /**
     * Chance that is the same at every call with the same label, so that a count that starts again gives the same
     * shuffle and noise: HKDF-SHA256 (RFC 5869) of the key's seed with the label gives a key, and HMAC-SHA256 under it
     * of a 64-bit counter gives the stream. Unpredictable without the key; not for use by several threads at once.
     */
    public RandomGenerator chance(String label) {
        return new DerivedChance(Digests.hkdf(seed, CHANCE, label.getBytes(UTF_8), 32));
    }

    KeyHalf operator() {
        return operator;
    }

    /** What takes the outer layer off; empty when only the works council can. */
    public Optional<CouncilKey> council() {
        return Optional.ofNullable(council);
    }

    byte[] seed() {
        return seed.clone();
    }

    /** One private P-256 half: the scalar (32 bytes) and its uncompressed point (65 bytes). */
    record KeyHalf(byte[] scalar, byte[] point) {
        KeyHalf {
            if (scalar.length != P256.SCALAR || point.length != P256.POINT) {
                throw new IllegalArgumentException("A P-256 key has a scalar of 32 and a point of 65 bytes");
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof KeyHalf(byte[] scalars, byte[] points)
                    && MessageDigest.isEqual(scalar, scalars)
                    && MessageDigest.isEqual(point, points);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(point);
        }

        @Override
        public String toString() {
            return "KeyHalf[not shown]";
        }
    }

    @Override
    public String toString() {
        return "BoxKey[not shown]";
    }
}
