package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Puts raw bytes away as they come, as encrypted objects of a few megabytes: while one is read from the client and
 * sealed, those before are put into the store. A slow client keeps no connection to the store waiting, since an object
 * is put when it is whole.
 */
@ApplicationScoped
class Quarantine {

    /** Plain bytes of an object at most. */
    static final int PIECE = 2_000_000;

    /**
     * Objects that may lie in memory before they are put, of all uploads together: 64 MB. One more than these waits as
     * ciphertext in a file of the work folder.
     */
    static final int IN_MEMORY = 32;

    /** Objects of one upload that are being put while the next is read. */
    private static final int AT_ONCE = 2;

    @Inject
    MediaSettings settings;

    @Inject
    Vault vault;

    @Inject
    ObjectStore store;

    @Inject
    JobPlatform platform;

    private final Semaphore memory = new Semaphore(IN_MEMORY);

    /**
     * Stores what comes, up to that many bytes. When this returns all of it is stored; when it throws, nothing is.
     *
     * @param key under which it is sealed
     * @return the objects in the order of their bytes; empty when no byte came
     */
    public List<SealedObject> take(SealedKey key, LimitedBody body, long most) throws IOException {
        ExecutorService threads = platform.threads();
        List<SealedObject> taken = new ArrayList<>();
        Deque<Future<?>> underWay = new ArrayDeque<>();
        try {
            for (long left = most; body.next(Math.min(PIECE, left)); ) {
                Sealed piece = seal(key, body);
                underWay.add(put(piece, threads));
                taken.add(piece.object());
                left -= piece.object().size();
                if (underWay.size() > AT_ONCE) {
                    await(underWay.remove());
                }
            }
            while (!underWay.isEmpty()) {
                await(underWay.remove());
            }
            return taken;
        } catch (IOException | RuntimeException e) {
            underWay.forEach(put -> settle(put, e));
            takeBack(taken, e);
            throw e;
        }
    }

    /** Deletes them, after that went wrong for which they were stored; what can't be deleted now goes with the sweep. */
    public void takeBack(List<SealedObject> objects, Exception reason) {
        for (SealedObject object : objects) {
            try {
                vault.destroy(object.name());
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }

    /** How many more objects may lie in memory now. */
    int room() {
        return memory.availablePermits();
    }

    private Sealed seal(SealedKey key, LimitedBody body) throws IOException {
        UUID name = UUID.randomUUID();
        SealingStream sealing = vault.sealing(key, name, body);
        boolean inMemory = memory.tryAcquire();
        boolean sealed = false;
        Path spool = inMemory ? null : settings.workFolder().resolve("spool-" + name);
        List<ByteBuffer> segments = new ArrayList<>();
        try {
            if (inMemory) {
                sealing.segments(segments::add);
            } else {
                write(sealing, spool);
            }
            sealed = true;
            return new Sealed(new SealedObject(name, sealing.header(), sealing.plainBytes(), key), segments, spool);
        } finally {
            if (!sealed) {
                release(spool);
            }
        }
    }

    private static void write(SealingStream sealing, Path spool) throws IOException {
        OwnerOnly.create(spool);
        try (OutputStream out = Files.newOutputStream(spool, StandardOpenOption.TRUNCATE_EXISTING)) {
            sealing.segments(segment -> out.write(segment.array(), segment.position(), segment.remaining()));
        }
    }

    private Future<?> put(Sealed piece, ExecutorService threads) throws IOException {
        try {
            return threads.submit(() -> {
                try {
                    if (piece.spool() == null) {
                        store.put(piece.object().name(), piece.segments());
                    } else {
                        store.put(piece.object().name(), piece.spool());
                    }
                } finally {
                    release(piece.spool());
                }
                return null;
            });
        } catch (RuntimeException noThread) {
            release(piece.spool());
            throw noThread;
        }
    }

    private void release(Path spool) throws IOException {
        if (spool == null) {
            memory.release();
        } else {
            Files.deleteIfExists(spool);
        }
    }

    private static void await(Future<?> put) throws IOException {
        try {
            put.get();
        } catch (ExecutionException failed) {
            throw new IOException("a piece of an upload could not be stored", failed.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IOException("the wait for a piece of an upload was interrupted", hurried);
        }
    }

    /** Or an object would be put after it was taken back. */
    private static void settle(Future<?> put, Exception reason) {
        try {
            await(put);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** @param spool where the ciphertext lies; null when it is the segments */
    private record Sealed(SealedObject object, List<ByteBuffer> segments, Path spool) {}
}
