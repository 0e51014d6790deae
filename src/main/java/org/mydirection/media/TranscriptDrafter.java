package org.mydirection.media;

import java.io.IOException;
import java.util.Optional;

/**
 * Drafts the words of a recording. A port: an engine that runs on this machine is behind it, or none. No sound ever leaves
 * the installation. What it gives is a draft until a person says otherwise.
 */
public interface TranscriptDrafter {

    /** Whether an engine is configured. */
    boolean available();

    /**
     * Listens and drafts; takes about as long as the recording and blocks for that time. One recording at a time.
     *
     * @return empty when it made out no words, or the recording is not READY, or no engine is there
     * @throws IOException when the store or a tool does not answer
     */
    Optional<String> draft(AssetId recording) throws IOException;
}
