package org.groeipuls.api.operator;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Reasons for which the product itself cancels a pulse. History keeps them in English; whoever reads a page or a letter
 * gets them in their own language.
 */
public final class OwnReasons {
    private static final Map<String, String> KEYS =
            Map.of(Timekeeper.NOT_RETURNED, "cancelled.not-returned", Timekeeper.LOST, "cancelled.lost");

    private OwnReasons() {}

    /**
     * A reason as a reader is told it; one that HR gave stays as it was typed.
     *
     * @param say the text of a key of the pages
     */
    public static String told(String reason, UnaryOperator<String> say) {
        var key = KEYS.get(reason);
        return key == null ? reason : say.apply(key);
    }
}
