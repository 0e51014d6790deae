package org.mydirection.shared;

import java.util.ArrayList;
import java.util.List;

/** An expected "no": all its reasons at once, thrown before the first write. It rolls the transaction back. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ArrayList<Refusal> refusals;

    public Refused(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::code).toList().toString(), null, false, false);
        this.refusals = new ArrayList<>(refusals);
    }

    public static Refused because(String code, Object... arguments) {
        return new Refused(List.of(Refusal.of(code, arguments)));
    }

    /** Throws when the list holds a reason; does nothing when it is empty. */
    public static void ifAny(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
    }

    /** At least one; in the order in which a person would meet them. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}
