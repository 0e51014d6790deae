package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;

/** Deletes the objects that no row owns: what an upload or a step left behind that was broken off. */
@ApplicationScoped
class MediaSweep {

    /** Longer than any step takes between its object and its row. */
    static final Duration PATIENCE = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(MediaSweep.class.getName());

    @Inject
    ObjectStore store;

    @Inject
    AssetLedger ledger;

    @Inject
    Uploading uploading;

    @Inject
    Clock clock;

    @Inject
    Event<MediaSwept> swept;

    /** Looks through the whole bucket once, after the files that nobody shows were let go of. */
    public void run() throws IOException {
        Instant before = clock.instant().minus(PATIENCE);
        uploading.expire();
        swept.fire(new MediaSwept(before));
        store.namesBefore(before, this::deleteUnowned);
    }

    private void deleteUnowned(List<UUID> names) {
        Set<UUID> owned = ledger.owned(names);
        List<UUID> unowned =
                names.stream().filter(name -> !owned.contains(name)).toList();
        try {
            for (UUID name : unowned) {
                store.delete(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!unowned.isEmpty()) {
            LOG.info(() -> "media sweep: deleted " + unowned.size() + " objects that no row owns");
        }
    }
}
