package org.groeipuls.anonymity;

/** Signs blinded messages with the ticket key of a group; whoever issues tickets needs no more. */
public interface BlindSigner {
    /**
     * The blind signature of RFC 9474.
     *
     * @param blindedMessage 256 bytes
     * @throws KeyLost when the vault has no usable key of this pulse
     * @throws IllegalArgumentException when the message is no number below the key's modulus, or the pulse has no such group
     */
    byte[] sign(String pulse, String group, byte[] blindedMessage);
}
