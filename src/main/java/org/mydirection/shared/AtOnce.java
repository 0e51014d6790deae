package org.mydirection.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * Asks several use cases in one transaction, where one answer needs them all and is wanted often: each transaction costs
 * more than a question. For reading only.
 */
@ApplicationScoped
public class AtOnce {

    @Transactional
    public <T> T ask(Supplier<T> questions) {
        return questions.get();
    }
}
