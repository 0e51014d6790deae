package org.mydirection.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mydirection.media.MediaHealth;

/** Up when the object store answers. */
@Readiness
@ApplicationScoped
public class HealthStore implements HealthCheck {

    @Inject
    private MediaHealth media;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("object-store")
                .status(media.storeAnswers())
                .build();
    }
}
