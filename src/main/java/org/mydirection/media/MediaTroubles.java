package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;

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

    /** The newest {@value #MOST} files that failed, were refused or wait too long; those that were let go of are gone. */
    @Transactional
    public List<MediaTrouble> newest(Viewer viewer) {
        viewer.require(Permission.WATCH_FILES);
        return assets.troubles(clock.instant().minus(TOO_LONG), MOST);
    }
}
