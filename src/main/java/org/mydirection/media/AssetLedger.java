package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;

/**
 * The short transactions of the life of an asset, so that no store, tool or disk is touched inside one. Each step is
 * refused with IllegalStateException when the asset is not where the step begins, and by the row's version when
 * somebody else took it at the same time.
 */
@ApplicationScoped
class AssetLedger {

    @Inject
    Assets assets;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    /** Records what lies in quarantine, one object at least under one key; {@link NotFound} when the key is gone. */
    @Transactional
    public void received(AssetId id, UUID owner, SourceType type, List<SealedObject> raw) {
        VaultKey key = assets.keyReference(raw.get(0).key().id());
        if (key == null || key.sealed().isEmpty()) {
            throw new NotFound();
        }
        assets.add(MediaAsset.received(id, owner, key, type, raw, clock.instant()));
    }

    @Transactional
    public Optional<AssetWork> work(AssetId id) {
        return assets.find(id).map(MediaAsset::work);
    }

    @Transactional
    public void scanned(AssetId id) {
        require(id).scanned();
    }

    @Transactional
    public void sanitised(AssetId id, SanitisedMedia media, Collection<SealedForm> forms) {
        require(id).sanitised(media, forms);
    }

    @Transactional
    public void ready(AssetId id) {
        require(id).ready(clock.instant());
    }

    @Transactional
    public void refused(AssetId id, String code) {
        require(id).refuse(code, clock.instant());
        if (code.equals(MediaLimits.UNSAFE)) {
            happened.fire(new InfectedFileRefused(id.value()));
        }
    }

    /** Refuses an asset that is not safe yet, on which tools ended again and again; false when it is anything else. */
    @Transactional
    public boolean brokeTools(AssetId id) {
        Optional<MediaAsset> unsafe = assets.find(id).filter(MediaAsset::mayBeRefused);
        unsafe.ifPresent(asset -> asset.refuse(MediaLimits.BROKEN, clock.instant()));
        return unsafe.isPresent();
    }

    /** After the last retry; an asset that has come to its end, is discarded or is not there is left as it is. */
    @Transactional
    public void failed(AssetId id) {
        assets.find(id).filter(MediaAsset::mayFail).ifPresent(asset -> asset.fail(clock.instant()));
    }

    /** Two steps, as an asset has each form once. */
    @Transactional
    public void redacted(Redacting.Redacted redaction) {
        MediaAsset asset = assets.findLocked(redaction.asset()).orElseThrow(NotFound::new);
        asset.withhold(clock.instant());
        assets.flush();
        asset.redacted(redaction.media(), redaction.forms());
        if (redaction.disguised()) {
            asset.likenessChanged(clock.instant());
        }
    }

    /** Whoever looked at it says that nobody can be known in it by voice or face; the caller decides who may. */
    @Transactional
    public void likenessChanged(AssetId id) {
        assets.findLocked(id).orElseThrow(NotFound::new).likenessChanged(clock.instant());
    }

    /** The objects that were withheld before that, at most that many. */
    @Transactional
    public List<UUID> withheldBefore(Instant instant, int most) {
        return assets.withheldBefore(instant, most);
    }

    @Transactional
    public void withheldDestroyed(Collection<UUID> objects) {
        assets.removeWithheld(objects);
    }

    @Transactional
    public void rawDestroyed(AssetId id) {
        require(id).rawDestroyed();
    }

    @Transactional
    public void erased(AssetId id) {
        require(id).erased(clock.instant());
    }

    /** At most that many assets on which work is left, oldest first. */
    @Transactional
    public List<AssetId> unfinished(int most) {
        return assets.unfinished(most);
    }

    /** Whether it was let go of, and its objects are still there. */
    @Transactional
    public boolean isToBeErased(AssetId id) {
        return assets.find(id).filter(MediaAsset::isToBeErased).isPresent();
    }

    /** Which of the objects a row knows. */
    @Transactional
    public Set<UUID> owned(Collection<UUID> objects) {
        return assets.owned(objects);
    }

    private MediaAsset require(AssetId id) {
        return assets.find(id).orElseThrow(NotFound::new);
    }
}
