package org.groeipuls.reflection;

import org.groeipuls.mirror.MirrorEvent.MirrorAnswered;

/**
 * The own answers of one lead as they are known now, sealed as in history.
 *
 * @param answered the latest of them
 * @param shared whether the lead shows them to the group
 */
public record Reflection(MirrorAnswered answered, boolean shared) {}
