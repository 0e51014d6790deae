package org.mydirection.web.media;

import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadLock;
import me.desair.tus.server.upload.UploadLockingService;

/**
 * Gives everybody the lock. The true lock is the row of the upload: of two requests that send the same bytes, on
 * whichever nodes, one is recorded and the other ends with 409. So a connection that hangs since the phone lost its
 * signal never keeps the next one waiting.
 */
final class TusLocks implements UploadLockingService {

    @Override
    public UploadLock lockUploadByUri(String address) {
        return new UploadLock() {
            @Override
            public String getUploadUri() {
                return address;
            }

            @Override
            public void release() {
                // nothing is held
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    @Override
    public void cleanupStaleLocks() {
        // there are none
    }

    @Override
    public boolean isLocked(UploadId id) {
        return false;
    }

    @Override
    public void setIdFactory(UploadIdFactory factory) {
        // no id is read
    }
}
