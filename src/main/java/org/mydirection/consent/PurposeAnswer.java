package org.mydirection.consent;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** The yes or no to one purpose. Immutable. A class, since Jakarta Persistence 3.1 takes no record here. */
@Embeddable
class PurposeAnswer {

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private boolean agreed;

    protected PurposeAnswer() {}

    PurposeAnswer(Purpose purpose, boolean agreed) {
        this.purpose = purpose;
        this.agreed = agreed;
    }

    Purpose purpose() {
        return purpose;
    }

    boolean agreed() {
        return agreed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PurposeAnswer answer && answer.purpose == purpose && answer.agreed == agreed;
    }

    @Override
    public int hashCode() {
        return purpose.hashCode() * 2 + (agreed ? 1 : 0);
    }
}
