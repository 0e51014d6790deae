package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** What durable jobs take from the server: its data source and its threads. Tests hand in their own. */
@ApplicationScoped
class JobPlatform {

    public DataSource dataSource() {
        return find("java:app/jdbc/mydirection", DataSource.class);
    }

    public ExecutorService threads() {
        return find("java:comp/DefaultManagedExecutorService", ExecutorService.class);
    }

    public ScheduledExecutorService timers() {
        return find("java:comp/DefaultManagedScheduledExecutorService", ScheduledExecutorService.class);
    }

    private static <T> T find(String name, Class<T> type) {
        try {
            return type.cast(new InitialContext().lookup(name));
        } catch (NamingException e) {
            throw new IllegalStateException("the server does not offer " + name, e);
        }
    }
}
