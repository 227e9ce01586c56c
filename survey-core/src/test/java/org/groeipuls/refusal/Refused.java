package org.groeipuls.refusal;

import org.hamcrest.CoreMatchers;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;

/** Says which rule said no, for tests of aggregates. */
public final class Refused {
    private Refused() {}

    /** A refusal under this code. */
    public static Matcher<Refusal> as(String code) {
        return new FeatureMatcher<>(CoreMatchers.equalTo(code), "a refusal with code", "code") {
            @Override
            protected String featureValueOf(Refusal refusal) {
                return refusal.code();
            }
        };
    }
}
