package org.groeipuls.pulse;

/**
 * The public keys that ballots of a pulse are sealed with, as base64 of their SubjectPublicKeyInfo, with the
 * lower-case hexadecimal SHA-256 of each. Public by design.
 */
public record FrozenKeys(String operator, String operatorFingerprint, String council, String councilFingerprint) {}
