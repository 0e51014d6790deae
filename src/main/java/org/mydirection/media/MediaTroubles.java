package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;

/** What goes wrong with files, for the administrator: which failed, were refused, or wait too long for the scanner. */
@ApplicationScoped
public class MediaTroubles {

    /** Rows of the list, newest first. */
    public static final int MOST = 100;

    /** Longer than any file takes that nothing keeps waiting. */
    private static final Duration TOO_LONG = Duration.ofMinutes(10);

    @Inject
    Assets assets;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    /** The newest {@value #MOST} files that failed, were refused or wait too long; those that were let go of are gone. */
    @Transactional
    public List<MediaTrouble> newest(Viewer viewer) {
        viewer.require(Permission.WATCH_FILES);
        return assets.troubles(clock.instant().minus(TOO_LONG), MOST);
    }

    /**
     * Has a file that failed worked on once more, from the beginning, after the fault was mended. The work is due when the
     * transaction has ended.
     *
     * @throws Refused error.file_not_failed when it stands anywhere else, was let go of, or can't be read any more
     * @throws NotFound when there is no such file
     */
    @Transactional
    public void tryAgain(Viewer viewer, AssetId file) {
        viewer.require(Permission.WATCH_FILES);
        assets.findLocked(file).orElseThrow(NotFound::new).tryAgain();
        happened.fire(new FileTriedAgain(viewer.account().value(), file.value()));
    }
}
