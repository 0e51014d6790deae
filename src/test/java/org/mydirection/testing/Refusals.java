package org.mydirection.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;

/** What a "no" looks like to a test. */
public final class Refusals {

    private Refusals() {}

    /** Refused for exactly these reasons, in this order. */
    public static void assertRefused(ThrowingCallable call, String... codes) {
        assertThatExceptionOfType(Refused.class).isThrownBy(call).satisfies(refused -> assertThat(refused.refusals())
                .extracting(Refusal::code)
                .containsExactly(codes));
    }

    /** Not there, or not theirs. */
    public static void assertNotThere(ThrowingCallable call) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(call);
    }
}
