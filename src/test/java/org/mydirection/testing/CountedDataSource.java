package org.mydirection.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** A data source that counts the statements that are sent to the database. */
final class CountedDataSource {

    private final AtomicLong statements = new AtomicLong();

    /** How many statements were sent since the beginning. */
    long statements() {
        return statements.get();
    }

    DataSource around(DataSource source) {
        return wrap(DataSource.class, source);
    }

    /** Whatever comes out of it that sends statements is wrapped too. */
    private <T> T wrap(Class<T> type, Object wrapped) {
        return type.cast(Proxy.newProxyInstance(
                CountedDataSource.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (wrapped instanceof Statement && method.getName().startsWith("execute")) {
                        statements.incrementAndGet();
                    }
                    try {
                        Object result = method.invoke(wrapped, arguments);
                        boolean sends = result instanceof Connection || result instanceof Statement;
                        return sends && method.getReturnType().isInstance(result)
                                ? wrap(method.getReturnType(), result)
                                : result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
