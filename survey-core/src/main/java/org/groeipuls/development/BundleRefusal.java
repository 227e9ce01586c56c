package org.groeipuls.development;

import org.groeipuls.refusal.Refusal;

/** A bundle cannot be made or changed like this; the message says what to do. */
public final class BundleRefusal extends Refusal {
    private static final long serialVersionUID = 1;

    private BundleRefusal(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static BundleRefusal withoutPoints() {
        return new BundleRefusal(
                Kind.UNACCEPTABLE, "bundle-without-points", "A bundle holds 1 to " + Bundle.MOST + " points");
    }

    static BundleRefusal answered(BundleId bundle) {
        return new BundleRefusal(
                Kind.CONFLICT,
                "bundle-already-answered",
                "Bundle " + bundle.value() + " was answered; its points stay as they are");
    }
}
