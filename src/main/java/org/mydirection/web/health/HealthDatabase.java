package org.mydirection.web.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up when the database answers a query within five seconds. */
@Readiness
@ApplicationScoped
public class HealthDatabase implements HealthCheck {

    private static final int SECONDS = 5;

    @Resource(lookup = "java:app/jdbc/mydirection")
    private DataSource database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(answers()).build();
    }

    private boolean answers() {
        try (Connection connection = database.getConnection();
                Statement query = connection.createStatement()) {
            query.setQueryTimeout(SECONDS);
            return query.execute("select 1");
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
