package org.mydirection.web.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import me.desair.tus.server.exception.UploadNotFoundException;
import me.desair.tus.server.exception.UploadOffsetMismatchException;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.UploadLockingService;
import me.desair.tus.server.upload.UploadStorageService;
import me.desair.tus.server.upload.concatenation.UploadConcatenationService;
import org.mydirection.media.MediaKind;
import org.mydirection.media.UploadMoved;
import org.mydirection.media.UploadView;
import org.mydirection.media.Uploading;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneId;
import org.mydirection.story.StoryId;
import org.mydirection.web.Me;

/**
 * Lets the tus library keep its uploads where we keep ours: rows in the database, bytes as encrypted objects in the
 * store. Holds nothing itself, so any node can go on with any upload. What is refused comes out as {@link Refused} or
 * {@link NotFound}.
 */
@ApplicationScoped
class TusStorage implements UploadStorageService {

    @Inject
    private Uploading uploading;

    @Inject
    private SceneFiles files;

    @Inject
    private AnswerFiles answers;

    @Inject
    private Me me;

    private volatile UploadIdFactory ids;

    @Override
    public void setIdFactory(UploadIdFactory factory) {
        ids = factory;
    }

    @Override
    public String getUploadUri() {
        return ids.getUploadUri();
    }

    @Override
    public UploadInfo create(UploadInfo wanted, String owner) {
        StoryId story = new StoryId(Id.require(text(wanted, "story")));
        Optional<Long> length = Optional.ofNullable(wanted.getLength());
        org.mydirection.media.UploadId id = text(wanted, "kind").equals("ANSWERS")
                ? answers.open(me.viewer(), story, length)
                : files.open(me.viewer(), story, new SceneId(Id.require(text(wanted, "scene"))), kind(wanted), length);
        wanted.setId(new UploadId(id.value()));
        wanted.setOffset(0L);
        wanted.setOwnerKey(owner);
        return wanted;
    }

    @Override
    public UploadInfo getUploadInfo(String address, String owner) {
        UploadId id = ids.readUploadId(address);
        return id == null
                ? null
                : uploading
                        .find(owner(owner), upload(id))
                        .map(view -> info(view, owner))
                        .orElse(null);
    }

    @Override
    public UploadInfo getUploadInfo(UploadId id) {
        return getUploadInfo(getUploadUri() + "/" + id, me.viewer().account().text());
    }

    @Override
    public UploadInfo append(UploadInfo info, InputStream body) throws IOException, UploadOffsetMismatchException {
        try {
            UploadView now = uploading.append(owner(info.getOwnerKey()), upload(info.getId()), info.getOffset(), body);
            info.setOffset(now.received());
            return info;
        } catch (UploadMoved moved) {
            throw new UploadOffsetMismatchException("the upload stands elsewhere");
        }
    }

    /** The only thing that a request changes by itself is the length, once. */
    @Override
    public void update(UploadInfo info) throws UploadNotFoundException {
        UploadView view = uploading
                .find(owner(info.getOwnerKey()), upload(info.getId()))
                .orElseThrow(() -> new UploadNotFoundException("the upload is gone"));
        if (info.hasLength() && view.length().isEmpty()) {
            try {
                uploading.declare(owner(info.getOwnerKey()), upload(info.getId()), info.getLength());
            } catch (UploadMoved moved) {
                throw new UploadNotFoundException("the upload stands elsewhere");
            }
        }
    }

    @Override
    public void terminateUpload(UploadInfo info) {
        uploading.cancel(owner(info.getOwnerKey()), upload(info.getId()));
    }

    /** Pieces are recorded whole or not at all: there is nothing to take back after an error. */
    @Override
    public void removeLastNumberOfBytes(UploadInfo info, long count) {
        // see above
    }

    @Override
    public Long getUploadExpirationPeriod() {
        return Uploading.UNFINISHED.toMillis();
    }

    @Override
    public void setUploadExpirationPeriod(Long period) {
        // it is our own
    }

    @Override
    public long getMaxUploadSize() {
        return files.mostBytes();
    }

    @Override
    public void setMaxUploadSize(Long size) {
        // it is a setting
    }

    /** Our own sweep does it. */
    @Override
    public void cleanupExpiredUploads(UploadLockingService locks) {
        // see above
    }

    @Override
    public InputStream getUploadedBytes(String address, String owner) throws UploadNotFoundException {
        throw new UploadNotFoundException("raw bytes are never given out");
    }

    @Override
    public InputStream getUploadedBytes(UploadId id) throws UploadNotFoundException {
        throw new UploadNotFoundException("raw bytes are never given out");
    }

    @Override
    public void copyUploadTo(UploadInfo info, OutputStream out) throws UploadNotFoundException {
        throw new UploadNotFoundException("raw bytes are never given out");
    }

    @Override
    public void setUploadConcatenationService(UploadConcatenationService service) {
        // uploads are not put together
    }

    @Override
    public UploadConcatenationService getUploadConcatenationService() {
        return null;
    }

    private static UploadInfo info(UploadView view, String owner) {
        UploadInfo info = new UploadInfo();
        info.setId(new UploadId(view.id().value()));
        info.setOwnerKey(owner);
        info.setOffset(view.received());
        view.length().ifPresent(info::setLength);
        return info;
    }

    private static MediaKind kind(UploadInfo info) {
        try {
            return MediaKind.valueOf(text(info, "kind"));
        } catch (IllegalArgumentException unknown) {
            throw new NotFound();
        }
    }

    private static String text(UploadInfo info, String name) {
        return Optional.ofNullable(info.getMetadata().get(name)).orElseThrow(NotFound::new);
    }

    private static UUID owner(String key) {
        return Id.require(key);
    }

    private static org.mydirection.media.UploadId upload(UploadId id) {
        return new org.mydirection.media.UploadId((UUID) id.getOriginalObject());
    }
}
