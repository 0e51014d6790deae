package org.mydirection.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mydirection.web.StartUp;

/** Up when the application finished its start. The starter waits for this check by its name. */
@Readiness
@ApplicationScoped
public class HealthStarted implements HealthCheck {

    @Inject
    private StartUp startUp;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started").status(startUp.isDone()).build();
    }
}
