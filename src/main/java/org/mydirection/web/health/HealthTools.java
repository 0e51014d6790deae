package org.mydirection.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mydirection.media.MediaHealth;

/** Up when ffmpeg and ffprobe run. */
@Readiness
@ApplicationScoped
public class HealthTools implements HealthCheck {

    @Inject
    private MediaHealth media;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("media-tools")
                .status(media.toolsAnswer())
                .build();
    }
}
