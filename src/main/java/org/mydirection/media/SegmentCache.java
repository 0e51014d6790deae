package org.mydirection.media;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps the segments that were read last, as they lie in the store: ciphertext, nothing that anybody could read without
 * the key. At most {@code media.cache.megabytes} of them; whether somebody may have them is decided elsewhere, each time.
 */
@ApplicationScoped
class SegmentCache {

    /** What an entry takes besides its bytes, roughly. */
    private static final int ENTRY = 150;

    @Inject
    MediaSettings settings;

    private final Map<Place, byte[]> segments = new LinkedHashMap<>(64, 0.75f, true);
    private long most;
    private long taken;

    @PostConstruct
    void size() {
        most = settings.cacheBytes();
    }

    /** Nobody writes to the bytes. */
    public synchronized Optional<byte[]> find(UUID object, int segment) {
        return Optional.ofNullable(segments.get(new Place(object, segment)));
    }

    public synchronized boolean holds(UUID object, int segment) {
        return segments.containsKey(new Place(object, segment));
    }

    /** Keeps the bytes, which nobody writes to any more, and lets go of those that were not asked for the longest. */
    public synchronized void keep(UUID object, int segment, byte[] sealed) {
        if (sealed.length + ENTRY > most) {
            return;
        }
        byte[] before = segments.put(new Place(object, segment), sealed);
        taken += sealed.length + ENTRY - (before == null ? 0 : before.length + ENTRY);
        var oldest = segments.entrySet().iterator();
        while (taken > most) {
            taken -= oldest.next().getValue().length + ENTRY;
            oldest.remove();
        }
    }

    /** Bytes that are taken now. */
    public synchronized long taken() {
        return taken;
    }

    private record Place(UUID object, int segment) {}
}
