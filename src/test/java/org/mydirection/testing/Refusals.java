package org.mydirection.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;

/** Expected "no"s. */
public final class Refusals {

    private Refusals() {}

    /** The call is refused for exactly these reasons, in this order. */
    public static void assertRefused(ThrowingCallable call, String... codes) {
        Refused refused = catchThrowableOfType(Refused.class, call);
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.refusals()).extracting(Refusal::code).containsExactly(codes);
    }
}
